import { frenchDate } from '@maillage/kernel'
import { ANSWER_SOURCES, answerSourceLabels, SITUATIONS, situationLabels } from '@maillage/rules/exits'
import { Button, ButtonGroup, DateField, dateFieldValues, Form, type FormState, Radios } from '@maillage/ui'
import { dateInput } from '../../../platform/http/date-input.ts'
import { memberPage } from '../../../platform/http/page.ts'
import { type PageRequest, text } from '../../../platform/http/page-request.ts'
import { notFoundReply, type Reply, show } from '../../../platform/http/reply.ts'
import type { Member } from '../../../platform/http/slice.ts'
import { logReading } from '../../people/index.ts'
import { recordAnswer } from '../commands/record-answer.ts'
import { mayReadFollowUps } from '../policy.ts'
import { type FollowUpShown, followUpCrumbs, shownFollowUp } from './follow-up-in-address.ts'
import { followUpHref, horizonWords } from './follow-up-words.tsx'

const YES_OR_NO = [
  { value: 'yes', label: 'Oui' },
  { value: 'no', label: 'Non' },
] as const

function answerForm(request: PageRequest<Member>, shown: FollowUpShown & { readonly asked: object }, form: FormState): Reply {
  const { exit, person, asked } = shown
  if (!asked) return notFoundReply
  const here = followUpHref(exit.stayId)
  return show(
    'Noter une réponse',
    <>
      <p class="govuk-caption-l">
        {person.displayName}, sortie le {frenchDate(exit.exitOn)}
      </p>
      <h1 class="govuk-heading-l">Des nouvelles, {horizonWords(asked.horizon)} après</h1>
      <Form action={`${here}/${asked.horizon}`} csrf={request.csrf} requestId={request.formId} state={form}>
        <Radios
          form={form}
          name="situation"
          label="Où en est la personne"
          choices={SITUATIONS.map((value) => ({ value, label: situationLabels[value] }))}
        />
        {exit.reason === 'business-creation' ? (
          <Radios form={form} name="businessAlive" label="L’entreprise créée existe encore" choices={YES_OR_NO} optional />
        ) : (
          <Radios form={form} name="sameEmployer" label="Chez le même employeur qu’à la sortie" choices={YES_OR_NO} optional />
        )}
        <Radios
          form={form}
          name="source"
          label="Qui vous l’a dit"
          choices={ANSWER_SOURCES.filter((each) => each !== 'link').map((value) => ({ value, label: answerSourceLabels[value] }))}
        />
        <DateField form={form} name="answeredOn" label="Date de la réponse" />
        <ButtonGroup>
          <Button>Noter cette réponse</Button>
          <a class="govuk-link" href={here}>
            Ne rien noter
          </a>
        </ButtonGroup>
      </Form>
    </>,
    { errorCount: form.errors.length, breadcrumb: followUpCrumbs(shown, horizonWords(asked.horizon)) },
  )
}

/** Notes what became of somebody, as told on the telephone: four answers, one of them already there. */
export const answerPage = memberPage({
  path: '/sejours/:id/suivi/:horizon',
  allowed: mayReadFollowUps,
  async get(request) {
    const shown = await shownFollowUp(request)
    const asked = shown?.asked
    if (!shown || !asked || asked.state === 'to-come' || asked.state === 'stopped') return notFoundReply
    const today = await request.read((ctx) => Promise.resolve(ctx.today))
    const former = shown.after.answers.find(({ horizon }) => horizon === asked.horizon)
    logReading(request, shown.person.id)
    const values = { source: 'phone', ...(former ? { situation: former.situation } : {}), ...dateFieldValues('answeredOn', today) }
    return answerForm(request, { ...shown, asked }, { values, errors: [] })
  },
  async post(request) {
    const shown = await shownFollowUp(request)
    const asked = shown?.asked
    if (!shown || !asked) return notFoundReply
    const { form } = request
    const answeredOn = dateInput(form, 'answeredOn', 'la date de la réponse')
    const { stayId } = shown.exit
    const result = await request.submit(recordAnswer, {
      input: {
        stayId,
        horizon: asked.horizon,
        situation: text(form, 'situation'),
        sameEmployer: text(form, 'sameEmployer'),
        businessAlive: text(form, 'businessAlive'),
        source: text(form, 'source'),
        answeredOn: answeredOn.iso,
      },
      errors: answeredOn.errors,
      location: () => followUpHref(stayId),
      notice: { kind: 'success', title: 'Réponse notée', text: 'La classe de la sortie ne change pas.' },
    })
    return result.reply ?? answerForm(request, { ...shown, asked }, result.form)
  },
})
