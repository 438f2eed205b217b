import { frenchDate } from '@maillage/kernel'
import { Button, ButtonGroup, DateField, emptyForm, Form, type FormState, HiddenField } from '@maillage/ui'
import { dateInput } from '../../../platform/http/date-input.ts'
import { memberPage } from '../../../platform/http/page.ts'
import { type PageRequest, text } from '../../../platform/http/page-request.ts'
import { recordId } from '../../../platform/http/record-id.ts'
import { notFoundReply, type Reply, show } from '../../../platform/http/reply.ts'
import type { Member } from '../../../platform/http/slice.ts'
import { recordDeath } from '../commands/record-death.ts'
import { withdrawDeath } from '../commands/withdraw-death.ts'
import { mayKeepFiles } from '../policy.ts'
import { type PersonCard, personCard } from '../queries/person-card.ts'

const crumbsOf = ({ id, displayName }: PersonCard) => [
  { label: 'Personnes', href: '/personnes' },
  { label: displayName, href: `/personnes/${id}` },
  { label: 'Décès' },
]

function deathForm(request: PageRequest<Member>, card: PersonCard, form: FormState): Reply {
  const here = `/personnes/${card.id}`
  return show(
    'Enregistrer un décès',
    <>
      <p class="govuk-caption-l">{card.displayName}</p>
      <h1 class="govuk-heading-l">Enregistrer un décès</h1>
      <p class="govuk-body">Dès l’enregistrement, pour toutes les organisations qui suivent la personne&nbsp;:</p>
      <ul class="govuk-list govuk-list--bullet">
        <li>plus aucun message ni rappel ne part vers elle, y compris ceux qui attendaient&nbsp;;</li>
        <li>sa fiche est fermée&nbsp;: identité, suivi, candidatures et PASS IAE ne se modifient plus&nbsp;;</li>
        <li>les contrats et les heures d’avant le décès peuvent encore être enregistrés.</li>
      </ul>
      <Form action={`${here}/deces`} csrf={request.csrf} requestId={request.formId} state={form}>
        <HiddenField name="version" value={String(card.version)} />
        <DateField form={form} name="diedOn" label="Date du décès" />
        <ButtonGroup>
          <Button kind="warning">Enregistrer le décès</Button>
          <a class="govuk-link" href={here}>
            Annuler
          </a>
        </ButtonGroup>
      </Form>
    </>,
    { errorCount: form.errors.length, breadcrumb: crumbsOf(card) },
  )
}

function closedForm(request: PageRequest<Member>, card: PersonCard, form: FormState): Reply {
  return show(
    'Décès enregistré',
    <>
      <p class="govuk-caption-l">{card.displayName}</p>
      <h1 class="govuk-heading-l">Un décès est enregistré</h1>
      <p class="govuk-body">
        {card.diedOn === null ? null : <>Le {frenchDate(card.diedOn)}. </>}La fiche est fermée. Les héritiers qui demandent à consulter le
        dossier s’adressent au délégué à la protection des données (<a href="/vie-privee">vie privée</a>).
      </p>
      <p class="govuk-body">
        Si c’est une erreur, rouvrez la fiche. Les messages arrêtés ne repartiront pas, et l’erreur reste dans le journal.
      </p>
      <Form action={`/personnes/${card.id}/deces/annuler`} csrf={request.csrf} requestId={request.formId} state={form}>
        <HiddenField name="version" value={String(card.version)} />
        <Button kind="warning">Rouvrir la fiche</Button>
      </Form>
    </>,
    { errorCount: form.errors.length, breadcrumb: crumbsOf(card) },
  )
}

async function found(request: PageRequest<Member>): Promise<PersonCard | undefined> {
  const id = recordId(request.params['id'])
  return id === undefined ? undefined : request.read((ctx) => personCard(ctx, id))
}

/** Records a death; once recorded, says what it means and how to take an error back. */
export const deathPage = memberPage({
  path: '/personnes/:id/deces',
  allowed: mayKeepFiles,
  async get(request) {
    const card = await found(request)
    if (!card) return notFoundReply
    return card.diedOn === null ? deathForm(request, card, emptyForm) : closedForm(request, card, emptyForm)
  },
  async post(request) {
    const card = await found(request)
    if (!card) return notFoundReply
    const diedOn = dateInput(request.form, 'diedOn', 'la date du décès')
    const result = await request.submit(recordDeath, {
      input: { personId: card.id, version: text(request.form, 'version'), diedOn: diedOn.iso },
      errors: diedOn.errors,
      location: ({ personId }) => `/personnes/${personId}`,
      notice: { kind: 'success', title: 'Décès enregistré. Plus aucun message ne partira vers cette personne.' },
    })
    return result.reply ?? deathForm(request, card, result.form)
  },
})

/** Opens again a file closed by mistake. */
export const withdrawDeathPage = memberPage({
  path: '/personnes/:id/deces/annuler',
  allowed: mayKeepFiles,
  async post(request) {
    const card = await found(request)
    if (!card) return notFoundReply
    const result = await request.submit(withdrawDeath, {
      input: { personId: card.id, version: text(request.form, 'version') },
      location: ({ personId }) => `/personnes/${personId}`,
      notice: { kind: 'success', title: 'La fiche est rouverte' },
    })
    return result.reply ?? closedForm(request, card, result.form)
  },
})
