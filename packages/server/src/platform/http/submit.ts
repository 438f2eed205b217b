import type { Refusal } from '@maillage/kernel'
import type { FieldMessage, FormState } from '@maillage/ui'
import type { z } from 'zod'
import type { Actor } from '../command/actor.ts'
import type { Command } from '../command/command.ts'
import type { Runtime } from '../command/context.ts'
import { perform } from '../command/perform.ts'
import type { FormBody, Submission } from './page-request.ts'
import { goTo, type Reply } from './reply.ts'

interface Sent {
  readonly runtime: Runtime
  readonly actor: Actor
  readonly form: FormBody
  readonly requestId: string
  readonly words: (refusal: Refusal) => string
}

const UNSAID = new Set(['_csrf', 'request_id', 'password'])

/** The form again, everything as typed but the secrets. */
function typedAgain(form: FormBody, errors: readonly FieldMessage[]): { readonly form: FormState } {
  return { form: { values: Object.fromEntries(Object.entries(form).filter(([name]) => !UNSAID.has(name))), errors } }
}

/** One sentence per field: the page's own about a box first, then the schema's. */
function messagesOf(issues: readonly z.core.$ZodIssue[], said: readonly FieldMessage[]): readonly FieldMessage[] {
  const taken = new Set(said.map(({ field }) => field?.replace(/-(day|month|year)$/, '')))
  const found: FieldMessage[] = [...said]
  for (const { path, message } of issues) {
    const field = String(path[0] ?? '')
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
