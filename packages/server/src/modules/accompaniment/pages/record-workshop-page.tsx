import { plural } from '@maillage/kernel'
import { Button, ButtonGroup, DateField, dateFieldValues, Form, type FormState, Select, TextArea, TextField } from '@maillage/ui'
import { dateInput } from '../../../platform/http/date-input.ts'
import { memberPage } from '../../../platform/http/page.ts'
import { type FormBody, type PageRequest, text } from '../../../platform/http/page-request.ts'
import { type Reply, show } from '../../../platform/http/reply.ts'
import type { Member } from '../../../platform/http/slice.ts'
import { recordWorkshop } from '../commands/record-workshop.ts'
import { asksAnotherList, searchErrors, tickedIn, ticking, WhoWasThere } from '../components/who-was-there.tsx'
import { MISSION_LABELS } from '../messages.fr.ts'
import { MISSIONS, TEXT_LIMIT } from '../model.ts'
import { WORKSHOP_TEXT_LIMIT } from '../model-workshops.ts'
import { mayAccompany } from '../policy.ts'
import { WORKSHOPS } from './workshops-page.tsx'

const TITLE = 'Noter un atelier collectif'

/** The form, with the list that it asks for and what its buttons ticked. */
async function workshopForm(request: PageRequest<Member>, { values, errors }: FormState): Promise<Reply> {
  const people = await request.read((ctx) => ticking(ctx, values as FormBody))
  const form = { values: { ...values, personIds: tickedIn(values as FormBody, people) }, errors }
  return show(
    TITLE,
    <>
      <h1 class="govuk-heading-l">{TITLE}</h1>
      <p class="govuk-body">Saisi une fois, noté dans le dossier de chaque personne présente. Aucun dossier ne dit qui d’autre était là.</p>
      <Form action={`${WORKSHOPS}/ajouter`} csrf={request.csrf} requestId={request.formId} state={form}>
        <TextField form={form} name="theme" label="Thème" hint="Par exemple : préparer un entretien d’embauche" />
        <DateField form={form} name="happenedOn" label="Date" />
        <TextField form={form} name="minutes" label="Durée, en minutes" suffix="min" width={3} inputmode="numeric" optional />
        <WhoWasThere form={form} people={people} />
        <TextArea
          form={form}
          name="purpose"
          label="Ce que vous avez fait ensemble"
          hint="Le même texte sera lu dans chaque dossier : n’y nommez personne."
          rows={3}
          limit={WORKSHOP_TEXT_LIMIT}
          optional
        />
        <TextArea
          form={form}
          name="nextStep"
          label={'Et ensuite\u202f?'}
          hint="Pour tous : la prochaine séance, un travail à faire"
          rows={2}
          limit={TEXT_LIMIT}
          optional
        />
        <DateField form={form} name="nextOn" label="Date de la suite" optional />
        <Select
          form={form}
          name="mission"
          label="Mission"
          hint="Pour le bilan de la structure, sans autre saisie"
          placeholder={null}
          options={MISSIONS.map((value) => ({ value, label: MISSION_LABELS[value] }))}
        />
        <ButtonGroup>
          <Button name="_save" value="workshop">
            Noter l’atelier
          </Button>
          <a class="govuk-link" href={WORKSHOPS}>
            Ne rien noter
          </a>
        </ButtonGroup>
      </Form>
    </>,
    { errorCount: errors.length, breadcrumb: [{ label: 'Accueil', href: '/' }, { label: 'Ateliers', href: WORKSHOPS }, { label: TITLE }] },
  )
}

/** One entry for all those who were there. */
export const recordWorkshopPage = memberPage({
  path: `${WORKSHOPS}/ajouter`,
  allowed: mayAccompany,
  async get(request) {
    const today = await request.read((ctx) => Promise.resolve(ctx.today))
    const asked = Object.fromEntries(['q', 'equipe', 'suivi', 'tous'].map((name) => [name, text(request.query, name)]))
    return workshopForm(request, { values: { mission: 'workshops', ...dateFieldValues('happenedOn', today), ...asked }, errors: [] })
  },
  async post(request) {
    if (asksAnotherList(request.form)) return workshopForm(request, { values: request.form, errors: [] })
    const [happenedOn, nextOn] = [
      dateInput(request.form, 'happenedOn', 'la date'),
      dateInput(request.form, 'nextOn', 'la date de la suite'),
    ]
    const result = await request.submit(recordWorkshop, {
      input: {
        ...Object.fromEntries(['theme', 'minutes', 'purpose', 'nextStep', 'mission'].map((name) => [name, text(request.form, name)])),
        personIds: request.form['personIds'],
        happenedOn: happenedOn.iso,
        nextOn: nextOn.iso ?? null,
      },
      errors: [...happenedOn.errors, ...nextOn.errors, ...searchErrors(request.form)],
      location: ({ id }) => `${WORKSHOPS}/${id}`,
      notice: ({ present }) => ({
        kind: 'success',
        title: 'Atelier noté',
        text: `${plural(present, 'personne présente', 'personnes présentes')}.`,
      }),
    })
    return result.reply ?? workshopForm(request, result.form)
  },
})
