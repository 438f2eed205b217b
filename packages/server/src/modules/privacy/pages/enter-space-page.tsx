import { Button, emptyForm, Form, type FormState, PasswordField, TextField } from '@maillage/ui'
import type { Actor } from '../../../platform/command/actor.ts'
import { publicPage } from '../../../platform/http/page.ts'
import { type PageRequest, text } from '../../../platform/http/page-request.ts'
import { goTo, type Reply, show } from '../../../platform/http/reply.ts'
import { enterSpace } from '../enter-space.ts'

const WRONG =
  'Le code ou le secret n’est pas le bon. Relisez votre papier, puis réessayez. Après cinq secrets faux, il faut demander un nouveau papier.'
const TOO_MANY = 'Trop d’essais. Attendez une heure, puis réessayez.'
const LONGEST = 100

const door = (request: PageRequest<Actor | null>, form: FormState): Reply =>
  show(
    'Entrer',
    <>
      <h1 class="govuk-heading-xl">Entrer avec mon papier</h1>
      <Form action="/mon-espace/entrer" csrf={request.csrf} state={form}>
        <TextField
          form={form}
          name="code"
          label="Le code de mon papier"
          hint="Douze signes, par exemple K7QF-93TM-X2PD"
          autocomplete="off"
          spellcheck={false}
          width={20}
        />
        <PasswordField
          form={form}
          name="secret"
          label="Mon secret à six chiffres"
          hint="La première fois, laissez vide."
          autocomplete="current-password"
          optional
        />
        <Button>Entrer</Button>
      </Form>
      <h2 class="govuk-heading-m">Pas de papier, ou secret oublié&nbsp;?</h2>
      <p class="govuk-body-l">Demandez un papier à la personne qui vous accompagne.</p>
    </>,
    { errorCount: form.errors.length },
  )

/** The door of a space: nothing about anybody before the code. */
export const enterSpacePage = publicPage({
  path: '/mon-espace/entrer',
  get: async (request) => (request.actor?.subject ? goTo('/mon-espace') : door(request, emptyForm)),
  async post(request) {
    const [code, secret] = [text(request.form, 'code'), text(request.form, 'secret')]
    const again = (error: string) => door(request, { values: { code }, errors: [{ field: 'code', text: error }] })
    if (code === '') return again('Tapez le code de votre papier')
    const entry = await enterSpace(request.database, code.slice(0, LONGEST), secret.slice(0, LONGEST), request.callerKey)
    if (entry.state !== 'open') return again(entry.state === 'too-many' ? TOO_MANY : WRONG)
    return { kind: 'redirect', to: entry.first ? '/mon-espace/secret' : '/mon-espace', session: { open: entry.token } }
  },
})
