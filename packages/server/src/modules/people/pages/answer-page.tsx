import { emptyForm } from '@maillage/ui'
import { memberPage } from '../../../platform/http/page.ts'
import { type PageRequest, text } from '../../../platform/http/page-request.ts'
import { recordId } from '../../../platform/http/record-id.ts'
import { notFoundReply } from '../../../platform/http/reply.ts'
import type { Member } from '../../../platform/http/slice.ts'
import { codeHash } from '../attachment-code.ts'
import { answerAttachment } from '../commands/answer-attachment.ts'
import { mayKeepFiles } from '../policy.ts'
import { type WaitingRequest, waitingRequests } from '../queries/waiting-requests.ts'
import { answerForm } from './answer-form.tsx'

async function found(request: PageRequest<Member>, code: string): Promise<WaitingRequest | undefined> {
  const id = recordId(request.params['id'])
  const waiting = id ? await request.read((ctx) => waitingRequests(ctx, code === '' ? null : codeHash(code))) : []
  return waiting.find((each) => each.id === id)
}

const DONE = {
  accepted: { kind: 'success', title: 'Demande acceptée', text: 'L’autre organisation partage maintenant la fiche de la personne.' },
  'not-agreed': { kind: 'success', title: 'Demande refusée' },
  'other-person': { kind: 'success', title: 'Demande refusée', text: 'Chaque personne garde sa fiche.' },
} as const

/** The holder answers a request to share a file. */
export const answerPage = memberPage({
  path: '/rattachements/:id',
  allowed: mayKeepFiles,
  async get(request) {
    const waiting = await found(request, '')
    return waiting ? answerForm(request, waiting, emptyForm) : notFoundReply
  },
  async post(request) {
    const code = text(request.form, 'code')
    const waiting = await found(request, code)
    if (!waiting) return notFoundReply
    const result = await request.submit(answerAttachment, {
      input: { requestId: waiting.id, answer: text(request.form, 'answer'), code },
      location: () => '/rattachements',
      notice: ({ answer }) => DONE[answer],
    })
    return result.reply ?? answerForm(request, waiting, result.form)
  },
})
