import { frenchDate } from '@maillage/kernel'
import { Button, ButtonGroup, emptyForm, Form, type FormState, InsetText } from '@maillage/ui'
import { memberPage } from '../../../platform/http/page.ts'
import type { PageRequest } from '../../../platform/http/page-request.ts'
import { goTo, notFoundReply, type Reply, show } from '../../../platform/http/reply.ts'
import type { Member } from '../../../platform/http/slice.ts'
import { logReading } from '../../people/index.ts'
import { recordExit } from '../commands/record-exit.ts'
import { mayReadExits } from '../policy.ts'
import { ExitFields, readExit } from './exit-fields.tsx'
import { crumbsOf, exitHref, type StayShown, shownStay } from './stay-in-address.ts'

function recordForm(request: PageRequest<Member>, { card, reasons }: StayShown, form: FormState): Reply {
  const { stayId, personId, personName, siaeName, entry, elsewhere, history } = card
  return show(
    'Enregistrer la sortie',
    <>
      <p class="govuk-caption-l">
        {personName} · {siaeName}, entrée le {frenchDate(entry)}
      </p>
      <h1 class="govuk-heading-l">Enregistrer la sortie</h1>
      <p class="govuk-body">
        La personne quitte la structure. Pour un contrat qui se termine et sera renouvelé, il n’y a pas de sortie à enregistrer.
      </p>
      {history.length === 0 ? null : (
        <InsetText>Une sortie avait été enregistrée puis annulée. Celle-ci la remplace : sa trace reste.</InsetText>
      )}
      {elsewhere.map((each) => (
        <InsetText key={each.siaeName}>
          La personne poursuit dans une SIAE : « {each.siaeName} ».{' '}
          {each.counsellor === null ? 'Aucun référent n’y est nommé.' : `Référent\u00a0: ${each.counsellor}.`}
        </InsetText>
      ))}
      <Form action={`${exitHref(stayId)}/enregistrer`} csrf={request.csrf} requestId={request.formId} state={form}>
        <ExitFields form={form} reasons={reasons} />
        <p class="govuk-body">Un décès ferme aussi la fiche de la personne : plus aucun message ne part.</p>
        <ButtonGroup>
          <Button>Enregistrer la sortie</Button>
          <a class="govuk-link" href={`/personnes/${personId}`}>
            Ne rien enregistrer
          </a>
        </ButtonGroup>
      </Form>
    </>,
    { errorCount: form.errors.length, breadcrumb: crumbsOf(card, 'Enregistrer') },
  )
}

/** Records the exit of a stay that has none. */
export const recordExitPage = memberPage({
  path: '/sejours/:id/sortie/enregistrer',
  allowed: mayReadExits,
  async get(request) {
    const found = await shownStay(request)
    if (!found) return notFoundReply
    if (found.card.exit) return goTo(exitHref(found.card.stayId))
    logReading(request, found.card.personId)
    return recordForm(request, found, emptyForm)
  },
  async post(request) {
    const found = await shownStay(request)
    if (!found) return notFoundReply
    const { stayId } = found.card
    const result = await request.submit(recordExit, {
      ...readExit(request.form, stayId),
      location: () => exitHref(stayId),
      notice: { kind: 'success', title: 'Sortie enregistrée', text: 'Le séjour est terminé, et le contrat en cours s’arrête avec lui.' },
    })
    return result.reply ?? recordForm(request, found, result.form)
  },
})
