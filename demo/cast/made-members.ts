import type { Cast, MadeAccount, MadeHat, MadePartner, MadeSiae } from './cast.ts'
import { teamOf } from './team-of.ts'

const FIRST_NAMES =
  'Alice Bilal Chloé Damien Estelle Farid Gaëlle Hervé Imane Jules Karima Loïc Maëva Nicolas Ophélie Pierre Quentin Rachida Simon Thérèse Ulysse Valérie Walid'.split(
    ' ',
  )
const PLANTS =
  'Amandier Asphodèle Azalée Bleuet Buis Camomille Capucine Cerfeuil Chêne Coquelicot Érable Figuier Frêne Fusain Glaïeul Hysope Iris Jasmin Lierre Marjolaine Mélisse Myrte Noisetier Orme Pervenche Pistachier Platane Sarriette Saule Sorbier Viorne'.split(
    ' ',
  )

const SINCE = '2021-01-04'
const later = (since: string) => (since > SINCE ? since : SINCE)

/** Counts of names are prime to each other: no two people share both. */
function nameOf(rank: number, departement: string): { readonly name: string; readonly email: string } {
  const [first, plant] = [FIRST_NAMES[rank % FIRST_NAMES.length] ?? '', PLANTS[(rank * 7) % PLANTS.length] ?? '']
  const plain = `${first}.${plant}`.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
  // The Aude, the first département made, keeps plain addresses.
  return { name: `${first} ${plant}`, email: departement === '11' ? `${plain}@exemple.test` : `${plain}.${departement}@exemple.test` }
}

function hatsOf(organisation: string, siae: MadeSiae): readonly MadeHat[] {
  const place = { organisation, unit: teamOf(siae.name), since: later(siae.since) }
  const lends = siae.kind === 'AI' || siae.kind === 'ETTI'
  return [
    { ...place, role: 'counsellor' },
    { ...place, role: lends ? 'assignment_coordinator' : 'technical_supervisor' },
  ]
}

/** Somebody at each desk of those who prescribe. */
const atDesks = (partners: readonly MadePartner[]): readonly MadeHat[] =>
  partners.flatMap(({ name, agencies = [], authorisation }) =>
    authorisation === undefined
      ? []
      : agencies
          .filter((agency) => !agency.startsWith('Service financement'))
          .map((unit) => ({
            organisation: name,
            role: name.startsWith('France Travail') ? ('ft_adviser' as const) : ('prescriber' as const),
            unit,
            since: authorisation.since > SINCE ? authorisation.since : SINCE,
          })),
  )

/** The people who make each structure live, besides those that have a story: a director by carrier, and by structure a counsellor and whoever leads the work. */
function madeMembers({ named, partners, carriers, departement }: Cast): readonly MadeAccount[] {
  const seated = new Set(
    named.flatMap(({ hats }) => hats.flatMap(({ organisation, unit, until }) => (unit && !until ? [`${organisation} ${unit}`] : []))),
  )
  const desks = atDesks(partners).filter(({ organisation, unit }) => !seated.has(`${organisation} ${unit}`))
  const taken = new Set(
    named.flatMap(({ hats }) => hats.filter(({ until }) => until === undefined).map(({ organisation, role }) => `${organisation} ${role}`)),
  )
  const carried = carriers
    .flatMap(({ name, siae }) => {
      const open = siae.filter(({ until }) => until === undefined)
      const first = open.map(({ since }) => since).sort()[0]
      return first === undefined
        ? []
        : [{ organisation: name, role: 'director' as const, since: later(first) }, ...open.flatMap((each) => hatsOf(name, each))]
    })
    .filter(({ organisation, role }) => !taken.has(`${organisation} ${role}`))
  return [...carried, ...desks].map((hat, rank) => ({ ...nameOf(rank, departement), hats: [hat] }))
}

/** Everybody who has an account: those that have a story first. */
export const accountsIn = (cast: Cast): readonly MadeAccount[] => [...cast.named, ...madeMembers(cast)]
