import { Button, ButtonGroup, emptyForm, Form, type FormState, HiddenField, InsetText, TextArea } from '@maillage/ui'
import type { z } from 'zod'
import type { Command } from '../../../platform/command/command.ts'
import { memberPage, type Page } from '../../../platform/http/page.ts'
import { type PageRequest, text } from '../../../platform/http/page-request.ts'
import { notFoundReply, type Reply, show } from '../../../platform/http/reply.ts'
import type { Member } from '../../../platform/http/slice.ts'
import { shownPeriod, shownPosts } from '../agreement-words.ts'
import { cancelAgreement } from '../commands/cancel-agreement.ts'
import { cancelAmendment } from '../commands/cancel-amendment.ts'
import { cancelAnnex } from '../commands/cancel-annex.ts'
import { recordsAgreements } from '../policy.ts'
import { type AgreementGround, crumbsOf, recordingGround } from './agreement-ground.ts'

interface Act {
  readonly path: string
  readonly title: string
  /** What is taken back, in words, and the version read; undefined when it is not there or is already taken back. */
  readonly find: (ground: AgreementGround, id: string) => { readonly words: string; readonly version: number } | undefined
  readonly done: string
}

function cancelForm(
  request: PageRequest<Member>,
  ground: AgreementGround,
  { title }: Act,
  found: { readonly words: string; readonly version: number },
  form: FormState,
): Reply {
  return show(
    title,
    <>
      <p class="govuk-caption-l">{ground.siae.name}</p>
      <h1 class="govuk-heading-l">{title}</h1>
      <InsetText>{found.words}</InsetText>
      <p class="govuk-body">
        N’annulez que ce qui a été enregistré par erreur. L’acte reste lisible avec votre motif, et ne compte plus dans aucun calcul. Pour
        un acte vraiment signé qui change ensuite, enregistrez un avenant.
      </p>
      <Form action={request.path} csrf={request.csrf} requestId={request.formId} state={form}>
        <HiddenField name="version" value={text(form.values, 'version') || String(found.version)} />
        <TextArea form={form} name="reason" label="Pourquoi l’annuler" rows={3} limit={300} />
        <ButtonGroup>
          <Button kind="warning">{title}</Button>
          <a class="govuk-link" href={`/conventions/${ground.siae.id}`}>
            Ne rien annuler
          </a>
        </ButtonGroup>
      </Form>
    </>,
    { errorCount: form.errors.length, breadcrumb: crumbsOf(request, ground, title) },
  )
}

function cancelPage<Schema extends z.ZodType, Value extends { readonly siaeId: string }>(
  act: Act,
  key: string,
  command: Command<Schema, Value>,
): Page {
  const within = async (request: PageRequest<Member>) => {
    const ground = await recordingGround(request)
    const found = ground && act.find(ground, request.params['id'] ?? '')
    return ground && found ? { ground, found } : undefined
  }
  return memberPage({
    path: act.path,
    allowed: recordsAgreements,
    async get(request) {
      const here = await within(request)
      return here ? cancelForm(request, here.ground, act, here.found, emptyForm) : notFoundReply
    },
    async post(request) {
      const here = await within(request)
      if (!here) return notFoundReply
      const result = await request.submit(command, {
        input: {
          [key]: request.params['id'],
          version: text(request.form, 'version') || here.found.version,
          reason: text(request.form, 'reason'),
        },
        location: ({ siaeId }) => `/conventions/${siaeId}`,
        notice: { kind: 'success', title: act.done },
      })
      return result.reply ?? cancelForm(request, here.ground, act, here.found, result.form)
    },
  })
}

export const cancelAnnexPage = cancelPage(
  {
    path: '/conventions/:siaeId/annexes/:id/annuler',
    title: 'Annuler l’annexe',
    done: 'Annexe annulée',
    find({ annexes }, wanted) {
      const found = annexes.find(({ id, cancellation }) => id === wanted && cancellation === null)
      return found && { words: `Annexe ${shownPeriod(found.annex.period)}, ${shownPosts(found.annex.posts)}.`, version: found.version }
    },
  },
  'annexId',
  cancelAnnex,
)

export const cancelAmendmentPage = cancelPage(
  {
    path: '/conventions/:siaeId/avenants/:id/annuler',
    title: 'Annuler l’avenant',
    done: 'Avenant annulé',
    find({ annexes }, wanted) {
      const annex = annexes.find(({ amendments }) => amendments.some(({ id, cancellation }) => id === wanted && cancellation === null))
      const act = annex?.amendments.find(({ id }) => id === wanted)?.act
      if (!annex || !act) return undefined
      const change =
        act.kind === 'posts' ? `Avenant qui porte l’annexe à ${shownPosts(act.posts)}` : 'Avenant qui avance la fin de l’annexe'
      return { words: `${change}, sur l’annexe ${shownPeriod(annex.annex.period)}.`, version: annex.version }
    },
  },
  'amendmentId',
  cancelAmendment,
)

export const cancelAgreementPage = cancelPage(
  {
    path: '/conventions/:siaeId/convention/:id/annuler',
    title: 'Annuler la convention',
    done: 'Convention annulée',
    find({ agreements }, wanted) {
      const found = agreements.find(({ id, cancellation }) => id === wanted && cancellation === null)
      return found && { words: `Convention ${shownPeriod(found.period)}.`, version: found.version }
    },
  },
  'agreementId',
  cancelAgreement,
)
