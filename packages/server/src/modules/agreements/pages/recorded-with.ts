import type { Anomaly } from '@maillage/rules'
import { type AgreementAnomaly, agreementAnomalySentence } from '@maillage/rules/agreements'
import type { Notice } from '../../../platform/http/reply.ts'

/** What is said after an act was recorded: done, or done with what the law says otherwise. */
export function recordedWith(title: string, anomalies: readonly Anomaly<AgreementAnomaly>[]): Notice {
  if (anomalies.length === 0) return { kind: 'success', title }
  const sentences = anomalies.map(({ code, details }) => agreementAnomalySentence({ code, details })).join(' ')
  return { kind: 'warning', title: `${title}, avec une anomalie`, text: `${sentences} Corrigez la saisie si elle est fausse.` }
}
