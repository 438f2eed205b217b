import type { RefusalDetails } from '@maillage/kernel'
import { agreementAnomalySentence } from '@maillage/rules/agreements'
import { assignmentAnomalySentence } from '@maillage/rules/assignments'
import { employmentAnomalySentence } from '@maillage/rules/employment'
import { exitAnomalySentence } from '@maillage/rules/exits'
import { financingAnomalySentence } from '@maillage/rules/financing'
import { passAnomalySentence } from '@maillage/rules/pass-iae'

type Sentence = (anomaly: { code: never; details: never }) => string

const SENTENCES: Readonly<Record<string, Sentence>> = {
  agreements: agreementAnomalySentence,
  assignments: assignmentAnomalySentence,
  employment: employmentAnomalySentence,
  exits: exitAnomalySentence,
  financing: financingAnomalySentence,
  'pass-iae': passAnomalySentence,
}

/** The sentence of an anomaly as the database kept it. A rule that this version has no words for is named by its code: the row is never hidden. */
export function anomalySentence(rule: string, facts: RefusalDetails): string {
  try {
    const sentence = SENTENCES[rule.split('/')[0] ?? '']
    if (sentence) return sentence({ code: rule as never, details: facts as never })
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
  }
  return `Point signalé par la règle « ${rule} ».`
}

/** Who can solve it. */
export const solverLabel = (solver: string): string =>
  ({ operator: 'La structure', authority: 'L’administration (DDETS)', administrator: 'L’administration de la plateforme' })[solver] ??
  solver

const RESOLUTIONS: Readonly<Record<string, string>> = {
  cancelled: 'Fait annulé',
  moved: 'Date corrigée',
  corrected: 'Annexe corrigée',
  'contract-changed': 'Contrat modifié',
  'facts-changed': 'Heures ou contrat modifiés',
  'missions-changed': 'Missions ou relevés modifiés',
  'representative-named': 'Représentant légal renseigné',
  'exit-corrected': 'Sortie corrigée',
  'exit-cancelled': 'Sortie annulée',
}

/** How it was settled. */
export const resolutionLabel = (resolution: string | null): string => RESOLUTIONS[resolution ?? ''] ?? 'Réglée'
