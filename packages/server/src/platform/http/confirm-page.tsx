import { Button, ButtonGroup, type Crumb, emptyForm, Form, type FormState } from '@maillage/ui'
import type { ComponentChildren } from 'preact'
import type { z } from 'zod'
import type { Command } from '../command/command.ts'
import { memberPage, type Page } from './page.ts'
import type { FormBody, PageRequest } from './page-request.ts'
import { type Notice, notFoundReply, type Reply, show } from './reply.ts'
import type { Member } from './slice.ts'

/** What somebody reads before they confirm. */
interface Confirmation {
  readonly title: string
  /** Whom or what it is about, above the title. */
  readonly caption: string
  /** What it changes, and for whom. */
  readonly consequence: ComponentChildren
  /** Boxes to fill first, when a reason or a day is asked. */
  readonly boxes?: (form: FormState) => ComponentChildren
  readonly button: string
  /** The page one comes back to. */
  readonly back: string
  readonly breadcrumb: readonly Crumb[]
}

interface Definition<Found, Schema extends z.ZodType, Value> {
  readonly path: string
  readonly allowed?: (actor: Member) => boolean
  /** What the address names; undefined when it is not for this actor. */
  readonly find: (request: PageRequest<Member>) => Promise<Found | undefined>
  /** Whether there is still something to do; a form sent twice is answered all the same. Always, unless told. */
  readonly offered?: (found: Found) => boolean
  readonly confirmation: (found: Found) => Confirmation
  readonly command: Command<Schema, Value>
  readonly input: (found: Found, form: FormBody) => unknown
  readonly location: (value: Value, found: Found) => string
  readonly notice: Notice | ((value: Value) => Notice)
}

function shown(request: PageRequest<Member>, said: Confirmation, form: FormState): Reply {
  return show(
    said.title,
    <>
      <p class="govuk-caption-l">{said.caption}</p>
      <h1 class="govuk-heading-l">{said.title}</h1>
      {said.consequence}
      <Form action={request.path} csrf={request.csrf} requestId={request.formId} state={form}>
        {said.boxes?.(form)}
        <ButtonGroup>
          <Button kind="warning">{said.button}</Button>
          <a class="govuk-link" href={said.back}>
            Ne rien changer
          </a>
        </ButtonGroup>
      </Form>
    </>,
    { errorCount: form.errors.length, breadcrumb: said.breadcrumb },
  )
}

/**
 * A page that says what an act changes, and does it when it is pressed: the confirmation before what is not undone in one press.
 * @example export const cancelActPage = confirmPage({ path: '/actes/:id/retirer', find: notedOf, confirmation, command: cancelAct, … })
 */
export const confirmPage = <Found, Schema extends z.ZodType, Value>(page: Definition<Found, Schema, Value>): Page =>
  memberPage({
    path: page.path,
    ...(page.allowed ? { allowed: page.allowed } : {}),
    async get(request) {
      const found = await page.find(request)
      return found && (page.offered?.(found) ?? true) ? shown(request, page.confirmation(found), emptyForm) : notFoundReply
    },
    async post(request) {
      const found = await page.find(request)
      if (!found) return notFoundReply
      const result = await request.submit(page.command, {
        input: page.input(found, request.form),
        location: (value) => page.location(value, found),
        notice: page.notice,
      })
      return result.reply ?? shown(request, page.confirmation(found), result.form)
    },
  })
