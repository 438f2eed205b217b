import { addDays, type CalendarDate, type CentiHours, daysOf, frenchDate, frenchHours, type Month, overlap } from '@maillage/kernel'
import type { StandingContract, StandingStay } from '../../employment/index.ts'
import type { HoursLine } from './judged-hours.ts'
import type { Difference } from './judged-line.ts'

interface OfContract {
  readonly key: string
  readonly contractId: string
  readonly version: number
}

/** What accepting a difference does to a contract, always by the act that the law knows: the contract itself is never rewritten. */
export type ContractAct = OfContract &
  (
    | { readonly act: 'end'; readonly lastDay: CalendarDate }
    | { readonly act: 'renew'; readonly firstDay: CalendarDate; readonly lastDay: CalendarDate }
    | { readonly act: 'amend'; readonly effectOn: CalendarDate; readonly weeklyHours: CentiHours }
  )

export interface ContractDifferences {
  readonly differences: readonly Difference[]
  readonly acts: readonly ContractAct[]
}

const NONE: ContractDifferences = { differences: [], acts: [] }
const until = (last: CalendarDate | null) => (last === null ? 'Sans terme' : frenchDate(last))
const pageOf = ({ id }: StandingContract) => `/contrats/${id}`

/** The contract of the month that a line is about: the one that begins on the day it says, or else the last. */
function contractOf({ values: { firstDay } }: HoursLine, { contracts }: StandingStay, month: Month): StandingContract | undefined {
  const here = contracts.filter(({ firstDay: first, lastDay: last }) => overlap({ first, last }, daysOf(month)))
  return here.find((each) => each.firstDay === firstDay) ?? here.at(-1)
}

function firstDayDifference({ values: { firstDay } }: HoursLine, stay: StandingStay, contract: StandingContract): ContractDifferences {
  // « Date d’entrée » may be that of the first contract of the stay.
  if (firstDay === null || firstDay === stay.open.first || stay.contracts.some((each) => each.firstDay === firstDay)) return NONE
  const parts = [{ what: 'Début du contrat', recorded: frenchDate(contract.firstDay), told: frenchDate(firstDay) }]
  return {
    differences: [
      { key: null, parts, how: 'Un premier jour se corrige depuis le contrat : il tient à l’embauche.', href: pageOf(contract) },
    ],
    acts: [],
  }
}

function lastDayDifference(line: HoursLine, stay: StandingStay, contract: StandingContract, mayEmploy: boolean): ContractDifferences {
  const { rank, values } = line
  const { lastDay } = values
  const known = [stay.open.last, ...stay.contracts.map((each) => each.lastDay)]
  if (lastDay === null || known.includes(lastDay)) return NONE
  const parts = [{ what: 'Fin du contrat', recorded: until(contract.lastDay), told: frenchDate(lastDay) }]
  const elsewhere = (how: string): ContractDifferences => ({ differences: [{ key: null, parts, how, href: pageOf(contract) }], acts: [] })
  if (lastDay < contract.firstDay) return elsewhere('Cette fin vient avant le premier jour du contrat : vérifiez le fichier.')
  if (stay.open.last !== null)
    return elsewhere(`La sortie est enregistrée le ${frenchDate(stay.open.last)} : corrigez-la si elle est fausse.`)
  if (!mayEmploy) return elsewhere('Demandez à la direction, ou à la personne chargée de la paie.')
  const of = { key: `${rank}.end.${contract.version}`, contractId: contract.id, version: contract.version }
  if (contract.lastDay === null || lastDay < contract.lastDay)
    return {
      differences: [
        { key: of.key, parts, how: `Accepter enregistre une rupture au ${frenchDate(lastDay)}, motif gardé au dossier du personnel.` },
      ],
      acts: [{ ...of, act: 'end', lastDay }],
    }
  if (contract.renewed) return elsewhere('Ce contrat est déjà renouvelé, jusqu’à un autre jour : corrigez le renouvellement.')
  const firstDay = addDays(contract.lastDay, 1)
  return {
    differences: [
      {
        key: of.key,
        parts,
        how: `Accepter enregistre un renouvellement du ${frenchDate(firstDay)} au ${frenchDate(lastDay)}, à signer.`,
      },
    ],
    acts: [{ ...of, act: 'renew', firstDay, lastDay }],
  }
}

function weekDifference(line: HoursLine, month: Month, contract: StandingContract, mayEmploy: boolean): ContractDifferences {
  const { rank, values } = line
  const { weeklyHours } = values
  if (weeklyHours === null || weeklyHours === contract.weeklyHours) return NONE
  const recorded = contract.weeklyHours === null ? 'Rien' : frenchHours(contract.weeklyHours)
  const parts = [{ what: 'Heures par semaine', recorded, told: frenchHours(weeklyHours) }]
  const effectOn = daysOf(month).first
  // An amendment changes what was signed before: what a contract says from its first day is corrected on its page.
  if (!mayEmploy || effectOn <= contract.firstDay)
    return { differences: [{ key: null, parts, how: 'À corriger depuis le contrat.', href: pageOf(contract) }], acts: [] }
  const of = { key: `${rank}.week.${contract.version}`, contractId: contract.id, version: contract.version }
  return {
    differences: [{ key: of.key, parts, how: `Accepter enregistre un avenant au ${frenchDate(effectOn)}.` }],
    acts: [{ ...of, act: 'amend', effectOn, weeklyHours }],
  }
}

/** What a line of payroll says of the contract otherwise than what is recorded. */
export function contractDifferences(
  line: HoursLine,
  month: Month,
  stay: StandingStay | undefined,
  mayEmploy: boolean,
): ContractDifferences {
  const { firstDay, lastDay, weeklyHours } = line.values
  if (!stay || (firstDay === null && lastDay === null && weeklyHours === null)) return NONE
  const contract = contractOf(line, stay, month)
  if (!contract) {
    const ended = stay.contracts.findLast((each) => each.lastDay !== null && each.lastDay < daysOf(month).first)
    if (!ended || lastDay === null || lastDay === ended.lastDay) return NONE
    const parts = [{ what: 'Fin du contrat', recorded: until(ended.lastDay), told: frenchDate(lastDay) }]
    return {
      differences: [{ key: null, parts, how: 'Aucun contrat ne couvre ce mois : enregistrez son renouvellement.', href: pageOf(ended) }],
      acts: [],
    }
  }
  // The amendment before the renewal, which then has its hours.
  const found = [
    firstDayDifference(line, stay, contract),
    weekDifference(line, month, contract, mayEmploy),
    lastDayDifference(line, stay, contract, mayEmploy),
  ]
  return { differences: found.flatMap(({ differences }) => differences), acts: found.flatMap(({ acts }) => acts) }
}
