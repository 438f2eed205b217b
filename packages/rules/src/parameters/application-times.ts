import { day, parameter } from '@maillage/kernel'
import { DECREE_2021_1128, fieldUse, stateTool } from './texts.ts'

export const automaticRefusalDays = parameter<number>({
  key: 'applications/automatic-refusal-days',
  label: 'Refus automatique d’une candidature sans réponse',
  unit: 'jours',
  values: [
    {
      from: day('2025-03-10'),
      to: null,
      published: day('2025-03-10'),
      value: 60,
      source: stateTool('Candidatures nouvelles ou à l’étude, sans mouvement depuis soixante jours'),
    },
  ],
})

export const archiveAfterDays = parameter<number>({
  key: 'applications/archive-after-days',
  label: 'Archivage d’une candidature sans mouvement',
  unit: 'jours',
  values: [
    { ...DECREE_2021_1128, to: null, value: 180, source: stateTool('Archivage automatique', 'Date de mise en service non trouvée') },
  ],
})

export const reapplicationHours = parameter<number>({
  key: 'applications/reapplication-hours',
  label: 'Délai avant une nouvelle candidature au même employeur',
  unit: 'heures',
  values: [{ ...DECREE_2021_1128, to: null, value: 24, source: stateTool('Doublons bloqués pendant vingt-quatre heures') }],
})

export const answerRequiredToPostpone = parameter<boolean>({
  key: 'applications/answer-required-to-postpone',
  label: 'Réponse obligatoire pour mettre en attente',
  unit: 'oui ou non',
  values: [
    { ...DECREE_2021_1128, to: day('2026-07-31'), value: false, source: stateTool('Réponse facultative') },
    {
      from: day('2026-08-01'),
      to: null,
      published: day('2026-08-01'),
      value: true,
      source: stateTool('Réponse obligatoire depuis août 2026'),
    },
  ],
})

/** No text gives a time to answer: thirty days is a usage to be confirmed, and each territory or structure may promise another. */
export const promisedAnswerDays = parameter<number>({
  key: 'applications/promised-answer-days',
  label: 'Délai de réponse promis au candidat',
  unit: 'jours',
  values: [{ ...DECREE_2021_1128, to: null, value: 30, source: fieldUse('Délai de réponse promis') }],
  derogable: {
    parse: (stored) => {
      if (typeof stored !== 'number' || !Number.isInteger(stored) || stored < 1)
        throw new TypeError('Whole days, at least one, are expected')
      return stored
    },
  },
})
