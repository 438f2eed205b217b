import { CRITERIA, PRESCRIBERS } from '@maillage/rules/eligibility'
import { exitClassLabels, exitFrameLabels, exitReasonLabels } from '@maillage/rules/exits'
import { prolongationReasonLabels, suspensionReasonLabels } from '@maillage/rules/pass-iae'

const labelsOf = (coded: Readonly<Record<string, { readonly label: string }>>) =>
  Object.fromEntries(Object.entries(coded).map(([code, { label }]) => [code, label]))

/** French words of what the values of the law are made of: their codes, and the names of their parts. */
const WORDS: Readonly<Record<string, string>> = {
  ...labelsOf(PRESCRIBERS),
  ...labelsOf(CRITERIA),
  ...suspensionReasonLabels,
  ...prolongationReasonLabels,
  ...exitReasonLabels,
  ...exitFrameLabels,
  ...exitClassLabels,
  EI: 'EI',
  ACI: 'ACI',
  AI: 'AI',
  ETTI: 'ETTI',
  EITI: 'EITI',
  siae: 'structure (SIAE)',
  'authorised-prescriber': 'prescripteur habilité',
  'recent-piece': 'pièce récente',
  'diploma-or-recent-statement': 'diplôme, ou attestation récente',
  'birth-date': 'date de naissance',
  title: 'titre en cours de validité',
  hire: 'au jour de l’embauche',
  issue: 'au jour de la délivrance',
  kind: 'Justificatif',
  months: 'Mois',
  within: 'Sur les derniers mois',
  validOn: 'Valable',
  totalMonths: 'Durée totale, en mois',
  decisionMonths: 'Durée d’une décision, en mois',
  minimumAge: 'Âge minimal',
  kinds: 'Structures',
  authorisedBy: 'Accordée par',
  each: 'Chaque fois, en jours',
  together: 'En tout, en jours',
  monthsBefore: 'Mois avant la fin',
  monthsAfter: 'Mois après la fin',
  'that-month': 'le mois de la prise d’effet',
  worked: 'heures travaillées',
  paid: 'heures payées',
  decimals: 'Décimales',
  towards: 'Arrondi vers',
  zero: 'zéro',
  exact: 'aucun arrondi',
  afterTheEnd: 'Après la fin de l’annexe',
  lag: 'Mois de décalage',
  'annex-cumulated': 'cumul de l’annexe',
  common: 'Cas général',
  mayotte: 'Mayotte',
  prison: 'En détention',
  fixedMonths: 'Mois à taux plein',
  fullMonths: 'Mois à taux plein',
  lastMonth: 'Dernier mois',
  byRight: 'De droit',
  byDecision: 'Par décision',
  fromAge: 'À partir de l’âge de',
  adultAge: 'Jusqu’à l’âge de',
  daily: 'Par jour',
  weekly: 'Par semaine',
  weeklyAverage: 'Par semaine, en moyenne',
  hours: 'Heures',
  renewals: 'Renouvellements',
  periods: 'Périodes',
  days: 'Jours',
  withinMonths: 'Sur le nombre de mois',
  percentOfContract: 'Part du contrat, en pour cent',
  prescribers: 'Structures qui prescrivent',
  'by-length': 'selon la durée du contrat',
  exactly: 'À la durée exacte',
  dynamic: 'Sorties dynamiques',
  inside: 'Pour les acteurs du territoire',
  public: 'Pour le public',
  'not-counted': 'non comptée',
  employment: 'emploi',
  training: 'formation',
  laterPercent: 'Ensuite, en pour cent',
  least: 'Au moins',
  most: 'Au plus',
}

/** Codes of départements, and values that are already sentences, are their own French. */
const saysItself = (code: string) => code.includes(' ') || /^(\d\d|2[AB]|97\d)$/.test(code)

/** The French of a code of the law; undefined for one that nobody has named yet. */
export const lawWord = (code: string): string | undefined => WORDS[code] ?? (saysItself(code) ? code : undefined)

const THEMES: Readonly<Record<string, string>> = {
  eligibility: 'Éligibilité et diagnostic',
  'pass-iae': 'PASS IAE',
  applications: 'Candidatures',
  hiring: 'Embauches',
  employment: 'Contrats et heures',
  agreements: 'Conventions et annexes financières',
  financing: 'Aides et financements',
  accompaniment: 'Accompagnement',
  exits: 'Sorties',
  indicators: 'Indicateurs',
  bodies: 'Instances',
  control: 'Contrôle',
}

/** The theme of a parameter, from the slice that begins its key. */
export const lawTheme = (key: string): string => THEMES[key.split('/')[0] ?? ''] ?? 'Autres règles'
