import { normalised } from '@maillage/kernel'
import { EXIT_REASONS, exitReasonLabels, type RecordedExitReason } from '@maillage/rules/exits'
import type { ContractType } from '../../employment/index.ts'

const BY_LABEL = new Map<string, RecordedExitReason>(EXIT_REASONS.map((reason) => [normalised(exitReasonLabels[reason]), reason]))

/** How structures write the nature of an exit, the most precise first. What is not here is asked, never guessed. */
const NATURES: readonly (readonly [RegExp, RecordedExitReason])[] = [
  [/\bcdi inclusion\b/, 'inclusion-contract'],
  [/\bcdi\b.*\b(dans|de) la structure\b/, 'hired-by-the-siae'],
  [/\bcdi aide\b/, 'aided-open-ended-contract'],
  [/\bcdi\b/, 'open-ended-contract'],
  [/\b(interim|mission d interim)\b/, 'temporary-assignment'],
  [/\b(alternance|apprentissage|contrat pro\w*)\b/, 'work-study-contract'],
  [/\b(contrat aide|cui|cae|pec|parcours emploi competences)\b/, 'aided-contract'],
  [/\b(autre (siae|structure)|embauche (en|dans une) (ei|aci|ai|etti|siae))\b/, 'another-siae'],
  [/\bcdd\b/, 'fixed-term-contract'],
  [/\b(creation|reprise) d (entreprise|activite)\b/, 'business-creation'],
  [/\bfonction publique\b|\btitularis\w+\b/, 'civil-service'],
  [/\bformation (qualifiante|diplomante|certifiante)\b/, 'qualifying-training'],
  [/\bformation (pre ?qualifiante|preparatoire)\b/, 'prequalifying-training'],
  [/\bvae\b/, 'prior-learning-validation'],
  [/\bretraite\b/, 'retirement'],
  [/\b(demandeur d emploi|chomage|sans emploi|recherche d emploi|retour (a )?(pole emploi|france travail))\b/, 'unemployed'],
  [/\b(inactif|inactive|inactivite)\b/, 'inactive'],
  [/\bsans nouvelles?\b/, 'no-news'],
  [/\bdemenage\w*\b/, 'moved-away'],
  [/\b(deces|decede\w*)\b/, 'death'],
  [/\b(longue maladie|longue duree maladie)\b/, 'long-illness'],
  [/\b(maternite)\b/, 'maternity'],
  [/\b(incarcer\w+|detention|decision de justice)\b/, 'detention'],
  [/\bfaute grave\b/, 'serious-fault'],
  [/\brupture\b.*\bessai\b/, 'trial-ended-by-employer'],
]

/** The reason of an exit in what was written; undefined when nobody can say, or when two kinds of exit are told at once. */
export function exitReasonIn(text: string): RecordedExitReason | undefined {
  const words = normalised(text)
  const exact = BY_LABEL.get(words)
  if (exact) return exact
  return NATURES.find(([known]) => known.test(words))?.[1]
}

const MEASURES: readonly (readonly [RegExp, ContractType])[] = [
  [/\bcdi inclusion\b/, 'CDI_INCLUSION'],
  [/\bcddi\b/, 'CDDI'],
  [/\bcddu\b|\bcdd d usage\b/, 'CDDU'],
  [/\bctt\b|\bcontrat de mission\b/, 'CTT'],
  [/\bapprentissage\b/, 'APPRENTICESHIP'],
  [/\bcontrat (de )?pro\w*\b/, 'PROFESSIONAL_TRAINING'],
  [/\beiti\b/, 'EITI'],
  [/\bcdi\b/, 'CDI'],
]

/** The type of contract that a measure names; undefined for the measures of former years, which no contract of today is. */
export const contractTypeIn = (text: string): ContractType | undefined => MEASURES.find(([known]) => known.test(normalised(text)))?.[1]

/** What may leave the structure of the status at entry: words that betray neither health nor justice. */
export const OPEN_STATUSES = ['RMI', 'RSA', 'ASS', 'DELD', 'DETLD', 'API'] as const

/** What may leave of the orientation: prescribers that follow everybody. */
export const OPEN_ORIENTATIONS: readonly (readonly [RegExp, string])[] = [
  [/\bfrance travail\b|\bpole emploi\b|\banpe\b/, 'France Travail'],
  [/\bmission locale\b/, 'Mission locale'],
  [/\bplie\b/, 'PLIE'],
  [/\b(conseil )?departement\w*\b/, 'Département'],
  [/\bccas\b|\bcias\b/, 'CCAS'],
  [/\bspontanee?\b/, 'Candidature spontanée'],
]
