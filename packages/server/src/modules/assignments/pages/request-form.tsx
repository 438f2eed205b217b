import {
  Button,
  ButtonGroup,
  Checkboxes,
  CommuneField,
  type CommuneMatch,
  DateField,
  Form,
  type FormState,
  HiddenField,
  Select,
  TextField,
  typedValues,
} from '@maillage/ui'
import { dateInput } from '../../../platform/http/date-input.ts'
import { type FormBody, type PageRequest, text } from '../../../platform/http/page-request.ts'
import type { Member } from '../../../platform/http/slice.ts'
import { WEEKDAY_LABELS } from '../messages.fr.ts'
import { WEEKDAYS } from '../model.ts'

interface Props {
  readonly request: PageRequest<Member>
  readonly action: string
  readonly form: FormState
  readonly matches?: readonly CommuneMatch[] | undefined
  readonly back: string
  /** For a new request: who asks, and the structures of which one answers. */
  readonly asks?: {
    readonly clients: readonly { readonly id: string; readonly name: string }[]
    readonly siaes: readonly { readonly id: string; readonly name: string }[]
  }
  readonly version?: number
}

/** What a client asks for. */
export const RequestForm = ({ request, action, form, matches, back, asks, version }: Props) => (
  <Form action={action} csrf={request.csrf} requestId={request.formId} state={form}>
    {version === undefined ? null : <HiddenField name="version" value={String(version)} />}
    {asks ? (
      <>
        <Select form={form} name="clientId" label="Client" options={asks.clients.map(({ id, name }) => ({ value: id, label: name }))} />
        {asks.siaes.length === 1 ? (
          <HiddenField name="siaeId" value={asks.siaes[0]?.id ?? ''} />
        ) : (
          <Select
            form={form}
            name="siaeId"
            label="Structure qui répond"
            options={asks.siaes.map(({ id, name }) => ({ value: id, label: name }))}
          />
        )}
      </>
    ) : null}
    <TextField form={form} name="work" label="Travail demandé" hint="Par exemple, Ménage, Jardin, Manutention" width={30} />
    <CommuneField form={form} name="commune" label="Commune du travail" matches={matches} />
    <DateField form={form} name="firstDay" label="Premier jour" />
    <DateField form={form} name="lastDay" label="Dernier jour" hint="Rien si la fin n’est pas connue" optional />
    <TextField
      form={form}
      name="weeklyHours"
      label="Heures par semaine, pour chaque personne"
      hint="Par exemple, 7,5"
      suffix="h"
      width={5}
      inputmode="decimal"
      optional
    />
    <Checkboxes
      form={form}
      name="weekdays"
      label="Jours demandés"
      hint="Aucun coché : n’importe quel jour"
      choices={WEEKDAYS.map((each) => ({ value: String(each), label: WEEKDAY_LABELS[each] ?? '' }))}
      optional
      inline
    />
    <TextField form={form} name="schedule" label="Horaires" hint="Par exemple, le matin, ou de 9 h à 12 h" width={30} optional />
    <TextField form={form} name="people" label="Nombre de personnes" width={2} inputmode="numeric" />
    <Checkboxes
      form={form}
      name="needs"
      label="Il faut"
      choices={[
        { value: 'licence', label: 'le permis B' },
        { value: 'vehicle', label: 'un véhicule' },
      ]}
      optional
      inline
    />
    <ButtonGroup>
      <Button>{version === undefined ? 'Enregistrer la demande' : 'Enregistrer'}</Button>
      <a class="govuk-link" href={back}>
        Annuler
      </a>
    </ButtonGroup>
  </Form>
)

/** What the form of a request says, but its commune, with what is wrong in its days. */
export function typedRequest(form: FormBody) {
  const firstDay = dateInput(form, 'firstDay', 'le premier jour')
  const lastDay = dateInput(form, 'lastDay', 'le dernier jour')
  const boxes = (name: string) => typedValues({ values: form, errors: [] }, name)
  return {
    input: {
      clientId: text(form, 'clientId'),
      siaeId: text(form, 'siaeId'),
      work: text(form, 'work'),
      firstDay: firstDay.iso,
      lastDay: lastDay.iso ?? null,
      weeklyHours: text(form, 'weeklyHours'),
      weekdays: boxes('weekdays'),
      schedule: text(form, 'schedule'),
      people: text(form, 'people'),
      needs: boxes('needs'),
    },
    errors: [...firstDay.errors, ...lastDay.errors],
  }
}
