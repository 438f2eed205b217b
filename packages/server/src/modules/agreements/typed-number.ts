import { z } from 'zod'

const WRITTEN = /^\d{1,9}(?:[.,]\d{1,2})?$/

/**
 * A number as it is written in French, in hundredths; undefined when it is none: two decimals at most, spaces between thousands allowed.
 * @example readHundredths('1 820,5') // 182050
 */
export function readHundredths(typed: string): number | undefined {
  const bare = typed.replace(/[\s\u00a0\u202f]/g, '').replace(/€$|h$/, '')
  if (!WRITTEN.test(bare)) return undefined
  const [whole = '', decimals = ''] = bare.split(/[.,]/)
  return Number(whole) * 100 + Number(decimals.padEnd(2, '0'))
}

function hundredths(typed: string, wrong: string, most: number, context: z.RefinementCtx): number {
  const read = readHundredths(typed)
  if (read !== undefined && read <= most) return read
  context.addIssue({ code: 'custom', message: wrong })
  return z.NEVER
}

/** A number that must be typed, in hundredths. */
export const typedNumber = (missing: string, wrong: string, most: number) =>
  z
    .string(missing)
    .trim()
    .min(1, missing)
    .transform((typed, context) => hundredths(typed, wrong, most, context))

/** A number that may be left empty, in hundredths. */
export const optionalNumber = (wrong: string, most: number) =>
  z
    .string()
    .trim()
    .transform((typed, context) => (typed === '' ? null : hundredths(typed, wrong, most, context)))
    .default(null)
