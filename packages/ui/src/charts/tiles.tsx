import type { ComponentChildren } from 'preact'

/** A place that is no outline on the map: its name, its figure, where it leads. `level` from 0 (no figure) to 4. */
export interface Tile {
  readonly id: string
  readonly label: string
  readonly text: string
  readonly level: number
  readonly href?: string | undefined
}

/** Levels from 1 to 4 by the part of the greatest; 0 for what has no value. @example levelsOf([null, 2, 8]) // [0, 1, 4] */
export function levelsOf(values: readonly (number | null)[]): readonly number[] {
  const most = Math.max(0, ...values.map((value) => value ?? 0))
  return values.map((value) => (value === null || most === 0 ? 0 : Math.min(4, Math.max(1, Math.ceil((value / most) * 4)))))
}

/**
 * Places as tiles, each with its figure in letters: the shade only helps.
 * @example <Tiles label="Outre-mer" tiles={[{ id: '974', label: 'La Réunion', text: '12', level: 2, href: '…' }]} />
 */
export function Tiles({
  label,
  tiles,
  children,
}: {
  readonly label: string
  readonly tiles: readonly Tile[]
  readonly children?: ComponentChildren
}) {
  return (
    <div class="m-tiles">
      <p class="m-tiles-label" id={`tuiles-${label.length}-${tiles.length}`}>
        {label}
      </p>
      <ul class="m-tiles-list" aria-labelledby={`tuiles-${label.length}-${tiles.length}`}>
        {tiles.map(({ id, label: name, text, level, href }) => (
          <li key={id} class={`m-tile m-level-${level}`}>
            {href ? (
              <a class="m-tile-name" href={href}>
                {name}
              </a>
            ) : (
              <span class="m-tile-name">{name}</span>
            )}
            <span class="m-tile-value">{text}</span>
          </li>
        ))}
      </ul>
      {children}
    </div>
  )
}
