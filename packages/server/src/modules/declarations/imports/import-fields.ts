import { z } from 'zod'

const TABLE_AT_MOST = 600_000

const sourceSchema = z.object({
  name: z.string().trim().min(1).max(200),
  kind: z.enum(['xlsx', 'ods', 'csv']),
  size: z.number().int().positive().max(5_242_880),
  fingerprint: z.string().regex(/^[0-9a-f]{64}$/),
})

/** The file that the lines came from: what is kept of it. */
export type ImportSource = z.output<typeof sourceSchema>

/** What every import sends once its lines were read on screen: the lines, under our columns, and what each title was taken for. */
export const importFields = {
  table: z
    .string('Choisissez le fichier')
    .min(1, 'Choisissez le fichier')
    .max(TABLE_AT_MOST, 'Ce fichier est trop long : coupez-le en plusieurs'),
  source: z.string().transform((text, context) => {
    const found = sourceSchema.safeParse(parsed(text))
    if (found.success) return found.data
    context.addIssue({ code: 'custom', message: 'Ce formulaire a perdu le nom de son fichier : recommencez depuis le fichier' })
    return z.NEVER
  }),
  titles: z
    .string()
    .max(20_000)
    .default('')
    .transform((text): Readonly<Record<string, string>> => {
      const found = z.record(z.string().max(200), z.string().max(40)).safeParse(parsed(text))
      return found.success ? found.data : {}
    }),
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return {}
  }
}
