import { day, frenchDate } from '@maillage/kernel'
import { Button, DataTable, EmptyState, emptyForm, Form, type FormState, Tag, TextField } from '@maillage/ui'
import { memberPage } from '../../../platform/http/page.ts'
import { type PageRequest, text } from '../../../platform/http/page-request.ts'
import { type Reply, show } from '../../../platform/http/reply.ts'
import type { Member } from '../../../platform/http/slice.ts'
import { readCode } from '../commands/read-code.ts'
import { mayKeepFiles } from '../policy.ts'
import { type OwnRequest, ownRequests } from '../queries/own-requests.ts'
import { type WaitingRequest, waitingRequests } from '../queries/waiting-requests.ts'
import { answerForm } from './answer-form.tsx'
import { requestWords, WAY_WORDS } from './request-words.ts'

const PATH = '/rattachements'
const dayOf = (instant: Temporal.Instant) => frenchDate(day(instant.toString().slice(0, 10)))

const Waiting = ({ rows }: { readonly rows: readonly WaitingRequest[] }) => (
  <DataTable<WaitingRequest>
    caption="Demandes qui attendent votre réponse"
    counted={['demande', 'demandes']}
    rows={rows}
    rowKey={({ id }) => id}
    columns={[
      { key: 'personne', label: 'Personne', render: ({ displayName }) => displayName },
      { key: 'demandeur', label: 'Demandeur', render: ({ organisationName, unitName }) => `${organisationName}, ${unitName}` },
      { key: 'date', label: 'Depuis', render: ({ requestedAt }) => dayOf(requestedAt) },
      {
        key: 'action',
        label: 'Action',
        render: ({ id, displayName }) => (
          <a class="govuk-link" href={`${PATH}/${id}`}>
            Répondre<span class="govuk-visually-hidden"> pour {displayName}</span>
          </a>
        ),
      },
    ]}
    empty={
      <EmptyState title="Aucune demande n’attend votre réponse">
        Quand une autre organisation demande à partager la fiche d’une personne que vous suivez, la demande apparaît ici.
      </EmptyState>
    }
  />
)

const TONES = { waiting: 'attention', accepted: 'positive', refused: 'neutral', expired: 'neutral' } as const
const Sent = ({ rows }: { readonly rows: readonly OwnRequest[] }) => (
  <DataTable<OwnRequest>
    caption="Demandes de vos équipes"
    counted={['demande', 'demandes']}
    rows={rows}
    rowKey={({ id }) => id}
    columns={[
      {
        key: 'personne',
        label: 'Personne',
        render: ({ provisionalId, displayName, state }) =>
          provisionalId ? (
            <a class="govuk-link" href={`/personnes/${provisionalId}${state === 'accepted' ? '' : '/rattachement'}`}>
              {displayName || 'Fiche rattachée'}
            </a>
          ) : (
            '–'
          ),
      },
      { key: 'moyen', label: 'Moyen', render: ({ way }) => WAY_WORDS[way] },
      { key: 'date', label: 'Demandé le', render: ({ requestedAt }) => dayOf(requestedAt) },
      { key: 'etat', label: 'Où elle en est', render: (row) => <Tag tone={TONES[row.state]}>{requestWords(row)}</Tag> },
    ]}
    empty={null}
  />
)

async function requestsPageOf(request: PageRequest<Member>, form: FormState): Promise<Reply> {
  const { waiting, sent } = await request.read(async (ctx) => ({ waiting: await waitingRequests(ctx), sent: await ownRequests(ctx) }))
  return show(
    'Rattachements',
    <>
      <h1 class="govuk-heading-l">Rattachements</h1>
      <p class="govuk-body">
        Une personne n’a qu’une fiche. Une autre organisation qui la rencontre demande à la partager ; vous acceptez ou refusez.
      </p>
      <Waiting rows={waiting} />
      <h2 class="govuk-heading-m">La personne vous a remis un code</h2>
      <Form action={PATH} csrf={request.csrf} requestId={request.formId} state={form}>
        <TextField
          form={form}
          name="code"
          label="Code écrit sur le papier"
          hint="Douze lettres et chiffres, par exemple K7QF-93TM-X2PD"
          autocomplete="off"
          spellcheck={false}
          width={20}
        />
        <Button kind="secondary">Voir la demande</Button>
      </Form>
      <Sent rows={sent} />
    </>,
    { wide: true, errorCount: form.errors.length, breadcrumb: [{ label: 'Accueil', href: '/' }, { label: 'Rattachements' }] },
  )
}

/** What waits for me as holder, the codes that people bring, and what my teams asked. */
export const requestsPage = memberPage({
  path: PATH,
  allowed: mayKeepFiles,
  get: (request) => requestsPageOf(request, emptyForm),
  async post(request) {
    const asked = await request.ask(readCode, { code: text(request.form, 'code') })
    if (asked.form) return requestsPageOf(request, asked.form)
    const { request: found } = asked.value
    if (found) return answerForm(request, found, { values: request.form, errors: [] })
    const unknown = 'Ce code n’ouvre aucune demande sur une personne que vous suivez. Vérifiez-le sur le papier.'
    return requestsPageOf(request, { values: request.form, errors: [{ field: 'code', text: unknown }] })
  },
})
