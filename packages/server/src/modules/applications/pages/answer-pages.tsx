import { OFFERED_REASONS, refusalReasonLabels } from '@maillage/rules/applications'
import { Radios } from '@maillage/ui'
import { keepInPool } from '../commands/keep-in-pool.ts'
import { postponeApplication } from '../commands/postpone-application.ts'
import { refuseApplication } from '../commands/refuse-application.ts'
import { answerPage } from './answer-page.tsx'

export const refusePage = answerPage({
  move: 'refuse',
  path: 'refuser',
  title: 'Refuser la candidature',
  button: 'Refuser la candidature',
  kind: 'warning',
  done: 'Candidature refusée',
  command: refuseApplication,
  fields: (form) => (
    <Radios
      form={form}
      name="reason"
      label="Raison du refus"
      hint="Pour celui ou celle qui suit la personne, et pour les statistiques."
      choices={OFFERED_REASONS.map((value) => ({ value, label: refusalReasonLabels[value] }))}
    />
  ),
})

export const postponePage = answerPage({
  move: 'postpone',
  path: 'attente',
  title: 'Mettre la candidature en attente',
  button: 'Mettre en attente',
  hint: 'Mettre en attente est une réponse : dites à la personne ce que vous attendez, et jusqu’à quand.',
  done: 'Candidature mise en attente',
  command: postponeApplication,
})

export const poolPage = answerPage({
  move: 'add-to-pool',
  path: 'vivier',
  title: 'Garder la candidature dans le vivier',
  button: 'Garder dans le vivier',
  hint: 'Vous n’avez pas de poste aujourd’hui, et souhaitez rappeler la personne dès qu’il y en aura un.',
  done: 'Candidature gardée dans le vivier',
  command: keepInPool,
})
