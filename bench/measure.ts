/** Times of one thing, in milliseconds. */
export interface Times {
  readonly count: number
  readonly p50: number
  readonly p95: number
  readonly p99: number
}

/** @example percentiles([1, 2, 3]).p50 // 2 */
export function percentiles(times: readonly number[]): Times {
  const sorted = times.toSorted((a, b) => a - b)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
  return { count: sorted.length, p50: at(0.5), p95: at(0.95), p99: at(0.99) }
}

export const ms = (value: number): string => value.toFixed(value < 10 ? 2 : 1)
export const times = (value: number): string => `${value.toFixed(1)} ×`

/** Several works in turn, round after round, so that whatever disturbs the machine disturbs them alike; a few rounds first to warm up. */
export async function timed<Name extends string>(
  works: Readonly<Record<Name, (round: number) => Promise<unknown>>>,
  rounds: number,
): Promise<Readonly<Record<Name, Times>>> {
  const taken = Object.fromEntries(Object.keys(works).map((name) => [name, []])) as unknown as Record<Name, number[]>
  const warm = Math.ceil(rounds / 10)
  for (let round = -warm; round < rounds; round++) {
    for (const [name, work] of Object.entries(works) as [Name, (round: number) => Promise<unknown>][]) {
      const started = performance.now()
      await work(Math.abs(round))
      if (round >= 0) taken[name].push(performance.now() - started)
    }
  }
  return Object.fromEntries(Object.entries(taken).map(([name, list]) => [name, percentiles(list as number[])])) as Record<Name, Times>
}
