import type { Refusal } from '@maillage/kernel'
import { type ToolObjection, toolObjectionSentence } from '@maillage/rules/pass-iae'
import type { Notice } from '../../../platform/http/reply.ts'

/** What was done, and what the State's service would object to, which refuses nothing here. */
export const doneWith = (title: string, objections: readonly Refusal<ToolObjection>[]): Notice =>
  objections.length === 0
    ? { kind: 'success', title }
    : { kind: 'warning', title, text: objections.map((each) => toolObjectionSentence(each)).join(' ') }
