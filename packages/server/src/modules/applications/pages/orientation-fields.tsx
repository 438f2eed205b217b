import { type CalendarDate, frenchDate } from '@maillage/kernel'
import { DateField, Fieldset, type FormState, HiddenField, InsetText, Radios, TextArea, TextField, typedValue } from '@maillage/ui'
import { dateInput } from '../../../platform/http/date-input.ts'
import { type FormBody, text } from '../../../platform/http/page-request.ts'
import type { PersonAlike } from '../queries/people-alike.ts'

/** Said instead of choosing somebody that the team follows. */
const ANOTHER = 'autre'

/** Somebody already chosen among my people. */
export interface ChosenPerson {
  readonly id: string
  readonly displayName: string
  readonly birthDate: CalendarDate | null
}

const born = (date: CalendarDate) => `né(e) le ${frenchDate(date)}`

const Alike = ({ form, alike }: { readonly form: FormState; readonly alike: readonly PersonAlike[] }) => (
  <Radios
    form={form}
    name="personId"
    label="Est-ce la personne que vous suivez déjà ?"
    choices={[
      ...alike.map(({ id, displayName, birthDate }) => ({ value: id, label: `Oui : ${displayName}, ${born(birthDate)}` })),
      { value: ANOTHER, label: 'Non, c’est une autre personne' },
    ]}
  />
)

/** Who is proposed: somebody chosen, or four things that anybody knows of the person in front of them. */
export function PersonFields({
  form,
  chosen,
  alike,
}: {
  readonly form: FormState
  readonly chosen: ChosenPerson | undefined
  readonly alike: readonly PersonAlike[]
}) {
  if (chosen) {
    return (
      <>
        <HiddenField name="personId" value={chosen.id} />
        <InsetText>
          <strong>{chosen.displayName}</strong>
          {chosen.birthDate === null ? null : `, ${born(chosen.birthDate)}`}
        </InsetText>
      </>
    )
  }
  return (
    <Fieldset legend="La personne" size="section">
      <TextField form={form} name="birthName" label="Nom de naissance" autocomplete="off" width={20} />
      <TextField form={form} name="givenNames" label="Prénom" autocomplete="off" width={20} />
      <DateField form={form} name="birthDate" label="Date de naissance" hint="Par exemple, 27 3 1998" />
      <TextField form={form} name="phone" label="Téléphone" type="tel" autocomplete="off" width={20} optional />
      {alike.length > 0 ? <Alike form={form} alike={alike} /> : null}
    </Fieldset>
  )
}

/** What is wished, in few words. */
export const WishFields = ({ form, optional }: { readonly form: FormState; readonly optional?: boolean }) => (
  <Fieldset legend="La candidature" size="section">
    <TextField form={form} name="wantedPost" label="Poste souhaité" width={20} optional />
    <TextArea
      form={form}
      name="message"
      label="Message à la structure"
      hint="Le projet, les disponibilités, les déplacements. Rien sur la santé, la justice ou la famille."
      rows={4}
      limit={2000}
      optional={optional}
    />
  </Fieldset>
)

/** What was typed, as the command takes it. */
export function readOrientation(form: FormBody) {
  const birthDate = dateInput(form, 'birthDate', 'la date de naissance')
  const diagnosedOn = dateInput(form, 'diagnosedOn', 'la date du diagnostic')
  const personId = text(form, 'personId')
  const input = {
    siaeId: text(form, 'siaeId'),
    personId: personId === ANOTHER ? '' : personId,
    birthName: text(form, 'birthName'),
    givenNames: text(form, 'givenNames'),
    birthDate: birthDate.iso,
    phone: text(form, 'phone'),
    another: personId === ANOTHER ? 'oui' : '',
    wantedPost: text(form, 'wantedPost'),
    message: text(form, 'message'),
    diagnosed: text(form, 'diagnosed'),
    diagnosedOn: diagnosedOn.iso,
  }
  return { input, errors: [...birthDate.errors, ...diagnosedOn.errors] }
}

/** Whether somebody of mine should be proposed on the form shown again. */
export const asksWho = (form: FormState): boolean =>
  form.errors.some(({ field }) => field === 'personId') || typedValue(form, 'personId') === ANOTHER
