/** The eighteen criteria of the order of 1 September 2021, by the codes that the State's service and the paying agency use. */
export const CRITERION_CODES = [
  'RSA',
  'ASS',
  'AAH',
  'DETLD',
  'CAP_BEP',
  'SENIOR',
  'JEUNE',
  'ASE',
  'DELD',
  'TH',
  'PI',
  'PSH_PR',
  'REF_DA',
  'ZRR',
  'QPV',
  'DETENTION_MJ',
  'FLE',
  'PM',
] as const

export type CriterionCode = (typeof CRITERION_CODES)[number]
