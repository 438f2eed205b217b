import { createHash } from 'node:crypto'
import { invariant } from '@maillage/kernel'

/** Draws that are the same at each run: a history depends on its name, never on the order in which histories are made. */
export interface Drawer {
  /** Between 0 and 1, 1 left out. */
  next(): number
  /** Both ends counted. */
  integer(least: number, most: number): number
  chance(probability: number): boolean
  pick<T>(list: readonly T[]): T
  /** One of the names, each with its weight. */
  weighted<K extends string>(weights: Readonly<Record<K, number>>): K
}

/** @example drawer('Terre Vive/seat 3').integer(1, 6) */
export function drawer(seed: string): Drawer {
  let state = createHash('sha256').update(seed).digest().readUInt32LE(0)
  // Mulberry32: thirty-two bits are plenty for a demonstration, and the same on every machine.
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const integer = (least: number, most: number) => least + Math.floor(next() * (most - least + 1))
  return {
    next,
    integer,
    chance: (probability) => next() < probability,
    pick: <T>(list: readonly T[]) => {
      const one = list[integer(0, list.length - 1)]
      invariant(one !== undefined, 'one draws from a list that holds something')
      return one
    },
    weighted: <K extends string>(weights: Readonly<Record<K, number>>) => {
      const names = Object.keys(weights) as K[]
      let left = next() * names.reduce((sum, name) => sum + weights[name], 0)
      for (const name of names) {
        left -= weights[name]
        if (left < 0) return name
      }
      const last = names.at(-1)
      invariant(last !== undefined, 'one draws from names that exist')
      return last
    },
  }
}
