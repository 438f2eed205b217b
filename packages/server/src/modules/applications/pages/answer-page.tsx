import { emptyForm, type FormState } from '@maillage/ui'
import type { ComponentChildren } from 'preact'
import type { z } from 'zod'
import type { Command } from '../../../platform/command/command.ts'
import { memberPage, type Page } from '../../../platform/http/page.ts'
import { text } from '../../../platform/http/page-request.ts'
import { goTo, notFoundReply } from '../../../platform/http/reply.ts'
import type { ReceiverTransition } from '../model.ts'
import { mayReceive } from '../policy.ts'
import { answered, answerForm } from './answer-form.tsx'

interface Definition<Schema extends z.ZodType, Value> {
  readonly move: ReceiverTransition
  readonly path: string
  readonly title: string
  readonly button: string
  readonly kind?: 'warning'
  readonly hint?: string
  readonly done: string
  readonly command: Command<Schema, Value>
  /** What is chosen besides the words. */
  readonly fields?: (form: FormState) => ComponentChildren
}

const MOVED = {
  kind: 'warning',
  title: 'Cette candidature a changé d’état',
  text: 'Quelqu’un y a répondu entre-temps. Voici où elle en est.',
} as const

/** The page of one answer: GET asks, POST answers, and whoever comes too late is led to the application as it is. */
export function answerPage<Schema extends z.ZodType, Value>(definition: Definition<Schema, Value>): Page {
  const { move, path, done, command, fields } = definition
  return memberPage({
    path: `/candidatures/:id/${path}`,
    allowed: mayReceive,
    async get(request) {
      const found = await answered(request, move)
      if (found === undefined) return notFoundReply
      if (found === 'moved') return goTo(`/candidatures/${request.params['id']}`, MOVED)
      return answerForm(request, found, emptyForm, definition, fields?.(emptyForm))
    },
    async post(request) {
      const found = await answered(request, move)
      if (found === undefined) return notFoundReply
      const here = `/candidatures/${request.params['id']}`
      if (found === 'moved' && request.form['request_id'] === undefined) return goTo(here, MOVED)
      const result = await request.submit(command, {
        input: {
          applicationId: request.params['id'],
          version: text(request.form, 'version'),
          reason: text(request.form, 'reason'),
          answer: text(request.form, 'answer'),
        },
        location: () => here,
        notice: { kind: 'success', title: done },
      })
      if (result.reply) return result.reply
      return found === 'moved' ? goTo(here, MOVED) : answerForm(request, found, result.form, definition, fields?.(result.form))
    },
  })
}
