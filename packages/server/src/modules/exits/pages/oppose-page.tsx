import { Button, ButtonGroup, emptyForm, Form } from '@maillage/ui'
import { memberPage } from '../../../platform/http/page.ts'
import type { PageRequest } from '../../../platform/http/page-request.ts'
import { notFoundReply, type Reply, show } from '../../../platform/http/reply.ts'
import type { Member } from '../../../platform/http/slice.ts'
import { opposeFollowUp } from '../commands/oppose-follow-up.ts'
import { mayReadFollowUps } from '../policy.ts'
import { type FollowUpShown, followUpCrumbs, shownFollowUp } from './follow-up-in-address.ts'
import { followUpHref } from './follow-up-words.tsx'

function confirmation(request: PageRequest<Member>, shown: FollowUpShown, form = emptyForm): Reply {
  const here = followUpHref(shown.exit.stayId)
  return show(
    'Ne plus contacter',
    <>
      <p class="govuk-caption-l">{shown.person.displayName}</p>
      <h1 class="govuk-heading-l">La personne ne veut plus être contactée ?</h1>
      <p class="govuk-body">
        Les liens donnés ne servent plus, et plus rien ne lui est demandé par votre organisation. Les réponses déjà notées restent. Cela ne
        se retire pas.
      </p>
      <Form action={`${here}/opposition`} csrf={request.csrf} requestId={request.formId} state={form}>
        <ButtonGroup>
          <Button kind="warning">Ne plus la contacter</Button>
          <a class="govuk-link" href={here}>
            Ne rien changer
          </a>
        </ButtonGroup>
      </Form>
    </>,
    { errorCount: form.errors.length, breadcrumb: followUpCrumbs(shown, 'Ne plus contacter') },
  )
}

/** The person said that they do not want to be asked any more. */
export const opposePage = memberPage({
  path: '/sejours/:id/suivi/opposition',
  allowed: mayReadFollowUps,
  async get(request) {
    const shown = await shownFollowUp(request)
    return shown ? confirmation(request, shown) : notFoundReply
  },
  async post(request) {
    const shown = await shownFollowUp(request)
    if (!shown) return notFoundReply
    const { stayId } = shown.exit
    const result = await request.submit(opposeFollowUp, {
      input: { stayId },
      location: () => followUpHref(stayId),
      notice: { kind: 'success', title: 'C’est noté', text: 'Plus rien ne sera demandé à cette personne.' },
    })
    return result.reply ?? confirmation(request, shown, result.form)
  },
})
