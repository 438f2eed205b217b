import { granted, type Outcome } from '@maillage/kernel'
import { z } from 'zod'
import type { Ctx } from './context.ts'

const RELOAD = 'Ce formulaire est arrivé incomplet ou modifié : rien n’a été enregistré. Rechargez la page, puis recommencez.'

/**
 * What is said of an answer when its schema says nothing of its own: the library would speak English, of types. A box always has a sentence that is
 * its own; this one is met by hidden fields that somebody changed, by choices that were not offered, by texts without end.
 */
z.config({
  localeError: ({ code, origin, maximum, values }) => {
    if (code === 'too_big' && origin === 'string') return `Ce texte dépasse ${String(maximum)} caractères. Raccourcissez-le.`
    if (code === 'invalid_value' && Array.isArray(values)) return 'Choisissez une réponse parmi celles qui sont proposées.'
    return RELOAD
  },
})

/** What the audit line of a command says: ids of what it touched and names of the fields it set, never their values. */
export interface Trace {
  readonly subjects: Readonly<Record<string, string>>
  readonly fields?: readonly string[]
}

export interface CommandDefinition<Schema extends z.ZodType, Value> {
  /** `slice/verb-noun` */
  readonly name: string
  readonly runsAs: 'app' | 'job'
  readonly schema: Schema
  readonly run: (ctx: Ctx, input: z.output<Schema>) => Promise<Outcome<Value>>
  readonly trace: (input: z.output<Schema>, value: Value) => Trace
}

export interface Command<Schema extends z.ZodType = z.ZodType, Value = unknown> extends CommandDefinition<Schema, Value> {
  /** Runs inside a transaction already open: what a higher slice calls. Leaves its own audit line. */
  execute(ctx: Ctx, input: z.output<Schema>): Promise<Outcome<Value>>
}

/**
 * Declares one verb: its schema, who may (in `run`, by the slice's policy), what it does, what its trace says.
 * @example export const addWorksite = command({ name: 'organisations/add-worksite', runsAs: 'app', schema, run, trace })
 */
export function command<Schema extends z.ZodType, Value>(definition: CommandDefinition<Schema, Value>): Command<Schema, Value> {
  return {
    ...definition,
    async execute(ctx, input) {
      const outcome = await definition.run(ctx, input)
      if (!outcome.ok) return outcome
      const { subjects, fields = [] } = definition.trace(input, outcome.value)
      await writeAudit(ctx, definition.name, 'done', [], subjects, fields)
      return granted(outcome.value)
    },
  }
}

/** One line of the audit. @internal used here and by the edge for refusals */
export async function writeAudit(
  ctx: Pick<Ctx, 'tx' | 'actor' | 'now' | 'ids' | 'requestId'>,
  name: string,
  outcome: 'done' | 'refused' | 'failed',
  refusals: readonly string[],
  subjects: Readonly<Record<string, string>>,
  fields: readonly string[],
): Promise<void> {
  await ctx.tx
    .insertInto('audit')
    .values({
      id: ctx.ids.next(),
      recorded_at: ctx.now.toString(),
      // A person in their own space has no account: the line says so, and its subjects say who.
      account_id: ctx.actor.subject ? null : ctx.actor.accountId,
      acting_for: ctx.actor.hat?.organisationId ?? null,
      role: ctx.actor.subject ? 'person' : (ctx.actor.hat?.role ?? 'none'),
      screen: name,
      command: name,
      outcome,
      refusals: [...refusals],
      subjects: JSON.stringify(ctx.actor.subject ? { person: ctx.actor.subject.personId, ...subjects } : subjects),
      fields: [...fields],
      request_id: ctx.requestId,
    })
    .execute()
}
