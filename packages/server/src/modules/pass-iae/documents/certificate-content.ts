import { frenchDate, frenchLongDate } from '@maillage/kernel'
import { passStateLabels } from '@maillage/rules/pass-iae'
import { bornWords } from '../../people/index.ts'
import { issuerWords, numberOf } from '../components/pass-words.ts'
import type { PassShown } from '../queries/pass-shown.ts'

/** The sheet that says it, one page. */
export const CERTIFICATE = new URL('./certificate.typ', import.meta.url)

/** What the page to print and the PDF both say. */
export interface CertificateContent {
  readonly title: string
  readonly issuer: string
  /** Printed across each page; null: nothing. */
  readonly specimen: string | null
  readonly warning: string
  readonly rows: readonly { readonly label: string; readonly value: string }[]
  readonly foot: string
}

/** The dates that the State's service printed, when somebody typed them. */
function certificateRow({ summary }: Pick<PassShown, 'summary'>): CertificateContent['rows'] {
  const { certificate } = summary
  return certificate
    ? [{ label: 'Dates de l’attestation', value: `du ${frenchDate(certificate.first)} au ${frenchDate(certificate.last)}` }]
    : []
}

/**
 * The right on one sheet, for whoever may be handed it: who, which number, which days. No reason of a suspension or of a prolongation: an illness or
 * a sentence would be read in it. It never stands for the State's certificate.
 */
export function certificateContent(shown: Pick<PassShown, 'person' | 'summary' | 'today'>): CertificateContent {
  const { person, summary, today } = shown
  const specimen = summary.issuerMode === 'demonstration'
  return {
    title: specimen ? 'SPÉCIMEN – Attestation de PASS IAE' : 'Récapitulatif du PASS IAE',
    issuer: issuerWords(summary),
    specimen: specimen ? 'SPÉCIMEN' : null,
    warning: specimen
      ? 'SPÉCIMEN. Document de démonstration, données fictives\u00a0: il ne prouve aucun droit et ne peut être remis à personne.'
      : 'Ce récapitulatif ne remplace pas l’attestation. Le PASS IAE est délivré par les emplois de l’inclusion\u202f; les dates ci-dessous sont une estimation.',
    rows: [
      { label: 'Personne', value: `${person.displayName}, ${bornWords(person.birth, person.sex)}` },
      { label: 'Numéro', value: specimen ? `${numberOf(summary)} (SPÉCIMEN)` : numberOf(summary) },
      { label: 'État', value: passStateLabels[summary.state] },
      { label: 'Premier jour', value: frenchDate(summary.first) },
      { label: 'Dernier jour', value: frenchDate(summary.last) },
      ...(summary.toolLast === null ? [] : [{ label: 'Selon les emplois de l’inclusion', value: frenchDate(summary.toolLast) }]),
      ...certificateRow(shown),
    ],
    foot: `Imprimé le ${frenchLongDate(today)}.`,
  }
}
