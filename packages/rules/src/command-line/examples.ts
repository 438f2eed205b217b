/** One line for each rule, used by the tests and to be copied: `npm run -s rules` reads one JSON object a line. */
export interface ExampleLine {
  readonly rule: string
  readonly at: string
  readonly knownOn?: string
  readonly input: unknown
}

const held = {
  pass: { first: '2025-01-01' },
  acts: [{ kind: 'suspension', first: '2025-03-01', last: '2025-03-31', reason: 'contract-ended' }],
}

const annex = {
  kind: 'ACI',
  measure: 'common',
  departement: '11',
  period: { first: '2025-01-01', last: '2025-12-31' },
  posts: 10,
  knownOn: '2025-04-10',
  amendments: [{ kind: 'posts', knownOn: '2025-05-12', effectOn: '2025-03-01', posts: 12 }],
  cofinancing: { departement: 50_000, total: 239_210 },
}

const worked = [{ month: '2025-01', hours: 13_520 }]

const contract = {
  type: 'CDDI',
  first: '2025-01-01',
  last: '2025-04-29',
  signedOn: '2025-01-01',
  renewal: false,
  weekly: [{ from: '2025-01-01', hours: 19.5 }],
}

const exit = {
  kind: 'ACI',
  entry: '2025-01-01',
  exitOn: '2025-08-31',
  reason: 'fixed-term-contract',
  hours: 600,
  found: { first: '2025-09-01', last: '2026-02-28' },
}

export const EXAMPLES: readonly ExampleLine[] = [
  {
    rule: 'eligibility/judge',
    at: '2026-06-15',
    input: {
      author: { role: 'siae', kind: 'ACI' },
      diagnosedOn: '2026-06-10',
      criteria: [{ code: 'RSA', evidence: { kind: 'piece', dated: '2026-06-01' } }, { code: 'DETLD' }],
      registration: { periods: [{ first: '2024-01-01', last: null }] },
      birth: { year: 1980 },
    },
  },
  {
    rule: 'eligibility/proof',
    at: '2026-06-15',
    input: { criterion: { code: 'QPV', evidence: { kind: 'piece', dated: '2026-01-10' } } },
  },
  { rule: 'pass-iae/last-day', at: '2026-06-15', input: held },
  { rule: 'pass-iae/state', at: '2025-03-15', input: held },
  { rule: 'pass-iae/remaining-days', at: '2025-03-15', input: held },
  { rule: 'pass-iae/waiting-period', at: '2027-06-15', input: held },
  { rule: 'pass-iae/issue', at: '2026-06-15', input: { hiredOn: '2026-07-01', held: [], eligibleBy: 'siae' } },
  {
    rule: 'pass-iae/move-hire-date',
    at: '2026-06-15',
    input: { pass: { first: '2026-07-01' }, acts: [], to: '2026-07-10' },
  },
  {
    rule: 'pass-iae/suspension',
    at: '2026-06-15',
    input: { ...held, first: '2026-06-01', last: null, reason: 'contract-ended', siaeKind: 'ACI', declaredBy: 'siae', isLatest: true },
  },
  {
    rule: 'pass-iae/prolongation',
    at: '2026-11-15',
    input: {
      ...held,
      reason: 'senior',
      last: '2027-06-30',
      siaeKind: 'EI',
      relation: 'employs',
      isLatest: true,
      isPending: false,
      birth: { year: 1970, month: 5, day: 10 },
    },
  },
  {
    rule: 'pass-iae/closure',
    at: '2026-06-15',
    input: { ...held, by: 'siae', examined: true, notifiedOn: '2026-06-15' },
  },
  {
    rule: 'applications/transition',
    at: '2026-11-21',
    input: { transition: 'refuse', state: 'new', actor: 'receiver', receiver: 'siae', lastMovedOn: '2026-11-01', reason: 'no-recruitment' },
  },
  {
    rule: 'agreements/agreed-fte',
    at: '2025-06-01',
    input: { annex, period: { first: '2025-01-01', last: '2025-12-31' }, annexKnownOn: '2025-05-31' },
  },
  { rule: 'agreements/annex-total', at: '2025-06-01', input: { annex } },
  { rule: 'agreements/annex-anomalies', at: '2025-06-01', input: { annex } },
  { rule: 'employment/contract', at: '2025-01-01', input: { contract, kind: 'ACI', previous: [], held } },
  {
    rule: 'employment/month-hours',
    at: '2025-07-31',
    input: { month: '2025-07', hours: 100.5, contracts: [contract], held },
  },
  {
    rule: 'employment/sheet-transition',
    at: '2025-08-01',
    input: { transition: 'reopen', state: 'sent', actor: 'payment-agency', month: '2025-07', reason: 'Heures en double' },
  },
  { rule: 'employment/hours-together', at: '2025-06-15', input: { weekly: [20, 28.5] } },
  {
    rule: 'employment/company-placement',
    at: '2025-06-30',
    input: {
      placements: [
        { on: '2024-03-01', hours: 400, client: 'company' },
        { on: '2025-06-01', hours: 100, client: 'company' },
      ],
    },
  },
  {
    rule: 'employment/immersion',
    at: '2025-02-15',
    input: {
      immersion: { first: '2025-01-15', last: '2025-02-15', host: 'Garage', object: 'discover-a-trade', renewal: false },
      others: [],
      kind: 'ACI',
      contract: null,
    },
  },
  { rule: 'exits/classify', at: '2025-12-31', input: exit },
  { rule: 'exits/rates', at: '2025-12-31', input: { exits: [exit], audience: 'inside' } },
  { rule: 'financing/unit-amount', at: '2025-03-01', input: { kind: 'ACI', measure: 'common', departement: '11' } },
  { rule: 'financing/projected-amount', at: '2026-03-01', input: { kind: 'ACI', measure: 'common', departement: '11' } },
  { rule: 'financing/fte', at: '2025-03-01', input: { kind: 'ACI', hours: 1352 } },
  { rule: 'financing/annex-aid', at: '2025-12-31', input: { kind: 'ACI', annex, worked } },
  { rule: 'financing/consumption', at: '2025-12-31', input: { annex, worked } },
  { rule: 'financing/payment-schedule', at: '2025-12-31', input: { annex, worked } },
  {
    rule: 'financing/modulated-part',
    at: '2025-01-01',
    input: { measure: 'common', base: 177_698.86, notice: { notifiedOn: '2025-10-15', rate: 5 } },
  },
  {
    rule: 'financing/departement-month',
    at: '2025-05-31',
    input: {
      caom: { departement: '11', period: { first: '2025-01-01', last: '2025-12-31' }, people: null },
      month: '2025-05',
      employees: [{ label: 'a', hiredOn: '2025-02-10', until: null, rsaAtHire: true, departementAtHire: '11' }],
    },
  },
  { rule: 'financing/eiti-month', at: '2025-03-31', input: { month: '2025-03', rank: 3, departement: '974' } },
]
