import { frenchDate, frenchList, type Law, type OpenPeriod } from '@maillage/kernel'
import {
  type ClassOfReason,
  classOfReason,
  EXIT_REASONS,
  type ExitFinding,
  exitClassLabels,
  exitReasonGroupLabels,
  exitReasonLabels,
  notCountedLabels,
} from '@maillage/rules/exits'
import { type SelectOption, Tag, type Tone } from '@maillage/ui'
import type { ReadCtx } from '../../../platform/command/read.ts'

const TONES: Readonly<Record<keyof typeof exitClassLabels, Tone>> = {
  durable: 'positive',
  transition: 'positive',
  positive: 'info',
  other: 'neutral',
  excluded: 'neutral',
}

/** The class of an exit, or that something lacks to say it. */
export const ClassTag = ({ finding }: { readonly finding: ExitFinding }) =>
  finding.class === null ? <Tag tone="attention">À compléter</Tag> : <Tag tone={TONES[finding.class]}>{exitClassLabels[finding.class]}</Tag>

/** What lacks, in a few words; the whole sentence is in the rules. */
export const MISSING_WORDS: Readonly<Record<ExitFinding['missing'][number], string>> = {
  'length-of-contract-found': 'les dates du contrat trouvé',
  hours: 'les heures du séjour',
}

/** « Oui », « Non », or what is missing to say so. */
export function countedWords({ counted, why, missing }: ExitFinding): string {
  if (counted === false) return why === null ? 'Non' : `Non\u00a0: ${notCountedLabels[why].replace(/^L/, 'l').replace(/\.$/, '')}`
  return missing.length === 0 ? 'Oui' : `Il manque ${frenchList(missing.map((fact) => MISSING_WORDS[fact]))}`
}

/** « du 19 novembre 2026 au 18 mai 2027 », « à partir du 19 novembre 2026, sans terme » */
export const foundWords = ({ first, last }: OpenPeriod): string =>
  last === null ? `à partir du ${frenchDate(first)}, sans terme` : `du ${frenchDate(first)} au ${frenchDate(last)}`

/** The reasons, gathered by what they count for on a day. */
export function reasonOptions({ law, today }: { readonly law: Law; readonly today: ReadCtx['today'] }): readonly SelectOption[] {
  const groups = Object.keys(exitReasonGroupLabels) as (ClassOfReason | 'not-counted')[]
  return groups.flatMap((group) =>
    EXIT_REASONS.filter((reason) => classOfReason(law, reason, today) === group).map((value) => ({
      value,
      label: exitReasonLabels[value],
      group: exitReasonGroupLabels[group],
    })),
  )
}
