import type { WhyHidden } from '@maillage/rules/statistics'
import type { ExclusionReason, FigureState } from './model.ts'

/** Why something was left out of a figure. */
export const exclusionLabels = {
  'month-not-declared': 'mois non déclarés par les structures',
  'month-not-over': 'mois en cours, pas encore déclarés',
  'month-without-annex': 'mois sans annexe financière signée',
  'withdrawn-by-its-reason': 'sorties retirées par leur motif',
  'presence-too-short': 'sorties après une présence trop courte',
  'hours-too-few': 'sorties avec trop peu d’heures',
  'internal-move': 'mobilités dans le même organisme',
  'length-of-contract-found': 'sorties dont la durée du contrat trouvé manque',
  hours: 'sorties dont les heures manquent',
  'still-waiting': 'attendent encore\u00a0: comptées pour le temps déjà attendu',
  'not-due': 'candidatures dont le jour promis n’est pas passé',
  withdrawn: 'candidatures retirées avant la réponse',
  'no-diagnosis': 'personnes sans diagnostic connu',
  'no-staff': 'mois de structures sans équipe permanente déclarée',
} satisfies Record<ExclusionReason, string>

export const stateLabels = {
  shown: 'affiché',
  'too-few': 'Trop peu',
  'too-early': 'Trop tôt',
  'not-declared': 'Non déclaré',
  'not-applicable': 'Sans objet',
} satisfies Record<FigureState, string>

/** Why a figure is hidden, said to the reader. */
export const hiddenLabels = {
  'too-few-people': 'Trop peu de personnes pour donner un chiffre sans les désigner.',
  'too-few-structures': 'Moins de trois structures\u00a0: chacune lirait le chiffre de l’autre.',
  'one-dominates': 'Une seule structure fait presque tout le chiffre\u00a0: il serait le sien.',
  complement: 'Ce chiffre permettrait d’en retrouver un autre par soustraction.',
} satisfies Record<WhyHidden, string>
