import { addDays, addMonths, type CalendarDate, type Law, type SiaeKind, source } from '@maillage/kernel'
import { type BirthDate, hasReachedAge } from '../eligibility/index.ts'
import {
  aciWeeklyCeiling,
  contractTotalMonths,
  firstContractMonths,
  inclusionWeeklyMinimum,
  minorLimits,
  weeklyMinimum,
} from '../parameters/contract-rules.ts'
import { openContractAfterMonths, prolongationRules } from '../parameters/pass-prolongation.ts'
import { labourCode, labourCodeReported } from '../parameters/texts.ts'
import { type HeldPass, lastDay } from '../pass-iae/index.ts'
import type { Anomaly } from '../reasons.ts'
import { alwaysEnds, type Contract, weeklyAgainst } from './contract.ts'
import { anomaly, type EmploymentAnomaly } from './reason-codes.ts'

export interface ContractFacts {
  readonly contract: Contract
  readonly kind: SiaeKind
  /** Earlier contracts of the person with the same employer. */
  readonly previous: readonly Contract[]
  readonly birth?: BirthDate
  /** Whether somebody is named who answers in law for a minor; undefined: not looked at. */
  readonly represented?: boolean
  /** The person's right; null: none recorded. */
  readonly held: HeldPass | null
  /** Day until which the 24 months may be passed (training, 50 and over, disability, difficulties), when somebody decided it. */
  readonly extendedUntil?: CalendarDate
  /** The term that was signed, when the contract was broken before it: leaving early does not make it too short. */
  readonly signedUntil?: CalendarDate
  /** ACI only: fewer than twenty hours a week were authorised. */
  readonly belowMinimumAuthorised?: boolean
  /** First day of the pathway, and last day of employment before this contract: an inclusion contract needs them. */
  readonly pathwayFirst?: CalendarDate
  readonly employedUntil?: CalendarDate
}

type Found = Anomaly<EmploymentAnomaly>[]

const isInsertion = ({ type }: Contract) =>
  type === 'CDDI' || type === 'CDDU' || type === 'CTT' || type === 'CDI_INCLUSION' || type === 'EITI'

/** The contract's own clock: a term, except for an open-ended one; four months for a first CDDI, twenty-four in all with one employer; twenty-four for a mission. */
function aboutLength(law: Law, { contract, previous, extendedUntil, signedUntil }: ContractFacts): Found {
  const { type, first, last } = contract
  const found: Found = []
  if (last === null)
    return alwaysEnds(type)
      ? [
          anomaly(
            'employment/term-missing',
            { type },
            labourCodeReported('L1242-7 et L1251-11', 'Terme du contrat, fixé dès sa conclusion'),
          ),
        ]
      : []
  if (type !== 'CDDI' && type !== 'CTT') return found
  const ofDay = law.on(first)
  const shortest = ofDay.find(firstContractMonths)
  if (type === 'CDDI' && shortest && !contract.renewal && contract.sentenceAdjustment !== true) {
    const earliestEnd = addDays(addMonths(first, shortest.value), -1)
    const term = signedUntil ?? last
    if (term < earliestEnd)
      found.push(
        anomaly('employment/first-contract-too-short', { first, last: term, months: shortest.value, earliestEnd }, shortest.source),
      )
  }
  const longest = ofDay.find(contractTotalMonths)
  if (!longest || (extendedUntil !== undefined && last <= extendedUntil)) return found
  const months = longest.value
  if (type === 'CTT') {
    const latest = addDays(addMonths(first, months), -1)
    if (last > latest) found.push(anomaly('employment/assignment-too-long', { months, latest }, longest.source))
    return found
  }
  const chain = [...previous.filter((each) => each.type === 'CDDI'), contract]
  const begins = chain.reduce((least, each) => (each.first < least ? each.first : least), first)
  const days = chain.reduce((sum, each) => sum + (each.last === null ? 0 : each.last - each.first + 1), 0)
  const over = days - (addMonths(begins, months) - begins)
  if (over > 0) found.push(anomaly('employment/contracts-too-long-together', { months, days: over }, longest.source))
  return found
}

/** The person's clock: the PASS IAE, all employers together. */
function aboutPass(law: Law, { contract, held }: ContractFacts): Found {
  if (!isInsertion(contract)) return []
  if (!held) return [anomaly('employment/contract-without-pass', { first: contract.first }, labourCode('L5132-3', 'Parcours d’insertion'))]
  const passLast = lastDay(law, held.pass, held.acts).value
  return contract.last !== null && contract.last > passLast
    ? [anomaly('employment/contract-beyond-pass', { last: contract.last, passLast }, labourCode('R5132-1-2', 'Durée du parcours'))]
    : []
}

function aboutHours(law: Law, { contract, kind, belowMinimumAuthorised, birth, represented }: ContractFacts): Found {
  const found: Found = []
  const ofDay = law.on(contract.first)
  const [ofInclusion, general] = [ofDay.find(inclusionWeeklyMinimum), ofDay.find(weeklyMinimum)]
  const minimum =
    contract.type === 'CDI_INCLUSION'
      ? { least: ofInclusion?.value[kind], source: ofInclusion?.source }
      : { least: contract.type === 'CDDI' ? general?.value : undefined, source: general?.source }
  const authorised = kind === 'ACI' && belowMinimumAuthorised === true && contract.type === 'CDDI'
  if (minimum.least !== undefined && !authorised && (weeklyAgainst(contract, minimum.least) ?? 0) < 0)
    found.push(anomaly('employment/weekly-hours-below-minimum', { least: minimum.least }, minimum.source))
  const ceiling = ofDay.find(aciWeeklyCeiling)
  if (kind === 'ACI' && contract.type === 'CDDI' && ceiling && (weeklyAgainst(contract, ceiling.value) ?? 0) > 0)
    found.push(anomaly('employment/weekly-hours-above-ceiling', { most: ceiling.value }, ceiling.source))
  const minors = ofDay.find(minorLimits)
  if (!minors) return found
  const { fromAge, adultAge, weekly } = minors.value
  if (hasReachedAge(birth, fromAge, contract.first) === false) found.push(anomaly('employment/too-young', { age: fromAge }, minors.source))
  if (hasReachedAge(birth, adultAge, contract.first) !== false) return found
  if (contract.weekly.some((each) => each.hours > weekly))
    found.push(anomaly('employment/minor-weekly-hours', { most: weekly }, minors.source))
  if (represented === false)
    found.push(
      anomaly(
        'employment/minor-without-representative',
        { adultAge },
        source('Code civil, article 388-1-1', 'secondary', 'Le représentant légal agit pour le mineur, sauf les actes d’usage'),
      ),
    )
  return found
}

/** Conditions of an open-ended inclusion contract: 57 years, twelve months of pathway, employed without a gap. */
function aboutInclusion(law: Law, { contract, birth, pathwayFirst, employedUntil }: ContractFacts): Found {
  if (contract.type !== 'CDI_INCLUSION') return []
  const on = contract.signedOn ?? contract.first
  const ofDay = law.on(on)
  const found: Found = []
  const rules = ofDay.find(prolongationRules)
  const age = rules?.value['open-ended-inclusion-contract']?.minimumAge ?? null
  if (age !== null && hasReachedAge(birth, age, on) === false)
    found.push(anomaly('employment/inclusion-contract-too-young', { age, on }, rules?.source))
  const after = ofDay.find(openContractAfterMonths)
  if (after && pathwayFirst !== undefined) {
    const possibleFrom = addMonths(pathwayFirst, after.value)
    if (on < possibleFrom)
      found.push(anomaly('employment/inclusion-contract-too-early', { months: after.value, possibleFrom }, after.source))
  }
  if (employedUntil !== undefined && addDays(employedUntil, 1) < contract.first)
    found.push(anomaly('employment/inclusion-contract-after-a-gap', { employedUntil }, after?.source))
  return found
}

/**
 * What is wrong in a contract as it was signed. Two clocks are held apart: the contract's (24 months with one employer, renewals included) and the
 * person's (the PASS IAE). A fact is never refused: each anomaly carries the text beside. A missing birth date, or hours nobody typed, open none.
 * Sources: L5132-5, L5132-6, L5132-11-1, L5132-15-1, D5132-43-9, L3162-1; décret n° 2021-1129.
 * @example contractAnomalies(law, { contract, kind: 'ACI', previous: [], held }) // [{ code: 'employment/first-contract-too-short', … }]
 */
export function contractAnomalies(law: Law, facts: ContractFacts): Found {
  const { contract } = facts
  const unsigned: Found =
    contract.signedOn === null
      ? [
          anomaly(
            'employment/contract-unsigned',
            { first: contract.first },
            labourCodeReported('L1242-12 et L1245-1', 'Contrat écrit ; requalification'),
          ),
        ]
      : []
  return [...unsigned, ...aboutLength(law, facts), ...aboutPass(law, facts), ...aboutHours(law, facts), ...aboutInclusion(law, facts)]
}
