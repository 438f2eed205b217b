import { Button, emptyForm, Form, type FormState, PasswordField } from '@maillage/ui'
import { type Oneself, selfPage } from '../../../platform/http/page.ts'
import { type PageRequest, text } from '../../../platform/http/page-request.ts'
import { type Reply, show } from '../../../platform/http/reply.ts'
import { chooseSecret } from '../commands/choose-secret.ts'
import { ownCrumbs } from './own-crumbs.ts'

const secretForm = (request: PageRequest<Oneself>, form: FormState): Reply =>
  show(
    'Choisir mon secret',
    <>
      <h1 class="govuk-heading-xl">{request.actor.subject.hasSecret ? 'Changer mon secret' : 'Choisir mon secret'}</h1>
      <p class="govuk-body-l">Pour revenir ici, il faudra le code de votre papier et ce secret.</p>
      <p class="govuk-body-l">Choisissez six chiffres faciles à retenir pour vous. Pas votre date de naissance. Ne les dites à personne.</p>
      <Form action="/mon-espace/secret" csrf={request.csrf} requestId={request.formId} state={form}>
        <PasswordField form={form} name="secret" label="Mon secret" hint="Six chiffres" autocomplete="new-password" />
        <PasswordField form={form} name="again" label="Le même secret, encore une fois" autocomplete="new-password" />
        <Button>Garder ce secret</Button>
      </Form>
      <p class="govuk-body-l">
        <a class="govuk-link" href="/mon-espace">
          {request.actor.subject.hasSecret ? 'Revenir à mon espace' : 'Continuer sans secret'}
        </a>
      </p>
      {request.actor.subject.hasSecret ? null : <p class="govuk-body">Sans secret, il faudra demander un nouveau papier pour revenir.</p>}
    </>,
    { errorCount: form.errors.length, breadcrumb: ownCrumbs('Mon secret') },
  )

/** Where the person chooses what lets them come back. */
export const secretPage = selfPage({
  path: '/mon-espace/secret',
  get: async (request) => secretForm(request, emptyForm),
  async post(request) {
    const result = await request.submit(chooseSecret, {
      input: { secret: text(request.form, 'secret'), again: text(request.form, 'again') },
      location: () => '/mon-espace',
      notice: { kind: 'success', title: 'Votre secret est gardé', text: 'Gardez aussi votre papier : il faut les deux pour revenir.' },
    })
    return result.reply ?? secretForm(request, { values: {}, errors: result.form.errors })
  },
})
