import { OWN_LEVELS } from '../own-words.fr.ts'
import type { OwnPlan } from '../queries/own-plan.ts'

/** What the person can do, as they say it and as it was seen at work. */
export const OwnStrengths = ({ strengths, skills }: Pick<OwnPlan, 'strengths' | 'skills'>) =>
  strengths.length === 0 && skills.length === 0 ? (
    <p class="govuk-body-l">Rien n’est encore écrit. Dites ce que vous savez faire, ce que vous aimez faire.</p>
  ) : (
    <ul class="govuk-list govuk-list--bullet">
      {strengths.map(({ id, words }) => (
        <li key={id}>{words}</li>
      ))}
      {skills.map(({ id, label, level }) => (
        <li key={id}>
          {label} <span class="govuk-hint">Vu au travail&nbsp;: {OWN_LEVELS[level]}</span>
        </li>
      ))}
    </ul>
  )
