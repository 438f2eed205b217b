import { frenchList, normalised, SIAE_KINDS } from '@maillage/kernel'
import { readCsv } from '../../platform/documents/read-csv.ts'

/** What a file of annexes may say, by the first words of its column; the order of the columns is free. */
const COLUMNS = {
  siret: { label: 'SIRET', begins: ['siret'], required: true },
  kind: { label: 'Type', begins: ['type'], required: true },
  measure: { label: 'Aide', begins: ['aide', 'mesure'], required: false },
  number: { label: 'Numéro', begins: ['numero', 'annexe'], required: false },
  firstDay: { label: 'Début', begins: ['debut', 'premier jour'], required: true },
  lastDay: { label: 'Fin', begins: ['fin', 'dernier jour'], required: true },
  signedOn: { label: 'Signature', begins: ['signature', 'signee', 'date de signature'], required: true },
  posts: { label: 'Postes', begins: ['postes', 'etp', 'nombre de postes'], required: true },
  hoursOfOneFte: { label: 'Heures d’un ETP', begins: ['heures'], required: false },
  amount: { label: 'Montant', begins: ['montant'], required: false },
  cofinancingDepartement: { label: 'Part du Département', begins: ['part'], required: false },
  cofinancingTotal: { label: 'Total cofinancé', begins: ['total'], required: false },
} as const

export type AnnexColumn = keyof typeof COLUMNS
const NAMES = Object.keys(COLUMNS) as readonly AnnexColumn[]

/** The titles to copy at the head of a file. */
export const FILE_TITLES: readonly string[] = NAMES.map((name) => COLUMNS[name].label)

/** Lines beyond are for another file: one reads what one confirms. */
export const LINES_AT_MOST = 300

/** A line as it was read: its rank in the file (the titles are line 1), its cells by column. */
export interface FileLine {
  readonly rank: number
  readonly cells: Readonly<Record<AnnexColumn, string>>
}

/** `21/11/2026` as the schemas take it; what is no date stays as written, for the schema to say so. */
const isoDay = (written: string): string => {
  const found = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(written)
  return found ? `${found[3]}-${String(found[2]).padStart(2, '0')}-${String(found[1]).padStart(2, '0')}` : written
}

const MEASURES: Readonly<Record<string, string>> = { '': 'common', 'droit commun': 'common', penitentiaire: 'prison', passerelle: 'bridge' }

/** The measure written in words: « Droit commun », « Milieu pénitentiaire », « Contrat passerelle »; nothing is the common one. */
const measureOf = (written: string): string => {
  const key = normalised(written)
  return MEASURES[key] ?? Object.entries(MEASURES).find(([word]) => word !== '' && key.includes(word))?.[1] ?? written
}

const READ: Partial<Record<AnnexColumn, (written: string) => string>> = {
  firstDay: isoDay,
  lastDay: isoDay,
  signedOn: isoDay,
  measure: measureOf,
  siret: (written) => written.replace(/\D/g, ''),
  kind: (written) => SIAE_KINDS.find((kind) => kind === written.toUpperCase()) ?? written,
}

/**
 * Reads a file of annexes: semicolons or tabulations, with or without a mark of UTF-8, French dates, decimal comma. What is wrong with the file as a whole
 * is a sentence; what is wrong with a line is for the schema.
 * @example readAnnexFile('SIRET;Type;Début;Fin;Signature;Postes\n732…;ACI;01/01/2026;31/12/2026;10/04/2026;7,43')
 */
export function readAnnexFile(written: string): { readonly lines: readonly FileLine[]; readonly fault?: string } {
  const [titles, ...rows] = readCsv(written)
  if (!titles) return { lines: [], fault: 'Collez les lignes du fichier, avec leurs titres de colonnes' }
  const keys = titles.cells.map((title) => normalised(title))
  const placed = new Map(
    NAMES.flatMap((name) => {
      const at = keys.findIndex((key) => COLUMNS[name].begins.some((begin) => key.startsWith(begin)))
      return at < 0 ? [] : [[name, at] as const]
    }),
  )
  const missing = NAMES.filter((name) => COLUMNS[name].required && !placed.has(name)).map((name) => `«\u00a0${COLUMNS[name].label}\u00a0»`)
  if (missing.length > 0)
    return { lines: [], fault: `La première ligne doit donner les titres des colonnes. Il manque ${frenchList(missing)}` }
  const lines = rows.map(({ rank, cells: row }): FileLine => {
    const cells = NAMES.map((name) => {
      const cell = row[placed.get(name) ?? -1] ?? ''
      return [name, READ[name]?.(cell) ?? cell]
    })
    return { rank, cells: Object.fromEntries(cells) as FileLine['cells'] }
  })
  if (lines.length === 0) return { lines, fault: 'Le fichier n’a que ses titres\u00a0: ajoutez une ligne par annexe' }
  if (lines.length > LINES_AT_MOST)
    return {
      lines: [],
      fault: `Le fichier compte ${lines.length} lignes, pour ${LINES_AT_MOST} au plus\u00a0: coupez-le en plusieurs fois`,
    }
  return { lines }
}
