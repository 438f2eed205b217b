import type { Source } from '@maillage/kernel'
import { SourceLine } from './source-line.tsx'

/** A step worded in French. `withheld`: the reader may not see it; its sentence must not reach the page then, and is not rendered. */
export interface WhyStep {
  readonly sentence: string
  readonly value?: string | undefined
  readonly source?: Source | undefined
  readonly withheld?: boolean | undefined
}

interface Props {
  /** « Pourquoi ce chiffre ? » by default; « Pourquoi cette réponse ? » for a verdict. */
  readonly label?: string | undefined
  readonly steps: readonly WhyStep[]
  /** The rule followed, in words. */
  readonly rule: string
  /** The law applied: which version, at which day. */
  readonly law?: string | undefined
}

/**
 * The calculation behind a figure, opened on demand: every step, its value, the text it follows.
 * @example <Why rule="Durée du PASS IAE" law="Droit du 21 novembre 2026" steps={[{ sentence: 'Délivré le 3 mars 2025', value: '24 mois' }]} />
 */
export function Why({ label = 'Pourquoi ce chiffre\u202f?', steps, rule, law }: Props) {
  return (
    <details class="m-why">
      <summary class="m-why-summary">{label}</summary>
      <div class="m-why-body">
        <ol class="m-why-steps">
          {steps.map((step, index) => (
            // Steps have no identity of their own: their order is what they mean.
            <li class="m-why-step" key={index}>
              {step.withheld ? (
                <span class="m-why-withheld">Élément non communiqué à votre profil</span>
              ) : (
                <>
                  <span class="m-why-sentence">{step.sentence}</span>
                  {step.value === undefined ? null : <span class="m-why-value">{step.value}</span>}
                  {step.source ? <SourceLine source={step.source} /> : null}
                </>
              )}
            </li>
          ))}
        </ol>
        <p class="m-why-rule">
          Règle suivie&nbsp;: {rule}
          {law ? <span class="m-why-law"> · {law}</span> : null}
        </p>
      </div>
    </details>
  )
}
