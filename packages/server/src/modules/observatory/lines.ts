import { frenchNumber, frenchPercent, plural } from '@maillage/kernel'
import { exclusionLabels, FEW, hiddenLabels, type IndicatorCode, type Measured, MILLION, stateLabels } from '../indicators/index.ts'
import type { FigureSet } from './figure-set.ts'

/** One figure as it is shown on the page, in the table and in the exports: the same everywhere. */
export interface FigureLine {
  readonly key: string
  readonly label: string
  readonly measured: Measured
  /** Null: there is no value, `why` says why. */
  readonly value: string | null
  readonly unit: string
  readonly why: string | null
  readonly details: readonly string[]
}

/** A percentage of fewer counts would say more than they do. */
const FEWEST_FOR_A_RATE = 5

const LONG: Readonly<Record<Exclude<Measured['state'], 'shown' | 'too-few'>, string>> = {
  'too-early': 'Trop tôt\u00a0: le chiffre viendra.',
  'not-declared': 'Pas encore déclaré par les structures.',
  'not-applicable': 'Sans objet\u00a0: rien à compter ici sur la période.',
}

/** Why there is no value. */
export function whyAbsent({ state, hiddenBy, card }: Measured): string | null {
  if (state === 'shown') return null
  if (state === 'too-early' && card.unit === 'jours') return 'Plus de la moitié attend encore\u00a0: pas de médiane pour l’instant.'
  return state === 'too-few' ? (hiddenBy === null ? stateLabels[state] : hiddenLabels[hiddenBy]) : LONG[state]
}

/** What was left out, each with how many. */
export function exclusionsOf({ excluded }: Measured): readonly string[] {
  return Object.entries(excluded).flatMap(([reason, count]) => {
    const label = exclusionLabels[reason as keyof typeof exclusionLabels]
    return count === 0 ? [] : [`${count === FEW ? 'moins de 5' : frenchNumber(count)} ${label}`]
  })
}

const rate = ({ numerator, denominator }: Measured): string | null => {
  if (numerator === null || denominator === null || denominator === 0) return null
  return denominator < FEWEST_FOR_A_RATE ? `${numerator} sur ${denominator}` : frenchPercent(numerator / denominator, 0)
}

function uncertainty({ interval, card, denominator }: Measured): readonly string[] {
  if (interval === null || (denominator ?? 0) < FEWEST_FOR_A_RATE) return []
  if (card.unit === 'jours')
    return [
      interval.high === null
        ? `Sans doute plus de ${interval.low} jours`
        : `Entre ${interval.low} et ${interval.high} jours (intervalle à 95\u00a0%)`,
    ]
  if (interval.high === null) return []
  return [`Entre ${frenchPercent(interval.low, 0)} et ${frenchPercent(interval.high, 0)} (intervalle à 95\u00a0%)`]
}

const ETP = (value: number) => frenchNumber(value / MILLION, 1)

const VALUES: Readonly<Partial<Record<IndicatorCode, (measured: Measured) => string | null>>> = {
  'agreed-fte': ({ numerator }) => (numerator === null ? null : ETP(numerator)),
  'realised-fte': ({ numerator }) => (numerator === null ? null : ETP(numerator)),
  'dynamic-rate': rate,
  applications: rate,
  supervision: ({ numerator, denominator }) =>
    numerator === null || !denominator ? null : frenchNumber((numerator * 100) / denominator, 1),
  'entry-time': ({ numerator }) => (numerator === null ? null : frenchNumber(numerator)),
  'answer-time': ({ numerator }) => (numerator === null ? null : frenchNumber(numerator)),
}

const UNITS: Readonly<Partial<Record<IndicatorCode, string>>> = {
  'agreed-fte': 'ETP',
  'realised-fte': 'ETP',
  'entry-time': 'jours',
  'answer-time': 'jours',
}

const OF_A_COUNT: readonly IndicatorCode[] = ['dynamic-rate', 'applications']

/** One line. */
export function lineOf(key: string, label: string, found: Measured | undefined): FigureLine | undefined {
  if (found === undefined) return undefined
  const value =
    found.state === 'shown'
      ? (VALUES[found.card.code] ?? (({ numerator }: Measured) => (numerator === null ? null : frenchNumber(numerator))))(found)
      : null
  const parts =
    value !== null && OF_A_COUNT.includes(found.card.code) && (found.denominator ?? 0) >= FEWEST_FOR_A_RATE
      ? [`${frenchNumber(found.numerator ?? 0)} sur ${frenchNumber(found.denominator ?? 0)}`]
      : []
  const people =
    found.card.unit === 'jours' && value !== null
      ? [`sur ${plural(found.denominator ?? 0, found.card.code === 'entry-time' ? 'personne' : 'candidature')}`]
      : []
  return {
    key,
    label,
    measured: found,
    value,
    unit: value === null ? '' : (UNITS[found.card.code] ?? ''),
    why: value === null ? (whyAbsent(found) ?? stateLabels['not-applicable']) : null,
    details: [...parts, ...people, ...(value === null ? [] : uncertainty(found)), ...(found.rounded ? ['Arrondi au multiple de 5'] : [])],
  }
}

/** How much of the posts is used: realised over agreed, over the months where both are known. */
export function realisation(set: FigureSet): string | null {
  const [realised, agreed] = [set.of('realised-fte', 'with-annex'), set.of('agreed-fte', 'declared')]
  if (realised?.state !== 'shown' || agreed?.state !== 'shown' || !agreed.numerator || realised.numerator === null) return null
  return frenchPercent(realised.numerator / agreed.numerator, 0)
}

const KEY_FIGURES: readonly (readonly [key: string, label: string, indicator: IndicatorCode, dimension: string])[] = [
  ['structures', 'Structures', 'structures', 'all'],
  ['people', 'Personnes en parcours', 'people', 'all'],
  ['realised', 'ETP réalisés, mois déclarés', 'realised-fte', 'with-annex'],
  ['agreed', 'ETP conventionnés des mêmes mois', 'agreed-fte', 'declared'],
  ['agreed-all', 'ETP conventionnés, tous les mois', 'agreed-fte', 'all'],
  ['exits', 'Sorties comptées', 'exits', 'counted'],
  ['dynamic', 'Sorties dynamiques', 'dynamic-rate', 'all'],
  ['entry', 'Délai d’entrée', 'entry-time', 'median'],
  ['in-time', 'Candidatures répondues dans le délai', 'applications', 'in-time'],
  ['answer', 'Temps de réponse', 'answer-time', 'median'],
  ['supervision', 'Personnes par ETP d’encadrement', 'supervision', 'all'],
]
const CLASSES: readonly (readonly [string, string])[] = [
  ['class:durable', 'Emploi durable'],
  ['class:transition', 'Emploi de transition'],
  ['class:positive', 'Sortie positive'],
  ['class:other', 'Autre sortie'],
]
const PROFILES: readonly (readonly [string, string])[] = [
  ['sex:F', 'Femmes'],
  ['sex:M', 'Hommes'],
  ['age:under-26', 'Moins de 26 ans'],
  ['age:26-49', '26 à 49 ans'],
  ['age:50-plus', '50 ans et plus'],
  ['RSA:yes', 'Bénéficiaires du RSA'],
  ['ASS:yes', 'Bénéficiaires de l’ASS'],
  ['AAH:yes', 'Bénéficiaires de l’AAH'],
  ['TH:yes', 'Travailleurs handicapés'],
  ['DELD:yes', 'Demandeurs d’emploi de longue durée'],
  ['DETLD:yes', 'Demandeurs d’emploi de très longue durée'],
  ['QPV:yes', 'Quartiers prioritaires'],
  ['ZRR:yes', 'Zones de revitalisation rurale'],
  ['CAP_BEP:yes', 'Niveau CAP, BEP ou moins'],
]

const RESIDENCE: readonly (readonly [string, string])[] = [
  ['all', 'Habitants du territoire en parcours'],
  ['here', 'Dont employés par une structure du territoire'],
  ['elsewhere', 'Dont employés par une structure d’un autre territoire'],
  ['from-elsewhere', 'Employés ici, habitants d’un autre territoire'],
  ['unknown', 'Employés ici, commune non connue'],
]

const present = (lines: readonly (FigureLine | undefined)[]): readonly FigureLine[] => lines.filter((line) => line !== undefined)

export const keyLines = (set: FigureSet): readonly FigureLine[] =>
  present(KEY_FIGURES.map(([key, label, indicator, dimension]) => lineOf(key, label, set.of(indicator, dimension))))

export const exitLines = (set: FigureSet): readonly FigureLine[] =>
  present(CLASSES.map(([dimension, label]) => lineOf(dimension, label, set.of('exits', dimension))))

export const profileLines = (set: FigureSet): readonly FigureLine[] =>
  present(PROFILES.map(([dimension, label]) => lineOf(dimension, label, set.of('profiles', dimension))))

export const residenceLines = (set: FigureSet): readonly FigureLine[] =>
  present(RESIDENCE.map(([dimension, label]) => lineOf(`residents-${dimension}`, label, set.of('residents', dimension))))
