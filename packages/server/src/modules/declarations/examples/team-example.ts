import { type CalendarDate, daysOf, frenchMonth, frenchShortDate, overlap, partsOf } from '@maillage/kernel'
import type { CellValue, Sheet } from '../../../platform/uploads/tables.ts'
import { CONTRACT_LABELS } from '../../employment/index.ts'
import { GRID_TITLE, type GridOf, initialsShown } from '../grid/export-grid.ts'
import type { GridMember } from '../queries/grid-team.ts'

const MONTHS = ['janv.', 'févr.', 'mars', 'avr.', 'mai', 'juin', 'juil.', 'août', 'sept.', 'oct.', 'nov.', 'déc.']
const FROM_1900_TO_1970 = 25_569
const PEOPLE = 8

/** A day as people type it: five ways in one column. */
const DAYS: readonly ((day: CalendarDate) => CellValue)[] = [
  (day) => ({ day }),
  (day) => frenchShortDate(day),
  (day) => day + FROM_1900_TO_1970,
  (day) => `${partsOf(day).day} ${MONTHS[partsOf(day).month - 1]} ${partsOf(day).year % 100}`,
  (day) => frenchShortDate(day).replaceAll('/', '-'),
]
const SEXES = { F: ['F', 'f', 'Mme', 'Femme'], M: ['H', 'M', 'h', 'Homme'] } as const
/** One of them nobody can read: it is there to be corrected on the screen. */
const HOURS: readonly CellValue[] = [112.67, '98,5', '104 h', '110:30', 'cent quatre', 101, '96,25', 108]
const DIFFICULTIES = ['garde d’enfants', null, 'permis', 'logement', null, 'français écrit', null, 'mobilité']

const LABELS = [
  'IDENTITE (INITIALES)',
  'Sexe',
  'Âge',
  'Date entrée dans la structure',
  'mesure (3) / date',
  'Nbre d’heures du contrat (4)',
  'Lieu de travail',
  'Difficultés identifiées (5)',
  'Heures payées',
]

const rotated = <T>(list: readonly T[], at: number): T => list[at % list.length] as T

function rowOf(member: GridMember, at: number, { siae }: GridOf): CellValue[] {
  const contract = member.contracts.at(-1)
  const site = siae.worksites.find(({ id }) => id === contract?.worksiteId)?.name ?? null
  const initials = initialsShown(member.name)
  const short = contract?.type === 'CDDI' ? 'cddi' : contract && CONTRACT_LABELS[contract.type]
  return [
    at % 2 === 0 ? initials : initials.replaceAll('.', ''),
    member.sex === null ? null : rotated(SEXES[member.sex], at),
    member.age === null ? null : at % 3 === 0 ? `${member.age} ans` : member.age,
    rotated(DAYS, at)(member.open.first),
    contract ? `${short} ${frenchShortDate(contract.first)}` : null,
    contract && contract.weekly !== null ? contract.weekly / 100 : null,
    at % 2 === 0 ? site : (site?.toLocaleUpperCase('fr') ?? null),
    rotated(DIFFICULTIES, at),
    rotated(HOURS, at),
  ]
}

/**
 * A follow-up of the month as structures keep them, with people of the team: merged titles, days and hours typed in every way, blank lines, a total, one
 * figure that nobody can read and somebody whom nobody knows. For a demonstration, where a visitor has no file of their own.
 */
export function teamExample(of: GridOf): readonly Sheet[] {
  const { siae, month, members } = of
  const alike = ({ name, open }: GridMember) => `${initialsShown(name)}/${open.first}`
  const present = members
    .filter((one) => overlap(one.open, daysOf(month)) && members.every((other) => other === one || alike(other) !== alike(one)))
    .slice(0, PEOPLE)
  const rows: CellValue[][] = [
    [GRID_TITLE.toLocaleUpperCase('fr')],
    [`NOM DE LA STRUCTURE : ${siae.name}`, null, null, null, `Mois : ${frenchMonth(month)}`],
    [],
    LABELS,
    ...present.flatMap((member, at) => (at === 3 ? [[], rowOf(member, at, of)] : [rowOf(member, at, of)])),
    ['Z.Z.', 'F', 51, null, null, 26],
    [null, null, null, null, 'TOTAL', null, null, null, 'à refaire'],
    ['(3) CDDI, CDI inclusion, contrat de mission'],
  ]
  return [
    { name: 'Suivi', rows, merges: [{ top: 0, left: 0, bottom: 0, right: LABELS.length - 1 }] },
    {
      name: 'Légende',
      rows: [
        ['(4)', 'par semaine'],
        ['(5)', 'ce que la personne en dit'],
      ],
      merges: [],
    },
  ]
}
