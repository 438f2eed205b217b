import { frenchDate } from '@maillage/kernel'
import { barrierAreaLabel } from '@maillage/rules/accompaniment'
import { Button, ButtonGroup, Form, type FormState, HiddenField, InsetText, Timeline } from '@maillage/ui'
import { legalDay } from '../../../platform/clock.ts'
import { memberPage } from '../../../platform/http/page.ts'
import { type PageRequest, text } from '../../../platform/http/page-request.ts'
import { recordId } from '../../../platform/http/record-id.ts'
import { notFoundReply, type Reply, show } from '../../../platform/http/reply.ts'
import type { Member } from '../../../platform/http/slice.ts'
import { logReading, type PersonCard, personCard } from '../../people/index.ts'
import { EVIDENCE_LABELS, STATE_LABELS, WEIGHT_LABELS } from '../barrier-words.fr.ts'
import { updateBarrier } from '../commands/update-barrier.ts'
import { type Barrier, isPersonal } from '../model-barriers.ts'
import { planCrumbs, planHref } from '../person-in-address.ts'
import { mayAccompany } from '../policy.ts'
import { barrierHistory } from '../queries/barriers-of.ts'
import { BarrierFields, barrierValues, readBarrier } from './barrier-fields.tsx'

interface Noted {
  readonly card: PersonCard
  readonly barrier: Barrier
  /** The latest first, the current one included. */
  readonly history: readonly Barrier[]
}

const History = ({ history, timeZone }: { readonly history: readonly Barrier[]; readonly timeZone: string }) => (
  <section aria-labelledby="histoire">
    <h2 class="govuk-heading-m" id="histoire">
      Ce qui était connu
    </h2>
    <Timeline
      events={history.map((known) => ({
        date: legalDay(known.recordedAt, timeZone),
        title:
          known.state === 'withdrawn'
            ? STATE_LABELS.withdrawn
            : `${STATE_LABELS[known.state]}, ${WEIGHT_LABELS[known.weight].toLowerCase()}`,
        by: known.author ?? 'un ancien membre',
        children: (
          <>
            {known.consequence === null ? null : <p class="govuk-body">{known.consequence}</p>}
            {known.tried === null ? null : <p class="govuk-body">Tenté&nbsp;: {known.tried}</p>}
            {known.since === null && known.evidence === null ? null : (
              <p class="govuk-body-s">
                {[
                  ...(known.since === null ? [] : [`Depuis le ${frenchDate(known.since)}`]),
                  ...(known.evidence === null ? [] : [EVIDENCE_LABELS[known.evidence]]),
                ].join(' · ')}
              </p>
            )}
          </>
        ),
      }))}
    />
  </section>
)

function barrierForm(request: PageRequest<Member>, { card, barrier, history }: Noted, form: FormState): Reply {
  const area = barrierAreaLabel(barrier.area)
  const open = card.diedOn === null && barrier.state !== 'withdrawn'
  return show(
    `Frein : ${area}`,
    <>
      <p class="govuk-caption-l">{card.displayName}</p>
      <h1 class="govuk-heading-l">Frein&nbsp;: {area}</h1>
      <InsetText>
        {isPersonal(barrier.sensitivity)
          ? 'Lu par les seuls référents de votre organisation. Le texte est chiffré.'
          : 'Lu par les référents de votre organisation, et par qui l’a noté.'}
      </InsetText>
      {open ? (
        <Form action={`/freins/${barrier.id}`} csrf={request.csrf} requestId={request.formId} state={form}>
          <HiddenField name="version" value={String(barrier.version)} />
          <BarrierFields form={form} noted />
          <ButtonGroup>
            <Button>Mettre à jour</Button>
            <a class="govuk-link" href={planHref(card.id)}>
              Ne rien changer
            </a>
          </ButtonGroup>
        </Form>
      ) : null}
      <History history={history} timeZone={request.actor.hat.timeZone} />
    </>,
    { errorCount: form.errors.length, breadcrumb: planCrumbs(card, area) },
  )
}

async function notedOf(request: PageRequest<Member>): Promise<Noted | undefined> {
  const id = recordId(request.params['id'])
  if (id === undefined) return undefined
  return request.read(async (ctx) => {
    const history = await barrierHistory(ctx, id)
    const [barrier] = history
    const card = barrier && (await personCard(ctx, barrier.personId))
    return card && { card, barrier, history }
  })
}

/** One barrier: where it stands, updated in place, and what was known of it. */
export const barrierPage = memberPage({
  path: '/freins/:id',
  allowed: mayAccompany,
  async get(request) {
    const noted = await notedOf(request)
    if (!noted) return notFoundReply
    logReading(request, noted.card.id)
    return barrierForm(request, noted, barrierValues(noted.barrier))
  },
  async post(request) {
    const noted = await notedOf(request)
    if (!noted) return notFoundReply
    const { facts, errors } = readBarrier(request.form)
    const result = await request.submit(updateBarrier, {
      input: { barrierId: noted.barrier.id, version: text(request.form, 'version'), ...facts },
      errors,
      location: ({ personId }) => planHref(personId),
      notice: { kind: 'success', title: 'Frein mis à jour' },
    })
    return result.reply ?? barrierForm(request, noted, result.form)
  },
})
