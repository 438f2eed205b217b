import { createHash } from 'node:crypto'

/**
 * The id of a row of the demonstration, always the same for the same name: two loads give one database, and an address kept in a guide stays good.
 * The form is that of a version 8 UUID, made for such uses.
 * @example madeId('siae', 'fil-de-l-aude/berges')
 */
export function madeId(table: string, name: string): string {
  const hex = createHash('sha256').update(`maillage/aude/${table}/${name}`).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
