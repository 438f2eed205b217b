import { isoDate } from '@maillage/kernel'
import { SITUATIONS, type Situation } from '@maillage/rules/exits'
import { Button, ButtonGroup, emptyForm, Form, type FormState, HiddenField, Radios, TextField } from '@maillage/ui'
import type { ComponentChildren } from 'preact'
import type { Actor } from '../../../platform/command/actor.ts'
import { publicPage } from '../../../platform/http/page.ts'
import { type PageRequest, type SubmitRequest, text } from '../../../platform/http/page-request.ts'
import { type Reply, show } from '../../../platform/http/reply.ts'
import { tokenHash } from '../../../platform/session/token.ts'
import { answerCodeHash } from '../follow-up-code.ts'

const TITLE = 'Donner de vos nouvelles'
/** Somewhere that tells nothing of what was being done. */
const ELSEWHERE = 'https://meteofrance.com/'
const TRIES = { atMost: 30, seconds: 900 }

/** In the words of whoever answers. */
const OWN_WORDS: Readonly<Record<Situation, string>> = {
  'lasting-employment': 'J’ai un emploi pour longtemps : un CDI, un contrat de six mois ou plus, ou je suis à mon compte',
  'transition-employment': 'J’ai un emploi pour quelque temps : un contrat de moins de six mois, de l’intérim, un contrat aidé',
  training: 'Je suis en formation',
  searching: 'Je cherche un emploi',
  other: 'Autre chose',
  'prefer-not': 'Je préfère ne pas répondre',
}

/** What is behind the address and its code: nothing that says who. */
interface Opened {
  readonly state: 'open' | 'wrong-code' | 'closed'
  readonly siae_name: string | null
  readonly horizon: number | null
  readonly business: boolean | null
}

type Asking = PageRequest<Actor | null>

const page = (children: ComponentChildren, errorCount = 0): Reply =>
  show(
    TITLE,
    <>
      <p class="govuk-body m-screen-only">
        <a class="govuk-link" href={ELSEWHERE} rel="noreferrer">
          Quitter vite cette page
        </a>
      </p>
      <h1 class="govuk-heading-l">{TITLE}</h1>
      {children}
    </>,
    { errorCount },
  )

const addressOf = ({ params }: Asking) => `/nouvelles/${params['token'] ?? ''}`

const askCode = (request: Asking, form: FormState): Reply =>
  page(
    <Form action={addressOf(request)} csrf={request.csrf} state={form}>
      <TextField
        form={form}
        name="code"
        label="Le code qu’on vous a donné"
        hint="Six chiffres, sur un papier ou au téléphone. Rien de personnel n’est affiché avant."
        width={10}
        inputmode="numeric"
        autocomplete="off"
      />
      <Button>Continuer</Button>
    </Form>,
    form.errors.length,
  )

const closed = (): Reply =>
  page(
    <p class="govuk-body">
      Ce lien ne peut plus servir : une réponse a déjà été donnée, ou il est trop ancien, ou trop de codes ont été essayés. Vous n’avez rien
      à faire. Pour donner de vos nouvelles, appelez la personne qui vous a donné le lien.
    </p>,
  )

const YES_OR_NO = [
  { value: 'yes', label: 'Oui' },
  { value: 'no', label: 'Non' },
] as const

function ask(request: Asking, { siae_name, horizon, business }: Opened, form: FormState): Reply {
  const ago = horizon === 36 ? 'trois ans' : `${String(horizon)} mois`
  return page(
    <>
      <p class="govuk-body">
        Vous avez travaillé à « {siae_name} ». C’était il y a environ {ago}. Où en êtes-vous aujourd’hui ?
      </p>
      <p class="govuk-body">
        La réponse est lue par l’équipe qui vous y a suivi. Elle sert à savoir ce que deviennent les personnes. Répondre n’est pas
        obligatoire et ne change aucun droit.
      </p>
      <Form action={addressOf(request)} csrf={request.csrf} state={form}>
        <HiddenField name="code" value={text(formOf(request), 'code')} />
        <HiddenField name="step" value="answer" />
        <Radios
          form={form}
          name="situation"
          label="Aujourd’hui"
          choices={SITUATIONS.map((value) => ({ value, label: OWN_WORDS[value] }))}
        />
        {business ? (
          <Radios
            form={form}
            name="businessAlive"
            label="L’entreprise que vous avez créée existe-t-elle encore ?"
            choices={YES_OR_NO}
            optional
          />
        ) : (
          <Radios
            form={form}
            name="sameEmployer"
            label="Si vous travaillez : est-ce le même employeur qu’à votre départ ?"
            choices={YES_OR_NO}
            optional
          />
        )}
        <ButtonGroup>
          <Button>Envoyer ma réponse</Button>
        </ButtonGroup>
      </Form>
      <Form action={addressOf(request)} csrf={request.csrf} state={emptyForm}>
        <HiddenField name="code" value={text(formOf(request), 'code')} />
        <HiddenField name="step" value="oppose" />
        <Button kind="secondary">Ne plus m’écrire</Button>
      </Form>
    </>,
    form.errors.length,
  )
}

const formOf = (request: Asking) => ('form' in request ? (request as SubmitRequest<Actor | null>).form : {})

const flag = (typed: string): boolean | null => (typed === '' ? null : typed === 'yes')

async function receive(request: SubmitRequest<Actor | null>): Promise<Reply> {
  const { form, database, callerKey, params } = request
  const typed = text(form, 'code')
  const code = typed.replace(/\s/g, '')
  const step = text(form, 'step')
  const again = (sentence: string) => askCode(request, { values: { code: typed }, errors: [{ field: 'code', text: sentence }] })
  // What cannot be a code is no try: who mistypes keeps theirs.
  if (!/^\d{6}$/.test(code)) return again('Saisissez le code à six chiffres')
  const allowed = await database.beforeActor<{ answer: boolean }>('take_rate', ['after-exit', callerKey, TRIES.atMost, TRIES.seconds])
  if (!allowed?.answer) return again('Trop d’essais. Attendez un quart d’heure, puis réessayez.')
  const token = tokenHash(params['token'] ?? '')
  const today = await request.read((ctx) => Promise.resolve(isoDate(ctx.today)))
  const key = [token, answerCodeHash(token, code), today]
  const found = await database.beforeActor<Opened>('open_follow_up', key)
  if (!found || found.state === 'closed') return closed()
  if (found.state === 'wrong-code') return again('Ce code n’est pas le bon. Vérifiez les six chiffres.')
  const situation = SITUATIONS.find((each) => each === text(form, 'situation')) ?? null
  if (step !== 'answer' && step !== 'oppose') return ask(request, found, emptyForm)
  if (step === 'answer' && situation === null)
    return ask(request, found, {
      values: form,
      errors: [{ field: 'situation', text: 'Choisissez une réponse, même « Je préfère ne pas répondre »' }],
    })
  const said =
    step === 'oppose' ? [null, null, null, true] : [situation, flag(text(form, 'sameEmployer')), flag(text(form, 'businessAlive')), false]
  const done = await database.beforeActor<{ answer: string }>('answer_follow_up', [...key, ...said])
  if (done?.answer !== 'done') return closed()
  return page(
    <p class="govuk-body">
      {step === 'oppose' ? 'C’est noté : plus aucun message ne vous sera envoyé.' : 'Merci. Votre réponse est enregistrée.'} Vous pouvez
      fermer cette page.
    </p>,
  )
}

/**
 * What becomes of somebody, said by themselves without an account: nothing personal before the code, plain words, a way to leave at once, a way to
 * answer nothing and a way never to be asked again. The address is shared by nobody's search engine: it is a secret.
 */
export const newsPage = publicPage({
  path: '/nouvelles/:token',
  get: (request) => Promise.resolve(askCode(request, emptyForm)),
  post: receive,
})
