import { frenchNumber } from '@maillage/kernel'
import { Button, ButtonGroup, Fieldset, Form, type FormState, HiddenField, Select, TextField } from '@maillage/ui'
import { memberPage } from '../../../platform/http/page.ts'
import { type FormBody, type PageRequest, text } from '../../../platform/http/page-request.ts'
import { notFoundReply, type Reply, show } from '../../../platform/http/reply.ts'
import type { Member } from '../../../platform/http/slice.ts'
import { shownPosts } from '../agreement-words.ts'
import { breakDownPosts } from '../commands/break-down-posts.ts'
import type { RecordedAnnex } from '../model.ts'
import { recordsAgreements } from '../policy.ts'
import { worksitesOf } from '../queries/worksites-of.ts'
import { type AgreementGround, annexGround, crumbsOf } from './agreement-ground.ts'

const MORE = 2
const AT_LEAST = 4
const MOST = 20
type Ground = AgreementGround & { readonly annex: RecordedAnnex }
type Places = Awaited<ReturnType<typeof worksitesOf>>

const linesShown = (form: FormState, { annex }: Ground): number => {
  const typed = Object.keys(form.values).flatMap((name) => (/^activity-\d+$/.test(name) ? [Number(name.slice(9))] : []))
  return Math.min(MOST, Math.max(AT_LEAST, annex.breakdown.length + MORE, ...typed))
}

function breakDownForm(request: PageRequest<Member>, ground: Ground, places: Places, form: FormState): Reply {
  const { siae, annex } = ground
  const here = `/conventions/${siae.id}`
  return show(
    'Répartir les postes',
    <>
      <p class="govuk-caption-l">{siae.name}</p>
      <h1 class="govuk-heading-l">Répartir les postes de l’annexe</h1>
      <p class="govuk-body">
        L’annexe ouvre {shownPosts(annex.annex.posts)} à la signature. La répartition sert à lire l’activité&nbsp;: elle ne change pas
        l’aide. Laissez vides les lignes de trop.
      </p>
      <Form action={`${here}/annexes/${annex.id}/repartition`} csrf={request.csrf} requestId={request.formId} state={form}>
        <HiddenField name="version" value={text(form.values, 'version') || String(annex.version)} />
        {Array.from({ length: linesShown(form, ground) }, (_, at) => (
          <Fieldset key={at} legend={`Activité ${at + 1}`} size="section">
            <TextField form={form} name={`activity-${at + 1}`} label="Activité" width={30} autocomplete="off" optional />
            <Select
              form={form}
              name={`worksite-${at + 1}`}
              label="Lieu de travail"
              placeholder="Tous"
              options={places.map(({ id, name }) => ({ value: id, label: name }))}
              optional
            />
            <TextField form={form} name={`posts-${at + 1}`} label="Postes" width={5} inputmode="decimal" optional />
          </Fieldset>
        ))}
        <ButtonGroup>
          <Button>Enregistrer la répartition</Button>
          <a class="govuk-link" href={here}>
            Ne rien changer
          </a>
        </ButtonGroup>
      </Form>
    </>,
    { errorCount: form.errors.length, breadcrumb: crumbsOf(request, ground, 'Répartir les postes') },
  )
}

const recorded = ({ annex }: Ground): FormState => ({
  errors: [],
  values: Object.fromEntries(
    annex.breakdown.flatMap(({ activity, worksiteId, posts }, at) => [
      [`activity-${at + 1}`, activity],
      [`worksite-${at + 1}`, worksiteId ?? ''],
      [`posts-${at + 1}`, frenchNumber(posts / 100, 2)],
    ]),
  ),
})

function linesIn(form: FormBody) {
  return Array.from({ length: MOST }, (_, at) => ({
    rank: at + 1,
    activity: text(form, `activity-${at + 1}`),
    worksiteId: text(form, `worksite-${at + 1}`) || null,
    posts: text(form, `posts-${at + 1}`),
  })).filter(({ activity, posts, worksiteId }) => activity !== '' || posts !== '' || worksiteId !== null)
}

/** Posts by activity and place of work. */
export const breakDownPage = memberPage({
  path: '/conventions/:siaeId/annexes/:id/repartition',
  allowed: recordsAgreements,
  async get(request) {
    const ground = await annexGround(request)
    if (!ground) return notFoundReply
    return breakDownForm(request, ground, await request.read((ctx) => worksitesOf(ctx, ground.siae.id)), recorded(ground))
  },
  async post(request) {
    const ground = await annexGround(request)
    if (!ground) return notFoundReply
    const lines = linesIn(request.form)
    // The schema knows lines, the screen knows boxes: each sentence goes back to its own.
    const parsed = breakDownPosts.schema.safeParse({ annexId: ground.annex.id, version: 1, lines })
    const BOXES: Readonly<Record<string, string>> = { activity: 'activity', posts: 'posts', worksiteId: 'worksite' }
    const errors = (parsed.error?.issues ?? []).map(({ path: [, at, field], message }) => ({
      field: `${BOXES[String(field)] ?? 'activity'}-${lines[Number(at)]?.rank ?? 1}`,
      text: message,
    }))
    const result = await request.submit(breakDownPosts, {
      input: {
        annexId: ground.annex.id,
        version: text(request.form, 'version') || ground.annex.version,
        lines: errors.length > 0 ? [] : lines,
      },
      errors,
      location: ({ siaeId }) => `/conventions/${siaeId}`,
      notice: { kind: 'success', title: 'Répartition enregistrée' },
    })
    if (result.reply) return result.reply
    return breakDownForm(request, ground, await request.read((ctx) => worksitesOf(ctx, ground.siae.id)), result.form)
  },
})
