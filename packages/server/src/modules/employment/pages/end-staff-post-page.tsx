import { addYears, frenchDate } from '@maillage/kernel'
import { Button, ButtonGroup, DateField, emptyForm, Form, type FormState, HiddenField } from '@maillage/ui'
import { dateInput } from '../../../platform/http/date-input.ts'
import { memberPage } from '../../../platform/http/page.ts'
import { type PageRequest, text } from '../../../platform/http/page-request.ts'
import { recordId } from '../../../platform/http/record-id.ts'
import { notFoundReply, type Reply, show } from '../../../platform/http/reply.ts'
import type { Member } from '../../../platform/http/slice.ts'
import { endStaffPost } from '../commands/end-staff-post.ts'
import { mayKeepStaff } from '../policy.ts'
import { type Employer, employer } from '../queries/employer.ts'
import { type StaffPost, staffOf } from '../queries/staff-of.ts'
import { staffHref } from './staff-page.tsx'

async function postIn(request: PageRequest<Member>): Promise<{ siae: Employer; post: StaffPost } | undefined> {
  const [siaeId, postId] = [recordId(request.params['id']), recordId(request.params['poste'])]
  if (siaeId === undefined || postId === undefined) return undefined
  return request.read(async (ctx) => {
    const siae = await employer(ctx, siaeId)
    if (!siae || !mayKeepStaff(ctx.actor, siae)) return undefined
    const post = (await staffOf(ctx, { siaeId, first: ctx.today, last: addYears(ctx.today, 1) })).find(({ id }) => id === postId)
    return post && { siae, post }
  })
}

function endForm(request: PageRequest<Member>, { siae, post }: { siae: Employer; post: StaffPost }, form: FormState): Reply {
  const here = staffHref(siae.id)
  return show(
    'Finir le poste',
    <>
      <p class="govuk-caption-l">{siae.name}</p>
      <h1 class="govuk-heading-l">Finir le poste « {post.label} »</h1>
      <p class="govuk-body">Ouvert depuis le {frenchDate(post.open.first)}. Il reste dans l’historique de la structure.</p>
      <Form action={`${here}/${post.id}/finir`} csrf={request.csrf} requestId={request.formId} state={form}>
        <HiddenField name="version" value={String(post.version)} />
        <DateField form={form} name="lastDay" label="Dernier jour du poste" />
        <ButtonGroup>
          <Button>Finir le poste</Button>
          <a class="govuk-link" href={here}>
            Ne rien finir
          </a>
        </ButtonGroup>
      </Form>
    </>,
    { errorCount: form.errors.length, breadcrumb: [{ label: 'Salariés permanents', href: here }, { label: 'Finir un poste' }] },
  )
}

/** A permanent post ends. */
export const endStaffPostPage = memberPage({
  path: '/structures/:id/encadrement/:poste/finir',
  async get(request) {
    const found = await postIn(request)
    return found ? endForm(request, found, emptyForm) : notFoundReply
  },
  async post(request) {
    const found = await postIn(request)
    if (!found) return notFoundReply
    const lastDay = dateInput(request.form, 'lastDay', 'le dernier jour du poste')
    const result = await request.submit(endStaffPost, {
      input: { postId: found.post.id, version: text(request.form, 'version'), lastDay: lastDay.iso },
      errors: lastDay.errors,
      location: () => staffHref(found.siae.id),
      notice: { kind: 'success', title: 'Poste terminé' },
    })
    return result.reply ?? endForm(request, found, result.form)
  },
})
