import { type CalendarDate, centiHours, type Explained, frenchDate, frenchHours } from '@maillage/kernel'
import { type AssignmentStep, assignmentStepSentence, type CompanyHoursAhead } from '@maillage/rules/assignments'
import { Why } from '@maillage/ui'

/** « Pourquoi ce chiffre ? » of the hours with companies. */
export const CompanyHoursWhy = ({
  counter,
  today,
}: {
  readonly counter: Explained<CompanyHoursAhead, AssignmentStep>
  readonly today: CalendarDate
}) => (
  <Why
    rule="Heures de mise à disposition en entreprise par une association intermédiaire"
    law={`Droit du ${frenchDate(today)}`}
    steps={counter.because().map((step) => ({
      sentence: assignmentStepSentence(step as never),
      value: typeof step.value === 'number' ? frenchHours(centiHours(step.value)) : undefined,
      source: step.source,
    }))}
  />
)
