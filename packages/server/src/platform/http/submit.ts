import type { Refusal } from '@maillage/kernel'
import type { FieldMessage, FormState } from '@maillage/ui'
import type { z } from 'zod'
import type { Actor } from '../command/actor.ts'
import type { Command } from '../command/command.ts'
import type { Runtime } from '../command/context.ts'
import { perform } from '../command/perform.ts'
import { withoutSecrets } from './carried-form.ts'
import type { Asked, FormBody, Submission } from './page-request.ts'
import { goTo, type Reply } from './reply.ts'

interface Sent {
  readonly runtime: Runtime
  readonly actor: Actor
  readonly form: FormBody
  readonly requestId: string
  readonly words: (refusal: Refusal) => string
}

// The reasons held details that are not kept: sending the form shown, which has a new id, gives them again in full.
const REFUSED_BEFORE = 'Ce formulaire avait déjà été envoyé, et refusé. Relisez-le, puis envoyez-le de nouveau.'

/** The form again, everything as typed but the secrets. */
export function typedAgain(form: FormBody, errors: readonly FieldMessage[]): { readonly form: FormState } {
  return { form: { values: withoutSecrets(form), errors } }
}

/** One sentence per field: the page's own about a box first, then the schema's. */
function messagesOf(issues: readonly z.core.$ZodIssue[], said: readonly FieldMessage[]): readonly FieldMessage[] {
  const taken = new Set(said.map(({ field }) => field?.replace(/-(day|month|year)$/, '')))
  const found: FieldMessage[] = [...said]
  for (const { path, message } of issues) {
    // A box of a line in a list of lines has the id that says it whole: `rows-3-paid`. One in a group has the name that it has alone.
    const inGroup = path.length === 2 && typeof path[1] === 'string'
    const field = path.length > 2 ? path.join('-') : String(path[inGroup ? 1 : 0] ?? '')
    if (taken.has(field)) continue
    taken.add(field)
    found.push({ ...(field ? { field } : {}), text: message })
  }
  return found
}

/** Parses a form by the schema of its command, runs it, and answers: where to go, or what to correct. */
export async function submit<Schema extends z.ZodType, Value>(
  { runtime, actor, form, requestId, words }: Sent,
  command: Command<Schema, Value>,
  { input, errors = [], location, notice }: Submission<Schema, Value>,
): Promise<{ readonly reply: Reply; readonly form?: undefined } | { readonly reply?: undefined; readonly form: FormState }> {
  const parsed = command.schema.safeParse(input)
  if (!parsed.success || errors.length > 0) return typedAgain(form, messagesOf(parsed.success ? [] : parsed.error.issues, errors))
  const performed = await perform(runtime, command, actor, parsed.data, requestId, location)
  if (performed.state === 'refused') {
    if (performed.refusals.some(({ code }) => code === 'platform/not-found')) return { reply: { kind: 'not-found' } }
    return typedAgain(
      form,
      performed.refusals.map((refusal) => ({ field: refusal.field, text: words(refusal) })),
    )
  }
  if (performed.state === 'refused-before') {
    if (performed.codes.includes('platform/not-found')) return { reply: { kind: 'not-found' } }
    return typedAgain(form, [{ text: REFUSED_BEFORE }])
  }
  if (performed.state === 'repeated') {
    return {
      reply: goTo(performed.location, {
        kind: 'information',
        title: 'Ce formulaire avait déjà été envoyé',
        text: 'Il a été enregistré une seule fois.',
      }),
    }
  }
  return { reply: goTo(performed.location, typeof notice === 'function' ? notice(performed.value) : notice) }
}

/** Runs a command whose value the page shows itself. Each asking counts as one: the id of the form is left for what the form does in the end. */
export async function ask<Schema extends z.ZodType, Value>(
  { runtime, actor, form, words }: Omit<Sent, 'requestId'>,
  command: Command<Schema, Value>,
  input: unknown,
  errors: readonly FieldMessage[] = [],
): Promise<Asked<Value>> {
  const parsed = command.schema.safeParse(input)
  if (!parsed.success || errors.length > 0) return typedAgain(form, messagesOf(parsed.success ? [] : parsed.error.issues, errors))
  const performed = await perform(runtime, command, actor, parsed.data, runtime.ids.next(), () => '')
  if (performed.state === 'done') return { value: performed.value }
  const refusals = performed.state === 'refused' ? performed.refusals : []
  return typedAgain(
    form,
    refusals.map((refusal) => ({ field: refusal.field, text: words(refusal) })),
  )
}
