import { Button, emptyForm, Form, type FormState, PasswordField, TextField } from '@maillage/ui'
import type { Actor } from '../../../platform/command/actor.ts'
import { publicPage } from '../../../platform/http/page.ts'
import { type PageRequest, text } from '../../../platform/http/page-request.ts'
import { type Reply, show } from '../../../platform/http/reply.ts'
import { personas } from '../queries/personas.ts'
import { signIn } from '../sign-in.ts'
import { CarriedField, CarriedNotice } from './carried-field.tsx'
import { localPath } from './local-path.ts'
import { PersonaList } from './persona-list.tsx'

const WRONG = 'L’adresse ou le mot de passe est inexact. Vérifiez votre saisie, puis réessayez.'
const TOO_MANY = 'Trop d’essais. Attendez un quart d’heure, puis réessayez.'

async function signInForm(request: PageRequest<Actor | null>, form: FormState, next: string): Promise<Reply> {
  // A persona has no password: the form that carries what they typed is the button of their persona.
  const people = request.demonstration && request.carried !== null ? await request.read(personas) : []
  return show(
    'Se connecter',
    <>
      <h1 class="govuk-heading-l">Se connecter</h1>
      <CarriedNotice request={request} />
      <Form action={`/connexion?suite=${encodeURIComponent(next)}`} csrf={request.csrf} state={form}>
        <TextField
          form={form}
          name="email"
          type="email"
          label="Adresse e-mail professionnelle"
          autocomplete="username"
          spellcheck={false}
        />
        <PasswordField form={form} name="password" label="Mot de passe" autocomplete="current-password" />
        <CarriedField request={request} />
        <Button>Se connecter</Button>
      </Form>
      {request.demonstration ? (
        <p class="govuk-body">
          Vous découvrez la démonstration ?{' '}
          <a class="govuk-link" href={next === '/' ? '/demonstration' : `/demonstration?suite=${encodeURIComponent(next)}`}>
            Entrez comme l’un de ses personnages
          </a>
          , sans mot de passe.
        </p>
      ) : null}
      {people.length > 0 ? <PersonaList people={people} request={request} next={next} /> : null}
    </>,
    { errorCount: form.errors.length },
  )
}

/** The address typed again, never the password. */
export const signInPage = publicPage({
  path: '/connexion',
  async get(request) {
    return signInForm(request, emptyForm, localPath(request.query['suite']))
  },
  async post(request) {
    const [email, password, next] = [text(request.form, 'email'), String(request.form['password'] ?? ''), localPath(request.query['suite'])]
    const again = (errors: FormState['errors']) => signInForm(request, { values: { email }, errors }, next)
    if (email === '' || password === '') {
      return again([
        ...(email === '' ? [{ field: 'email', text: 'Saisissez votre adresse e-mail' }] : []),
        ...(password === '' ? [{ field: 'password', text: 'Saisissez votre mot de passe' }] : []),
      ])
    }
    const result = await signIn(request.database, email, password.slice(0, 1000), request.callerKey)
    if (result.state === 'open') return { kind: 'redirect', to: next, session: { open: result.token } }
    return again([{ field: 'email', text: result.state === 'too-many' ? TOO_MANY : WRONG }])
  },
})
