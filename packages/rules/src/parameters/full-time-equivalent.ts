import { type CentiHours, day, parameter, type SiaeKind, source, wholeHours } from '@maillage/kernel'
import type { Rounding } from '../ratio.ts'
import { fieldUse, stateDashboards } from './texts.ts'

/** The reform of the job aid began on 1 January 2014 (ACI and AI on 1 July). */
const SINCE_THE_REFORM = { from: day('2014-01-01'), to: null, published: day('2014-03-06') }

/** Hours that make one full-time equivalent over a year. An annex may give its own, which stands before. */
export const hoursOfOneFte = parameter<Readonly<Record<SiaeKind, CentiHours>>>({
  key: 'financing/hours-of-one-fte',
  label: 'Heures d’un équivalent temps plein sur l’année, selon le type de structure',
  unit: 'centièmes d’heure',
  values: [
    {
      ...SINCE_THE_REFORM,
      value: { EI: wholeHours(1505), ACI: wholeHours(1820), ETTI: wholeHours(1600), AI: wholeHours(1607), EITI: wholeHours(1505) },
      source: source(
        'Réforme du financement de l’IAE de 2014, notes de réseaux',
        'secondary',
        'EI et EITI 1 505 heures travaillées, ACI 1 820 heures payées, ETTI 1 600, AI 1 607',
        'La table de l’Agence de services et de paiement n’a pas été lue : le nombre d’heures porté sur l’annexe l’emporte',
      ),
    },
  ],
})

/** Which hours count, by kind: those paid (leave included) or those worked. */
export const countedHours = parameter<Readonly<Record<SiaeKind, 'paid' | 'worked'>>>({
  key: 'employment/counted-hours',
  label: 'Heures comptées pour l’aide, selon le type de structure',
  unit: 'heures payées ou travaillées',
  values: [
    {
      ...SINCE_THE_REFORM,
      value: { EI: 'worked', ACI: 'paid', ETTI: 'paid', AI: 'paid', EITI: 'worked' },
      source: source(
        'Réforme du financement de l’IAE de 2014, notes de réseaux',
        'secondary',
        'EI : heures travaillées, congés exclus ; ACI : heures payées ; ETTI et AI : heures de mission ou de mise à disposition payées',
      ),
    },
  ],
})

function parseDayOfMonth(stored: unknown): number {
  if (typeof stored === 'number' && Number.isInteger(stored) && stored >= 1 && stored <= 28) return stored
  throw new TypeError('A day of a month is an integer from 1 to 28')
}

/** After which day of the next month a month that is not validated is late. Derogable: the service that pays says its own. */
export const sheetDueDay = parameter<number>({
  key: 'employment/sheet-due-day',
  label: 'Jour du mois suivant où les heures d’un mois sont validées',
  unit: 'jour du mois',
  values: [
    {
      ...SINCE_THE_REFORM,
      value: 10,
      source: fieldUse('Le 10 du mois suivant', 'Le calendrier de l’Agence de services et de paiement n’a pas été lu'),
    },
  ],
  derogable: { parse: parseDayOfMonth },
})

function parseRounding(stored: unknown): Rounding {
  if (stored === 'exact') return stored
  const { decimals, towards } = (typeof stored === 'object' && stored !== null ? stored : {}) as { decimals?: unknown; towards?: unknown }
  // Four decimals at most: beyond, a rounded figure is no longer a whole number of the units we count in.
  if (
    typeof decimals === 'number' &&
    Number.isInteger(decimals) &&
    decimals >= 0 &&
    decimals <= 4 &&
    (towards === 'nearest' || towards === 'zero')
  )
    return { decimals, towards }
  throw new TypeError('A rounding is "exact", or { decimals: 0 to 4, towards: "nearest" or "zero" }')
}

/** Rounding of full-time equivalents before they are priced. Derogable: whoever reads it on a statement of the paying agency may record it. */
export const fteRoundingForMoney = parameter<Rounding>({
  key: 'financing/fte-rounding-for-money',
  label: 'Arrondi des ETP avant de les multiplier par le montant',
  unit: 'décimales',
  values: [
    {
      ...SINCE_THE_REFORM,
      value: 'exact',
      source: fieldUse('Aucun arrondi avant le centime', 'L’arrondi de l’Agence de services et de paiement n’est pas connu'),
    },
  ],
  derogable: { parse: parseRounding },
})

/** Rounding of full-time equivalents before realised and agreed are compared. */
export const fteRoundingForComparison = parameter<Rounding>({
  key: 'financing/fte-rounding-for-comparison',
  label: 'Arrondi des ETP pour comparer réalisé et conventionné',
  unit: 'décimales',
  values: [{ ...SINCE_THE_REFORM, value: { decimals: 2, towards: 'zero' }, source: stateDashboards('Deux décimales, tronquées') }],
})
