import type { PrescriberKind } from '@maillage/rules/eligibility'
import type { Cast, MadeAccount, MadeCarrier, MadePartner, MadeSiae } from '../cast/cast.ts'
import { drawer } from '../histories/drawer.ts'
import type { Homes } from '../histories/made-identity.ts'
import type { Share } from './country.ts'

/** People present in one structure: 138 100 employees (S3-34: ACI 64 500, AI 40 000, EI 19 400, ETTI 18 500 of 142 400) over the structures of each kind. */
const SEATS = { ACI: [20, 33], EI: [11, 22], AI: [32, 63], ETTI: [42, 70] } as const
const MOST_WORKSITES = { ACI: 3, EI: 2, AI: 0, ETTI: 0 } as const
const KINDS = ['ACI', 'EI', 'AI', 'ETTI'] as const
/** Invented numbers kept for one département: five hundred carriers, then its partners. */
const RANKS = 600
const ASSOCIATION = 'Association loi 1901'
const SINCE = '2018-01-01'

function structuresOf({ code, communes, structures }: Share): readonly MadeSiae[] {
  const seats = communes.slice(0, 40)
  return KINDS.flatMap((kind) =>
    Array.from({ length: structures[kind] }, (_, at): MadeSiae => {
      const name = `${kind} de démonstration ${code}-${String(at + 1).padStart(3, '0')}`
      const draw = drawer(name)
      const commune = draw.pick(seats).code
      return {
        kind,
        name,
        commune,
        since: `${draw.integer(2002, 2022)}-0${draw.integer(1, 9)}-01`,
        worksites: Array.from({ length: draw.integer(0, MOST_WORKSITES[kind]) }, (__, place) => ({
          name: `Chantier ${place + 1}, ${name}`,
          address: null,
          commune: draw.pick(seats).code,
        })),
      }
    }),
  )
}

/** One EI in five shares its carrier with an ACI, as régies do. */
function carriersOf(share: Share): readonly MadeCarrier[] {
  const made = structuresOf(share)
  const [chantiers, others] = [made.filter(({ kind }) => kind === 'ACI'), made.filter(({ kind }) => kind !== 'ACI')]
  const beside = others.filter(({ kind }, at) => kind === 'EI' && at % 5 === 0).slice(0, chantiers.length)
  const alone = others.filter((each) => !beside.includes(each)).map((each) => [each])
  return [...chantiers.map((each, at) => [each, ...beside.slice(at, at + 1)]), ...alone].map((siae) => ({
    name: `Porteur de ${siae[0]?.name ?? ''}`,
    legalForm: ASSOCIATION,
    siae,
  }))
}

function partnersOf({ code, name, communes }: Share): readonly MadePartner[] {
  const territory = `departement-${code}`
  const [first, second, third] = communes
  const at = (each: typeof first) => `Antenne de ${each?.nom ?? ''}`
  const act = (does: MadePartner['acts'][number]['function']) => ({ function: does, territory, since: SINCE })
  const prescriber = (title: string, kind: PrescriberKind, agencies: readonly string[], invented = true): MadePartner => ({
    name: `${title} – ${name} (${code})`,
    legalForm: null,
    invented,
    acts: [act('prescriber')],
    agencies,
    authorisation: { kind, since: '2021-09-03' },
  })
  return [
    prescriber(
      'Mission locale de démonstration',
      'ML',
      [at(first), at(second), at(third)].filter((each, rank, all) => all.indexOf(each) === rank),
    ),
    prescriber('France Travail', 'FT', [at(first)], false),
    prescriber('Cap emploi de démonstration', 'CAP_EMPLOI', ['Accueil']),
    prescriber('CCAS de démonstration', 'CCAS', ['Accueil']),
    {
      ...prescriber('Département', 'DEPT', ['Service financement de l’insertion', 'Maison des solidarités'], false),
      acts: [act('prescriber'), act('funder'), act('referent')],
    },
    { name: authorityOf(code, name), legalForm: 'Service de l’État', invented: false, acts: [act('authority')] },
  ]
}

const authorityOf = (code: string, name: string) => `DDETS – ${name} (${code})`

const officersOf = ({ code, name }: Share): readonly MadeAccount[] => [
  {
    name: `Agent de la DDETS ${code}`,
    email: `ddets.${code}@exemple.test`.toLowerCase(),
    hats: [{ organisation: authorityOf(code, name), role: 'authority_officer', since: SINCE }],
  },
  {
    name: `Financement ${code}`,
    email: `financement.${code}@exemple.test`.toLowerCase(),
    hats: [
      { organisation: `Département – ${name} (${code})`, role: 'funder_officer', unit: 'Service financement de l’insertion', since: SINCE },
    ],
  },
]

/** Its largest communes, by how many live there. */
const homesOf = ({ communes }: Share): Homes =>
  Object.fromEntries(communes.slice(0, 40).map(({ code, inhabitants }) => [code, Math.max(1, inhabitants)]))

/** Who acts in a département of the generated country; `position` is its place in the list of départements. */
export const castOf = (share: Share, position: number): Cast => ({
  departement: share.code,
  carriers: carriersOf(share),
  homes: homesOf(share),
  partners: partnersOf(share),
  named: officersOf(share),
  authority: authorityOf(share.code, share.name),
  seats: SEATS,
  // After the ranks of the demonstration, which have three figures.
  rank: 1000 + position * RANKS,
})
