import { frenchDate, plural } from '@maillage/kernel'
import { CRITERIA } from '@maillage/rules/eligibility'
import type { RecordedCriterion } from '../model.ts'

const FINDINGS = { established: 'établi', failed: 'non retenu', undetermined: 'à compléter' } as const

function proofWords({ evidence, registration }: RecordedCriterion): string {
  const months =
    registration && 'monthsOnCertificate' in registration
      ? `, ${plural(registration.monthsOnCertificate, 'mois', 'mois')} d’inscription`
      : ''
  if (!evidence) return months
  switch (evidence.kind) {
    case 'diploma':
      return ', diplôme'
    case 'piece':
      return `, justificatif du ${frenchDate(evidence.dated)}${months}`
    case 'renewal-request':
      return `, renouvellement demandé le ${frenchDate(evidence.dated)}`
    case 'title':
      return evidence.last === null ? ', titre sans date de fin' : `, titre valable jusqu’au ${frenchDate(evidence.last)}`
    case 'certification':
      return `, certifié depuis le ${frenchDate(evidence.first)}`
  }
}

/** The criteria ticked, their proofs and what was found: for the referents. */
export function CriterionList({ criteria, partly }: { readonly criteria: readonly RecordedCriterion[]; readonly partly: boolean }) {
  if (criteria.length === 0 && !partly) return <>Aucun critère coché</>
  return (
    <ul class="govuk-list govuk-list--bullet">
      {criteria.map((each) => (
        <li key={each.code}>
          {CRITERIA[each.code].label}
          {each.level === null ? '' : ` (niveau ${each.level})`} : {FINDINGS[each.finding]}
          {proofWords(each)}
        </li>
      ))}
      {partly ? <li>Un critère ou plusieurs ne sont pas communiqués à votre profil, sauf accord de partage de la personne</li> : null}
    </ul>
  )
}
