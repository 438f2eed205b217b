import { day, parameter, type Source, source } from '@maillage/kernel'
import type { RecordedExitReason } from '../exits/exit-reason.ts'

/** What a source document of the territory says (its notes 10 to 12): a practice written down in 2013, whose texts have not been read. */
const territorialNote = (title: string, disagrees?: string): Source =>
  source('Dossier d’instruction territorial du conventionnement (notes 10 à 12)', 'secondary', title, disagrees)

const SINCE_2008 = { from: day('2008-12-10'), to: null, published: day('2008-12-10') }

/** The other reading of the border of six months: « plus de », where the instruction of 2008 writes « six mois et plus ». */
export const moreThanSixMonths = parameter<{ readonly months: number }>({
  key: 'exits/more-than-six-months',
  label: 'Durée qu’un contrat trouvé doit dépasser pour les « sorties emploi » et pour un PLIE',
  unit: 'mois',
  values: [
    {
      ...SINCE_2008,
      value: { months: 6 },
      source: territorialNote(
        '« CDD de plus de 6 mois », « intérim de plus de 6 mois »',
        'L’instruction de 2008 écrit « six mois et plus » : les deux lectures sont gardées',
      ),
    },
  ],
})

/** How the yearly « sorties emploi » read a reason; `longer-only`: when the contract found lasts more than six months. */
export type EmploymentExitReading = 'counted' | 'longer-only' | 'not-counted'

/** Reasons that the yearly « sorties emploi » count; one that is not here is not counted. */
export const employmentExitReadings = parameter<Readonly<Partial<Record<RecordedExitReason, EmploymentExitReading>>>>({
  key: 'exits/employment-exit-readings',
  label: 'Motifs comptés dans les « sorties emploi » de l’année',
  unit: 'lecture',
  values: [
    {
      ...SINCE_2008,
      value: {
        'open-ended-contract': 'counted',
        'aided-open-ended-contract': 'counted',
        'hired-by-the-siae': 'counted',
        'inclusion-contract': 'counted',
        'fixed-term-contract': 'counted',
        'temporary-assignment': 'longer-only',
        'work-study-contract': 'counted',
        'civil-service': 'counted',
        'business-creation': 'counted',
        'aided-contract': 'counted',
        'qualifying-training': 'counted',
        'prequalifying-training': 'counted',
        'return-to-school': 'counted',
        'another-siae': 'counted',
      },
      source: territorialNote(
        'Note 11 : embauches avérées sur le total des fins de contrats d’insertion de l’année',
        'La liste du texte finit par des points de suspension : la fonction publique et l’alternance sont ajoutées, la VAE ne l’est pas',
      ),
    },
  ],
})

/** What a PLIE is expected to reach, in percent of its exits. */
export const plieExpectedRates = parameter<{ readonly employment: number; readonly training: number }>({
  key: 'exits/plie-expected-rates',
  label: 'Taux attendus d’un PLIE : sorties emploi et sorties en formation qualifiante',
  unit: 'pour cent',
  values: [
    {
      ...SINCE_2008,
      value: { employment: 42, training: 8 },
      source: territorialNote(
        'Taux espérés du programme opérationnel',
        'Le programme était celui de 2007-2013 ; aucun taux plus récent n’a été lu',
      ),
    },
  ],
})

/** How far the results of a PLIE are followed after the exit. */
export const plieHorizons = parameter<{ readonly businessMonths: number; readonly accessMonths: number; readonly firstContracts: number }>({
  key: 'exits/plie-horizons',
  label: 'Horizons des indicateurs d’un PLIE',
  unit: 'mois ; contrats',
  values: [
    {
      ...SINCE_2008,
      value: { businessMonths: 36, accessMonths: 12, firstContracts: 2 },
      source: territorialNote('Survie à 3 ans, accès dans les 12 mois, abandon au cours des deux premiers contrats'),
    },
  ],
})

/** A common result of the European social fund, on leaving. `employment` is EECR04, `training` EECR02. */
export type EsfResult = 'employment' | 'training' | 'none'

/** How the common result indicators read a reason: proposed by us, for the annex has not been read. */
export const esfResults = parameter<Readonly<Partial<Record<RecordedExitReason, EsfResult>>>>({
  key: 'exits/esf-results',
  label: 'Lecture des motifs de sortie par les indicateurs communs de résultat du FSE+ (proposée)',
  unit: 'résultat',
  values: [
    {
      from: day('2021-07-01'),
      to: null,
      published: day('2021-06-30'),
      value: {
        'open-ended-contract': 'employment',
        'aided-open-ended-contract': 'employment',
        'hired-by-the-siae': 'employment',
        'inclusion-contract': 'employment',
        'fixed-term-contract': 'employment',
        'temporary-assignment': 'employment',
        'work-study-contract': 'employment',
        'civil-service': 'employment',
        'business-creation': 'employment',
        'aided-contract': 'employment',
        'another-siae': 'employment',
        'qualifying-training': 'training',
        'prequalifying-training': 'training',
        'prior-learning-validation': 'training',
        'return-to-school': 'training',
      },
      source: source(
        'Règlement (UE) 2021/1057, annexe I',
        'field',
        'EECR02 et EECR04 ; l’annexe n’a pas été lue, la correspondance est proposée',
      ),
    },
  ],
})
