import { Button, ButtonGroup, EmptyState, emptyForm, Form, type FormState, Radios } from '@maillage/ui'
import { memberPage } from '../../../platform/http/page.ts'
import { type PageRequest, text } from '../../../platform/http/page-request.ts'
import { recordId } from '../../../platform/http/record-id.ts'
import { notFoundReply, type Reply, show } from '../../../platform/http/reply.ts'
import type { Member } from '../../../platform/http/slice.ts'
import { proposeMerge } from '../commands/propose-merge.ts'
import { bornWords } from '../model.ts'
import { mayKeepFiles } from '../policy.ts'
import { type OwnMatch, ownMatches } from '../queries/own-matches.ts'
import { type PersonCard, personCard } from '../queries/person-card.ts'

interface Found {
  readonly card: PersonCard
  readonly alike: readonly OwnMatch[]
}

function mergeForm(request: PageRequest<Member>, { card, alike }: Found, form: FormState): Reply {
  const here = `/personnes/${card.id}`
  return show(
    'Signaler une fiche en double',
    <>
      <p class="govuk-caption-l">{card.displayName}</p>
      <h1 class="govuk-heading-l">Signaler une fiche en double</h1>
      {alike.length === 0 ? (
        <EmptyState title="Aucune fiche semblable" action={{ label: 'Revenir à la fiche', href: here }}>
          Aucune autre personne que suivent vos équipes ne ressemble à celle-ci. Si l’autre fiche est tenue ailleurs, demandez à
          l’administration de la plateforme de comparer les deux.
        </EmptyState>
      ) : (
        <Form action={`${here}/doublon`} csrf={request.csrf} requestId={request.formId} state={form}>
          <p class="govuk-body">Cette fiche sera gardée. L’administration de la plateforme comparera les deux et décidera.</p>
          <Radios
            form={form}
            name="absorbedId"
            label="Quelle fiche est en double ?"
            choices={alike.map(({ id, displayName, birth, sex }) => ({ value: id, label: displayName, hint: bornWords(birth, sex) }))}
          />
          <ButtonGroup>
            <Button>Proposer de les réunir</Button>
            <a class="govuk-link" href={here}>
              Annuler
            </a>
          </ButtonGroup>
        </Form>
      )}
    </>,
    {
      errorCount: form.errors.length,
      breadcrumb: [{ label: 'Personnes', href: '/personnes' }, { label: card.displayName, href: here }, { label: 'Fiche en double' }],
    },
  )
}

async function found(request: PageRequest<Member>): Promise<Found | undefined> {
  const id = recordId(request.params['id'])
  if (!id) return undefined
  return request.read(async (ctx) => {
    const card = await personCard(ctx, id)
    if (!card) return undefined
    const { birthName, givenNames, birth } = card
    const alike = await ownMatches(ctx, { birthName, usageName: card.usageName ?? '', givenNames, birthDate: birth.date ?? undefined })
    return { card, alike: alike.filter((each) => each.id !== card.id) }
  })
}

/** Says that another file is the same person's. */
export const proposeMergePage = memberPage({
  path: '/personnes/:id/doublon',
  allowed: mayKeepFiles,
  async get(request) {
    const known = await found(request)
    return known ? mergeForm(request, known, emptyForm) : notFoundReply
  },
  async post(request) {
    const known = await found(request)
    if (!known) return notFoundReply
    const result = await request.submit(proposeMerge, {
      input: { keptId: known.card.id, absorbedId: text(request.form, 'absorbedId') },
      location: ({ keptId }) => `/personnes/${keptId}`,
      notice: { kind: 'success', title: 'Fusion proposée', text: 'L’administration de la plateforme comparera les deux fiches.' },
    })
    return result.reply ?? mergeForm(request, known, result.form)
  },
})
