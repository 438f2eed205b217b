/** The kinds of SIAE, as the Code du travail names them (L5132-4; EITI by loi 2018-771 art. 83). */
export const SIAE_KINDS = ['EI', 'ACI', 'AI', 'ETTI', 'EITI'] as const
export type SiaeKind = (typeof SIAE_KINDS)[number]
