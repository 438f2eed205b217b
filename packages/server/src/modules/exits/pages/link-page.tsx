import { frenchDate } from '@maillage/kernel'
import { Button, ButtonGroup, ButtonLink, Form, type FormState, InsetText, Radios, SummaryList } from '@maillage/ui'
import { memberPage } from '../../../platform/http/page.ts'
import { type PageRequest, text } from '../../../platform/http/page-request.ts'
import { notFoundReply, type Reply, show } from '../../../platform/http/reply.ts'
import type { Member } from '../../../platform/http/slice.ts'
import { logReading } from '../../people/index.ts'
import { giveLink } from '../commands/give-link.ts'
import { newsText } from '../messages.fr.ts'
import { mayReadFollowUps } from '../policy.ts'
import { type FollowUpShown, followUpCrumbs, shownFollowUp } from './follow-up-in-address.ts'
import { followUpHref, horizonWords } from './follow-up-words.tsx'

type Asked = FollowUpShown & { readonly asked: NonNullable<FollowUpShown['asked']> }

const lookOf = (shown: Asked, errorCount = 0) => ({ errorCount, breadcrumb: followUpCrumbs(shown, 'Donner un lien') })

function linkForm(request: PageRequest<Member>, shown: Asked, form: FormState): Reply {
  const { exit, person, asked } = shown
  const safe = person.email !== null && person.emailSafe
  return show(
    'Donner un lien',
    <>
      <p class="govuk-caption-l">{person.displayName}</p>
      <h1 class="govuk-heading-l">Donner un lien pour répondre à {horizonWords(asked.horizon)}</h1>
      <p class="govuk-body">
        Le lien ne dit ni qui, ni quelle structure. Il faut en plus un code, que vous donnez autrement : de vive voix ou sur papier. Un lien
        donné avant pour cette échéance ne servira plus.
      </p>
      <InsetText>
        Un téléphone se partage, un message se lit par-dessus l’épaule. En cas de doute sur ce que vit la personne, appelez-la plutôt.
      </InsetText>
      <Form action={`${followUpHref(exit.stayId)}/${asked.horizon}/lien`} csrf={request.csrf} requestId={request.formId} state={form}>
        <Radios
          form={form}
          name="way"
          label="Comment le lien parvient à la personne"
          choices={[
            { value: 'paper', label: 'Sur un papier à imprimer, avec le code' },
            { value: 'text', label: 'Par un message que je copie et que j’envoie moi-même' },
            ...(safe ? [{ value: 'mail', label: 'Par e-mail, à l’adresse que la personne est seule à lire' }] : []),
          ]}
        />
        <ButtonGroup>
          <Button>Faire le lien</Button>
          <a class="govuk-link" href={followUpHref(exit.stayId)}>
            Ne rien donner
          </a>
        </ButtonGroup>
      </Form>
    </>,
    lookOf(shown, form.errors.length),
  )
}

interface Given {
  readonly address: string
  readonly code: string
  readonly lastDay: Parameters<typeof frenchDate>[0]
  readonly way: 'paper' | 'text' | 'mail'
}

/** The link and its code, this once: the database keeps neither. */
const given = (shown: Asked, { address, code, lastDay, way }: Given): Reply =>
  show(
    'Lien à donner',
    <>
      <h1 class="govuk-heading-l">{way === 'mail' ? 'Le message part, donnez le code' : 'Voici le lien et son code'}</h1>
      <p class="govuk-body">
        Ils ne seront plus affichés. Le code se donne de vive voix ou sur papier, jamais dans le même message que le lien.
      </p>
      <SummaryList
        rows={[
          ...(way === 'mail' ? [] : [{ label: 'Adresse', value: address }]),
          { label: 'Code', value: code.replace(/(\d{3})(\d{3})/, '$1\u00a0$2') },
          { label: 'Valable jusqu’au', value: frenchDate(lastDay) },
          ...(way === 'text' ? [{ label: 'Message à copier', value: newsText(address) }] : []),
        ]}
      />
      {way === 'paper' ? <p class="govuk-body m-screen-only">Imprimez cette page : aucun nom n’y est écrit.</p> : null}
      <ButtonLink href={followUpHref(shown.exit.stayId)}>J’ai donné ce qu’il faut</ButtonLink>
    </>,
    { breadcrumb: [{ label: 'Sorties', href: '/sorties' }, { label: 'Lien à donner' }] },
  )

/** Makes a way to answer without an account, and shows it once. */
export const linkPage = memberPage({
  path: '/sejours/:id/suivi/:horizon/lien',
  allowed: mayReadFollowUps,
  async get(request) {
    const shown = await shownFollowUp(request)
    const asked = shown?.asked
    if (!shown || asked?.state !== 'due' || !shown.after.reachable) return notFoundReply
    logReading(request, shown.person.id)
    return linkForm(request, { ...shown, asked }, { values: {}, errors: [] })
  },
  async post(request) {
    const shown = await shownFollowUp(request)
    const asked = shown?.asked
    if (!shown || !asked) return notFoundReply
    const input = { stayId: shown.exit.stayId, horizon: asked.horizon, way: text(request.form, 'way'), site: request.site }
    const made = await request.ask(giveLink, input)
    return made.form ? linkForm(request, { ...shown, asked }, made.form) : given({ ...shown, asked }, made.value)
  },
})
