import { type CentiHours, day, parameter, type SiaeKind, source, wholeHours } from '@maillage/kernel'
import { DECREE_2021_1128, fieldUse, labourCode, labourCodeReported } from './texts.ts'

/** The insertion contract (CDDI) of EI, ACI and AI, from the law of 1 December 2008. */
const SINCE_2010 = { from: day('2010-01-01'), to: null, published: day('2008-12-03') }
const CDDI_ARTICLES = 'L5132-5, L5132-11-1 et L5132-15-1'

export const firstContractMonths = parameter<number>({
  key: 'employment/first-contract-months',
  label: 'Durée la plus courte d’un premier CDDI',
  unit: 'mois',
  values: [
    {
      ...SINCE_2010,
      value: 4,
      source: labourCode(
        CDDI_ARTICLES,
        'Durée du contrat : quatre mois, sauf aménagement de peine',
        'Un renouvellement plus court : usage, que le texte ne dit pas',
      ),
    },
  ],
})

export const contractTotalMonths = parameter<number>({
  key: 'employment/contract-total-months',
  label: 'Durée totale des CDDI chez un employeur, ou d’une mission en ETTI, renouvellements compris',
  unit: 'mois',
  values: [{ ...SINCE_2010, value: 24, source: labourCode(`${CDDI_ARTICLES} ; L5132-6`, 'Durée totale de vingt-quatre mois') }],
})

export const weeklyMinimum = parameter<CentiHours>({
  key: 'employment/weekly-minimum',
  label: 'Durée hebdomadaire la plus courte d’un CDDI, en moyenne sur le contrat',
  unit: 'centièmes d’heure',
  values: [
    {
      ...SINCE_2010,
      value: wholeHours(20),
      source: labourCode(CDDI_ARTICLES, 'Vingt heures par semaine', 'La moyenne sur la durée du contrat est une lecture du secteur'),
    },
  ],
})

/** Only for ACI, whose derogation from the twenty hours also speaks of this ceiling (D5132-43-9). */
export const aciWeeklyCeiling = parameter<CentiHours>({
  key: 'employment/aci-weekly-ceiling',
  label: 'Durée hebdomadaire la plus longue en ACI',
  unit: 'centièmes d’heure',
  values: [{ ...SINCE_2010, value: wholeHours(35), source: labourCode('D5132-43-9', 'Durée légale : trente-cinq heures') }],
})

/** Weekly minimum of an open-ended inclusion contract; kinds left out have none. */
export const inclusionWeeklyMinimum = parameter<Readonly<Partial<Record<SiaeKind, CentiHours>>>>({
  key: 'employment/inclusion-weekly-minimum',
  label: 'Durée hebdomadaire la plus courte d’un CDI inclusion',
  unit: 'centièmes d’heure',
  values: [
    {
      ...DECREE_2021_1128,
      to: null,
      value: { EI: wholeHours(24), ACI: wholeHours(24) },
      source: source('Décret n° 2021-1129 du 30 août 2021', 'secondary', 'Vingt-quatre heures, sauf en AI et en ETTI'),
    },
  ],
})

export interface MinorLimits {
  readonly fromAge: number
  readonly adultAge: number
  readonly weekly: CentiHours
  readonly daily: CentiHours
}

export const minorLimits = parameter<MinorLimits>({
  key: 'employment/minor-limits',
  label: 'Travail des mineurs : âge, durée hebdomadaire et quotidienne',
  unit: 'ans ; centièmes d’heure',
  values: [
    {
      ...SINCE_2010,
      value: { fromAge: 16, adultAge: 18, weekly: wholeHours(35), daily: wholeHours(8) },
      source: labourCodeReported('L4153-1, L3162-1', 'Huit heures par jour et trente-cinq par semaine avant dix-huit ans'),
    },
  ],
})

export interface WorkingTimeMaxima {
  readonly daily: CentiHours
  readonly weekly: CentiHours
  readonly weeklyAverage: CentiHours
}

/** Maxima of working time, all employers together (L8261-1). */
export const workingTimeMaxima = parameter<WorkingTimeMaxima>({
  key: 'employment/working-time-maxima',
  label: 'Durées maximales du travail, tous employeurs réunis',
  unit: 'centièmes d’heure',
  values: [
    {
      ...SINCE_2010,
      value: { daily: wholeHours(10), weekly: wholeHours(48), weeklyAverage: wholeHours(44) },
      source: labourCodeReported(
        'L3121-18, L3121-20, L3121-22 et L8261-1',
        'Dix heures par jour ; 48 heures par semaine, 44 en moyenne sur douze',
      ),
    },
  ],
})

export const inclusionContractPosts = parameter<{ readonly byRight: number; readonly byDecision: number }>({
  key: 'employment/inclusion-contract-posts',
  label: 'Part des postes de l’annexe ouverte aux CDI inclusion',
  unit: 'pour cent',
  values: [
    {
      ...DECREE_2021_1128,
      to: null,
      value: { byRight: 20, byDecision: 30 },
      source: fieldUse('20 % des postes, 30 % par décision', 'Plafond annoncé par la presse, chiffres non lus dans le texte'),
    },
  ],
})
