import { frenchDate } from '@maillage/kernel'
import { Button, ButtonGroup, DateField, emptyForm, Form, type FormState, HiddenField, InsetText, TextField } from '@maillage/ui'
import type { Page } from '../../../platform/http/page.ts'
import { memberPage } from '../../../platform/http/page.ts'
import { type PageRequest, text } from '../../../platform/http/page-request.ts'
import { notFoundReply, type Reply, show } from '../../../platform/http/reply.ts'
import type { Member } from '../../../platform/http/slice.ts'
import { shownPeriod, shownPosts } from '../agreement-words.ts'
import { amendAnnex } from '../commands/amend-annex.ts'
import type { RecordedAnnex } from '../model.ts'
import { recordsAgreements } from '../policy.ts'
import { type AgreementGround, annexGround, crumbsOf } from './agreement-ground.ts'
import { datesIn } from './dates-in.ts'
import { recordedWith } from './recorded-with.ts'

type Kind = 'posts' | 'end'

const WORDS = {
  posts: { path: 'postes', title: 'Changer les postes de l’annexe', button: 'Enregistrer l’avenant' },
  end: { path: 'fin', title: 'Avancer la fin de l’annexe', button: 'Enregistrer l’avenant' },
} as const

function amendForm(request: PageRequest<Member>, ground: AgreementGround & { annex: RecordedAnnex }, kind: Kind, form: FormState): Reply {
  const { siae, annex } = ground
  const { path, title, button } = WORDS[kind]
  const here = `/conventions/${siae.id}`
  return show(
    title,
    <>
      <p class="govuk-caption-l">{siae.name}</p>
      <h1 class="govuk-heading-l">{title}</h1>
      <InsetText>
        L’annexe va {shownPeriod(annex.annex.period)}, avec {shownPosts(annex.annex.posts)} à la signature, le{' '}
        {frenchDate(annex.annex.knownOn)}.
      </InsetText>
      <Form action={`${here}/annexes/${annex.id}/${path}`} csrf={request.csrf} requestId={request.formId} state={form}>
        <HiddenField name="version" value={text(form.values, 'version') || String(annex.version)} />
        <TextField form={form} name="number" label="Numéro de l’avenant" width={10} autocomplete="off" optional />
        <DateField form={form} name="signedOn" label="Date de signature de l’avenant" />
        {kind === 'posts' ? (
          <>
            <DateField form={form} name="effectOn" label="Jour où il prend effet" hint="Il peut venir avant la signature." />
            <TextField
              form={form}
              name="posts"
              label="Nombre de postes à partir de ce jour"
              hint="Par exemple 7,43"
              width={5}
              inputmode="decimal"
            />
          </>
        ) : (
          <DateField
            form={form}
            name="lastDay"
            label="Nouveau dernier jour de l’annexe"
            hint="La veille du premier jour, si l’annexe n’a rien ouvert."
          />
        )}
        <ButtonGroup>
          <Button>{button}</Button>
          <a class="govuk-link" href={here}>
            Ne rien changer
          </a>
        </ButtonGroup>
      </Form>
    </>,
    { errorCount: form.errors.length, breadcrumb: crumbsOf(request, ground, title) },
  )
}

const amendPage = (kind: Kind): Page =>
  memberPage({
    path: `/conventions/:siaeId/annexes/:id/${WORDS[kind].path}`,
    allowed: recordsAgreements,
    async get(request) {
      const ground = await annexGround(request)
      return ground ? amendForm(request, ground, kind, emptyForm) : notFoundReply
    },
    async post(request) {
      const ground = await annexGround(request)
      if (!ground) return notFoundReply
      const dates =
        kind === 'posts'
          ? datesIn(request.form, { signedOn: 'la date de signature', effectOn: 'le jour d’effet' })
          : datesIn(request.form, { signedOn: 'la date de signature', lastDay: 'le dernier jour' })
      const result = await request.submit(amendAnnex, {
        input: {
          annexId: ground.annex.id,
          kind,
          version: text(request.form, 'version') || ground.annex.version,
          number: text(request.form, 'number'),
          posts: text(request.form, 'posts'),
          ...dates.iso,
        },
        errors: dates.errors,
        location: ({ siaeId }) => `/conventions/${siaeId}`,
        notice: ({ anomalies }) => recordedWith('Avenant enregistré', anomalies),
      })
      return result.reply ?? amendForm(request, ground, kind, result.form)
    },
  })

/** Another number of posts, from a day. */
export const amendPostsPage = amendPage('posts')
/** An end brought forward. */
export const amendEndPage = amendPage('end')
