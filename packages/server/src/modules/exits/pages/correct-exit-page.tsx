import { Button, ButtonGroup, Form, type FormState, HiddenField, TextArea } from '@maillage/ui'
import { memberPage } from '../../../platform/http/page.ts'
import type { PageRequest } from '../../../platform/http/page-request.ts'
import { notFoundReply, type Reply, show } from '../../../platform/http/reply.ts'
import type { Member } from '../../../platform/http/slice.ts'
import { logReading } from '../../people/index.ts'
import { correctExit } from '../commands/correct-exit.ts'
import type { StayExit } from '../model.ts'
import { mayReadExits } from '../policy.ts'
import { ExitFields, exitValues, readExit } from './exit-fields.tsx'
import { crumbsOf, exitHref, type StayShown, shownStay } from './stay-in-address.ts'

function correctForm(request: PageRequest<Member>, { card, reasons }: StayShown, exit: StayExit, form: FormState): Reply {
  const { stayId, personName, siaeName } = card
  const here = exitHref(stayId)
  return show(
    'Corriger la sortie',
    <>
      <p class="govuk-caption-l">
        {personName} · {siaeName}
      </p>
      <h1 class="govuk-heading-l">Corriger la sortie</h1>
      <p class="govuk-body">Ce qui était enregistré reste lisible, avec la raison du changement. Le contrat suit la nouvelle date.</p>
      <Form action={`${here}/corriger`} csrf={request.csrf} requestId={request.formId} state={form}>
        <HiddenField name="version" value={String(exit.version)} />
        <ExitFields
          form={form}
          reasons={reasons}
          keptReason={exit.reason === 'withheld' ? 'Garder le motif, réservé au référent' : 'Garder le motif enregistré'}
        />
        <TextArea form={form} name="changeReason" label="Pourquoi ce changement" hint="Ne citez ni maladie ni fait de justice" rows={3} />
        <ButtonGroup>
          <Button>Enregistrer la correction</Button>
          <a class="govuk-link" href={here}>
            Ne rien corriger
          </a>
        </ButtonGroup>
      </Form>
    </>,
    { errorCount: form.errors.length, breadcrumb: crumbsOf(card, 'Corriger') },
  )
}

/** Corrects the exit of a stay, with why. */
export const correctExitPage = memberPage({
  path: '/sejours/:id/sortie/corriger',
  allowed: mayReadExits,
  async get(request) {
    const found = await shownStay(request)
    if (!found?.card.exit) return notFoundReply
    logReading(request, found.card.personId)
    return correctForm(request, found, found.card.exit, exitValues(found.card.exit))
  },
  async post(request) {
    const found = await shownStay(request)
    if (!found?.card.exit) return notFoundReply
    const { stayId, exit } = found.card
    const result = await request.submit(correctExit, {
      ...readExit(request.form, stayId),
      location: () => exitHref(stayId),
      notice: { kind: 'success', title: 'Sortie corrigée' },
    })
    return result.reply ?? correctForm(request, found, exit, result.form)
  },
})
