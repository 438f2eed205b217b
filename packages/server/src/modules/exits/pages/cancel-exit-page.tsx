import { frenchDate } from '@maillage/kernel'
import { exitReasonLabels } from '@maillage/rules/exits'
import { Button, ButtonGroup, emptyForm, Form, type FormState, HiddenField, TextArea } from '@maillage/ui'
import { memberPage } from '../../../platform/http/page.ts'
import { type PageRequest, text } from '../../../platform/http/page-request.ts'
import { notFoundReply, type Reply, show } from '../../../platform/http/reply.ts'
import type { Member } from '../../../platform/http/slice.ts'
import { logReading } from '../../people/index.ts'
import { cancelExit } from '../commands/cancel-exit.ts'
import type { StayExit } from '../model.ts'
import { mayReadExits } from '../policy.ts'
import type { ExitCard } from '../queries/exit-card.ts'
import { crumbsOf, exitHref, shownStay } from './stay-in-address.ts'

function confirmation(request: PageRequest<Member>, card: ExitCard, exit: StayExit, form: FormState): Reply {
  const here = exitHref(card.stayId)
  return show(
    'Annuler la sortie',
    <>
      <p class="govuk-caption-l">
        {card.personName} · {card.siaeName}
      </p>
      <h1 class="govuk-heading-l">Annuler cette sortie ?</h1>
      <p class="govuk-body">
        À n’utiliser que si la personne n’est pas partie. Si elle est revenue plus d’un jour après, la sortie reste, et un nouveau contrat
        ouvre un nouveau séjour.
      </p>
      <ul class="govuk-list govuk-list--bullet">
        <li>
          La sortie du {frenchDate(exit.exitOn)} (motif : {exitReasonLabels[exit.reason]}) ne compte plus ; sa trace reste.
        </li>
        <li>Le séjour reprend, et le contrat que la sortie avait raccourci retrouve son dernier jour.</li>
        {exit.reason === 'death' ? <li>Le décès reste enregistré : il se retire depuis la fiche de la personne.</li> : null}
      </ul>
      <Form action={`${here}/annuler`} csrf={request.csrf} requestId={request.formId} state={form}>
        <HiddenField name="version" value={String(exit.version)} />
        <TextArea form={form} name="changeReason" label="Pourquoi cette annulation" rows={3} />
        <ButtonGroup>
          <Button kind="warning">Annuler la sortie</Button>
          <a class="govuk-link" href={here}>
            Ne rien annuler
          </a>
        </ButtonGroup>
      </Form>
    </>,
    { errorCount: form.errors.length, breadcrumb: crumbsOf(card, 'Annuler') },
  )
}

/** Says what cancelling does, then does it. */
export const cancelExitPage = memberPage({
  path: '/sejours/:id/sortie/annuler',
  allowed: mayReadExits,
  async get(request) {
    const found = await shownStay(request)
    if (!found?.card.exit) return notFoundReply
    logReading(request, found.card.personId)
    return confirmation(request, found.card, found.card.exit, emptyForm)
  },
  async post(request) {
    const found = await shownStay(request)
    if (!found?.card.exit) return notFoundReply
    const { stayId, personId, exit } = found.card
    const result = await request.submit(cancelExit, {
      input: { stayId, version: text(request.form, 'version'), changeReason: text(request.form, 'changeReason') },
      location: () => `/personnes/${personId}`,
      notice: { kind: 'success', title: 'Sortie annulée', text: 'Le séjour reprend.' },
    })
    return result.reply ?? confirmation(request, found.card, exit, result.form)
  },
})
