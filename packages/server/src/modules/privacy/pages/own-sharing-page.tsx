import { Button, EmptyState, ErrorSummary, emptyForm, Form, type FormState, HiddenField, Tag } from '@maillage/ui'
import type { Command } from '../../../platform/command/command.ts'
import { type Oneself, selfPage } from '../../../platform/http/page.ts'
import { type PageRequest, type SubmitRequest, text } from '../../../platform/http/page-request.ts'
import { type Reply, show } from '../../../platform/http/reply.ts'
import { agreeToShare } from '../commands/agree-to-share.ts'
import { liftOpposition } from '../commands/lift-opposition.ts'
import { opposeUse } from '../commands/oppose-use.ts'
import { stopSharing } from '../commands/stop-sharing.ts'
import { OPPOSED_USES, type OpposedUse, SHARED_SUBJECTS } from '../model.ts'
import { OPPOSITIONS, SUBJECTS } from '../own-words.fr.ts'
import { isOver, type OwnAccess, ownAccess } from '../queries/own-access.ts'
import { type OwnAgreement, ownAgreements, ownOppositions, ownSharedSteps } from '../queries/own-choices.ts'
import { ownCrumbs } from './own-crumbs.ts'

interface Found {
  readonly followers: readonly Pick<OwnAccess, 'organisationId' | 'organisationName'>[]
  readonly agreements: readonly OwnAgreement[]
  readonly opposed: readonly OpposedUse[]
  readonly steps: readonly string[]
}

const HERE = '/mon-espace/partage'

function found(request: PageRequest<Oneself>): Promise<Found> {
  const { personId } = request.actor.subject
  return request.read(async (ctx) => {
    const rights = (await ownAccess(ctx)).filter((each) => !isOver(each, ctx.today) && ['shared', 'referent'].includes(each.circle))
    const followers = new Map(rights.map((each) => [each.organisationId, each]))
    return {
      followers: [...followers.values()].toSorted((a, b) => a.organisationName.localeCompare(b.organisationName, 'fr')),
      agreements: await ownAgreements(ctx, personId),
      opposed: await ownOppositions(ctx, personId),
      steps: await ownSharedSteps(ctx, personId),
    }
  })
}

function sharing(request: PageRequest<Oneself>, { followers, agreements, opposed, steps }: Found, form: FormState): Reply {
  const { csrf, formId } = request
  return show(
    'Ce que je partage',
    <>
      <ErrorSummary state={form} />
      <h1 class="govuk-heading-xl">Ce que je partage</h1>
      <h2 class="govuk-heading-l">1. Ce qui est obligatoire</h2>
      <p class="govuk-body-l">
        Votre nom, votre PASS IAE, vos contrats et vos heures sont écrits ici parce que la loi le demande. Vous ne pouvez pas vous y
        opposer. Vous pouvez tout lire, et faire corriger ce qui est faux.
      </p>
      <h2 class="govuk-heading-l">2. Ce que je choisis de partager</h2>
      <p class="govuk-body-l">
        Ceci est votre choix. Vous pouvez changer d’avis quand vous voulez. Votre droit et votre travail ne changent pas.
      </p>
      {followers.length === 0 ? <EmptyState title="Personne ne vous suit">Il n’y a donc rien à partager.</EmptyState> : null}
      {followers.map(({ organisationId, organisationName }) => (
        <section key={organisationId} aria-labelledby={`o-${organisationId}`}>
          <h3 class="govuk-heading-m" id={`o-${organisationId}`}>
            {organisationName}
          </h3>
          {SHARED_SUBJECTS.map((subject) => {
            const given = agreements.some((each) => each.organisationId === organisationId && each.subject === subject)
            return (
              <Form key={subject} action={HERE} csrf={csrf} requestId={formId} state={emptyForm}>
                <HiddenField name="organisationId" value={organisationId} />
                <HiddenField name="subject" value={subject} />
                <HiddenField name="act" value={given ? 'stop' : 'agree'} />
                <p class="govuk-body-l">
                  {SUBJECTS[subject]} <Tag tone={given ? 'positive' : 'neutral'}>{given ? 'Vous partagez' : 'Vous ne partagez pas'}</Tag>
                </p>
                <Button kind="secondary">
                  {given ? 'Ne plus partager' : 'Partager'}
                  <span class="govuk-visually-hidden">
                    {' '}
                    avec {organisationName}&nbsp;: {SUBJECTS[subject]}
                  </span>
                </Button>
              </Form>
            )
          })}
        </section>
      ))}
      <h2 class="govuk-heading-l">3. Ce que je refuse</h2>
      {OPPOSED_USES.map((use) => {
        const refused = opposed.includes(use)
        const { title, accepted, opposed: opposedWords, oppose, lift } = OPPOSITIONS[use]
        return (
          <section key={use} aria-labelledby={`u-${use}`}>
            <h3 class="govuk-heading-m" id={`u-${use}`}>
              {title}
            </h3>
            <p class="govuk-body-l">{refused ? opposedWords : accepted}</p>
            {use === 'shared-steps' && !refused && steps.length > 0 ? (
              <ul class="govuk-list govuk-list--bullet">
                {steps.map((words) => (
                  <li key={words}>{words}</li>
                ))}
              </ul>
            ) : null}
            <Form action={HERE} csrf={csrf} requestId={formId} state={emptyForm}>
              <HiddenField name="act" value={refused ? 'lift' : 'oppose'} />
              <HiddenField name="use" value={use} />
              <Button kind="secondary">{refused ? lift : oppose}</Button>
            </Form>
          </section>
        )
      })}
    </>,
    { errorCount: form.errors.length, breadcrumb: ownCrumbs('Ce que je partage') },
  )
}

const DONE: Readonly<Record<string, string>> = {
  agree: 'C’est partagé',
  stop: 'Ce n’est plus partagé',
  oppose: 'C’est refusé. Nous en tenons compte tout de suite.',
  lift: 'C’est accepté de nouveau',
}

const COMMANDS = { agree: agreeToShare, stop: stopSharing, oppose: opposeUse, lift: liftOpposition } as const

async function act(request: SubmitRequest<Oneself>, name: keyof typeof COMMANDS) {
  const input = {
    organisationId: text(request.form, 'organisationId'),
    subject: text(request.form, 'subject'),
    use: text(request.form, 'use'),
  }
  return request.submit(COMMANDS[name] as Command, {
    input,
    location: () => HERE,
    notice: { kind: 'success', title: DONE[name] ?? '' },
  })
}

/** Information, agreements to share, oppositions: what is not a choice is said so, what is one is one button. */
export const ownSharingPage = selfPage({
  path: HERE,
  get: async (request) => sharing(request, await found(request), emptyForm),
  async post(request) {
    const name = text(request.form, 'act')
    if (name !== 'agree' && name !== 'stop' && name !== 'oppose' && name !== 'lift')
      return sharing(request, await found(request), { values: {}, errors: [{ text: 'Choisissez l’un des boutons de la page' }] })
    const result = await act(request, name)
    return result.reply ?? sharing(request, await found(request), { values: {}, errors: result.form.errors })
  },
})
