import { readCsv } from '../../../platform/documents/read-csv.ts'

/** The headings under which a publisher gives what is needed. */
export interface Headings {
  readonly commune: string
  readonly code: string
  readonly name: string
}

export interface Grouping {
  readonly code: string
  readonly name: string
  /** INSEE codes */
  readonly communes: readonly string[]
}

export interface ReadGroupings {
  readonly groupings: readonly Grouping[]
  /** One French sentence for each thing to correct, with its line. */
  readonly faults: readonly string[]
}

/** What an id may hold. */
const CODE = /^[0-9A-Za-z-]{1,60}$/

/**
 * Reads a publisher's file: one line per commune, with the code and name of its grouping. Says every fault, not the first alone.
 * @example readGroupings(text, { commune: 'CODGEO', code: 'ZE2020', name: 'LIBZE2020' })
 */
export function readGroupings(text: string, headings: Headings): ReadGroupings {
  const [head, ...lines] = readCsv(text)
  const places = [headings.commune, headings.code, headings.name].map((heading) => head?.cells.indexOf(heading) ?? -1)
  const missing = [headings.commune, headings.code, headings.name].filter((_, index) => places[index] === -1)
  if (missing.length > 0) return { groupings: [], faults: missing.map((heading) => `La première ligne n’a pas de colonne « ${heading} ».`) }
  const found = new Map<string, { name: string; communes: Set<string> }>()
  const faults: string[] = []
  for (const { line, cells } of lines) {
    const [commune = '', code = '', name = ''] = places.map((place) => cells[place] ?? '')
    if (!/^\d[\dAB]\d{3}$/.test(commune)) faults.push(`Ligne ${line} : « ${commune} » n’est pas un code de commune.`)
    else if (!CODE.test(code)) faults.push(`Ligne ${line} : « ${code} » n’est pas un code de territoire (lettres, chiffres et tirets).`)
    else if (name === '') faults.push(`Ligne ${line} : le territoire ${code} n’a pas de nom.`)
    else {
      const grouping = found.get(code) ?? { name, communes: new Set() }
      if (grouping.name !== name) faults.push(`Ligne ${line} : le territoire ${code} a deux noms, « ${grouping.name} » et « ${name} ».`)
      grouping.communes.add(commune)
      found.set(code, grouping)
    }
  }
  if (lines.length === 0) faults.push('Le fichier n’a aucune ligne après ses titres.')
  return { groupings: [...found].map(([code, { name, communes }]) => ({ code, name, communes: [...communes] })), faults }
}
