import { Button, ButtonGroup, Form, type FormState, InsetText, Select } from '@maillage/ui'
import { memberPage } from '../../../platform/http/page.ts'
import { type PageRequest, text } from '../../../platform/http/page-request.ts'
import { notFoundReply, type Reply, show } from '../../../platform/http/reply.ts'
import type { Member } from '../../../platform/http/slice.ts'
import type { PersonCard } from '../../people/index.ts'
import { areaOptions } from '../barrier-words.fr.ts'
import { noteBarrier } from '../commands/note-barrier.ts'
import { personInAddress, planCrumbs, planHref } from '../person-in-address.ts'
import { mayAccompany } from '../policy.ts'
import { AreasExplained, BarrierFields, readBarrier } from './barrier-fields.tsx'

function noteForm(request: PageRequest<Member>, card: PersonCard, form: FormState): Reply {
  const referent = card.circles.has('referent')
  return show(
    'Noter un frein',
    <>
      <p class="govuk-caption-l">{card.displayName}</p>
      <h1 class="govuk-heading-l">Noter un frein</h1>
      <Form action={`/personnes/${card.id}/freins/ajouter`} csrf={request.csrf} requestId={request.formId} state={form}>
        {referent ? null : (
          <InsetText>
            Vous n’êtes pas référent de cette personne&nbsp;: la santé, la justice et les violences ne vous sont pas proposées. Son référent
            les note.
          </InsetText>
        )}
        <Select form={form} name="area" label="Domaine" options={areaOptions(referent)} />
        <BarrierFields form={form} noted={false} />
        <ButtonGroup>
          <Button>Noter ce frein</Button>
          <a class="govuk-link" href={planHref(card.id)}>
            Ne rien noter
          </a>
        </ButtonGroup>
      </Form>
      <AreasExplained />
    </>,
    { errorCount: form.errors.length, breadcrumb: planCrumbs(card, 'Noter un frein') },
  )
}

/** Notes an area of life where a person is held back. */
export const noteBarrierPage = memberPage({
  path: '/personnes/:id/freins/ajouter',
  allowed: mayAccompany,
  async get(request) {
    const card = await personInAddress(request)
    if (!card || card.diedOn !== null) return notFoundReply
    return noteForm(request, card, { values: { state: 'identified' }, errors: [] })
  },
  async post(request) {
    const card = await personInAddress(request)
    if (!card) return notFoundReply
    const { facts, errors } = readBarrier(request.form)
    const result = await request.submit(noteBarrier, {
      input: { personId: card.id, area: text(request.form, 'area'), ...facts },
      errors,
      location: ({ personId }) => planHref(personId),
      notice: { kind: 'success', title: 'Frein noté' },
    })
    return result.reply ?? noteForm(request, card, result.form)
  },
})
