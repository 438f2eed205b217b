import { type CalendarDate, frenchDate } from '@maillage/kernel'
import { Notification, SourceLine, Why } from '@maillage/ui'
import { reasonSentence, reasonSteps } from '../components/reason-steps.ts'
import type { JudgedDiagnosis } from '../judge-diagnosis.ts'
import { reasonsOf } from '../model.ts'

const SAID = {
  granted: { kind: 'information', title: 'La personne est éligible' },
  refused: { kind: 'warning', title: 'La personne n’est pas éligible' },
  undetermined: { kind: 'information', title: 'Il manque des éléments pour répondre' },
} as const

/** The answer before anything is recorded: every reason, what is missing, the texts. The author reads all of it: it is their own form. */
export function VerdictPreview({ judged, on }: { readonly judged: JudgedDiagnosis; readonly on: CalendarDate }) {
  const verdict = judged.explained.value
  const reasons = reasonsOf(verdict, judged.explained.because())
  const against = reasons.filter(({ kind }) => kind !== 'step')
  const { kind, title } = SAID[verdict.state]
  return (
    <div id="reponse">
      <Notification kind={kind} title={title}>
        {against.length > 0 ? (
          <ul class="govuk-list govuk-list--bullet">
            {against.map((reason) => (
              <li key={JSON.stringify(reason.content)}>
                {reasonSentence(reason)}
                {reason.kind === 'refusal' && reason.content.source ? (
                  <>
                    <br />
                    <SourceLine source={reason.content.source} />
                  </>
                ) : null}
              </li>
            ))}
          </ul>
        ) : null}
        <p class="govuk-body">
          Rien n’est encore enregistré. Vous pouvez enregistrer ce diagnostic même si la réponse n’est pas favorable.
        </p>
        <Why
          label={'Pourquoi cette réponse\u202f?'}
          rule="Éligibilité à un parcours d’insertion (CT R5132-1-7)"
          law={`Droit du ${frenchDate(on)}`}
          steps={reasonSteps(reasons)}
        />
      </Notification>
    </div>
  )
}
