import { z } from 'zod'

/**
 * A box that may be left empty: spaces alone are nothing, and nothing is null.
 * @example reason: leftEmpty(z.string().trim().max(300).nullable())
 */
export const leftEmpty = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((typed) => (typeof typed === 'string' && typed.trim() === '' ? null : typed), schema)
