import type { CriterionCode, Evidence } from '@maillage/rules/eligibility'

/** How the form asks for the proof of a criterion; whether it is enough is for the rules to say. */
export type ProofAsked = 'piece' | 'piece-and-months' | 'title' | 'diploma' | 'nothing'

const ASKED: Readonly<Partial<Record<CriterionCode, ProofAsked>>> = {
  TH: 'title',
  REF_DA: 'title',
  CAP_BEP: 'diploma',
  JEUNE: 'nothing',
  SENIOR: 'nothing',
  DETLD: 'piece-and-months',
  DELD: 'piece-and-months',
}

export const proofAskedFor = (code: CriterionCode): ProofAsked => ASKED[code] ?? 'piece'

/** The kinds of proof among which one chooses, when there are several. */
export const PROOF_KINDS: Readonly<Partial<Record<ProofAsked, readonly { readonly value: Evidence['kind']; readonly label: string }[]>>> = {
  title: [
    { value: 'title', label: 'Décision ou titre\u00a0: la date est celle de sa fin' },
    { value: 'renewal-request', label: 'Renouvellement demandé\u00a0: la date est celle de la demande' },
  ],
  diploma: [
    { value: 'diploma', label: 'Diplôme\u00a0: aucune date' },
    { value: 'piece', label: 'Attestation sur l’honneur\u00a0: la date est celle de sa signature' },
  ],
}
