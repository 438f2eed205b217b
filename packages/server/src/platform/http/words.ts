import type { Refusal, RefusalDetails } from '@maillage/kernel'
import type { Messages, Slice } from './slice.ts'

/** Somebody changed the record while the form was open; a slice that edits adds it to its messages. */
export const stale = () =>
  'Quelqu’un a modifié cette fiche pendant que vous la remplissiez. Relisez les valeurs actuelles, puis enregistrez de nouveau.'

const platformMessages: Messages = {
  'platform/not-found': () => 'Cet élément n’existe pas, ou ne vous est pas accessible.',
  'platform/not-allowed': () => 'Votre rôle ne permet pas cette action.',
  'law/no-text-in-force': () => 'Aucun texte connu ne couvre cette date : la plateforme ne peut pas appliquer la règle.',
}

/** Finds the French sentence of a refusal among the slices; a code without a sentence is a bug seen by a test. */
export function wordsOf(slices: readonly Slice[]): (refusal: Refusal) => string {
  const messages = new Map<string, (details: RefusalDetails) => string>(Object.entries(platformMessages))
  for (const slice of slices) for (const [code, sentence] of Object.entries(slice.messages ?? {})) messages.set(code, sentence)
  return (refusal) => messages.get(refusal.code)?.(refusal.details ?? {}) ?? `Demande refusée (${refusal.code}).`
}

/**
 * The way a slice refuses: only codes that have a French sentence compile.
 * @example export const refuse = refusing(messages); return refuse('organisations/worksite-closed', { name })
 */
export function refusing<M extends Messages>(_messages: M) {
  return <Code extends keyof M & string>(
    code: Code,
    details?: RefusalDetails,
    field?: string,
  ): { ok: false; refusals: readonly Refusal<Code>[] } => ({
    ok: false,
    refusals: [{ code, ...(details ? { details } : {}), ...(field ? { field } : {}) }],
  })
}
