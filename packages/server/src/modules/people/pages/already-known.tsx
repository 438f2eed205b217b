import { Button, ButtonGroup, DataTable, emptyForm, Form, type FormState, HiddenField, InsetText, Radios } from '@maillage/ui'
import type { FormBody, PageRequest } from '../../../platform/http/page-request.ts'
import type { Member } from '../../../platform/http/slice.ts'
import type { Match } from '../commands/match-person.ts'
import { bornWords } from '../model.ts'
import type { OwnMatch } from '../queries/own-matches.ts'
import { TypedAgain } from './typed-again.tsx'

interface Step {
  readonly request: PageRequest<Member>
  readonly action: string
}

/** Somebody whom the team follows may be this person: the reader judges. */
export const KnownHere = ({ request, action, form, known }: Step & { readonly form: FormBody; readonly known: readonly OwnMatch[] }) => (
  <>
    <h1 class="govuk-heading-l">Suivez-vous déjà cette personne ?</h1>
    <p class="govuk-body">
      Vos équipes suivent {known.length === 1 ? 'une personne qui lui ressemble' : 'des personnes qui lui ressemblent'}. Ouvrez la fiche
      pour vérifier.
    </p>
    <DataTable<OwnMatch>
      caption="Personnes que vous suivez"
      counted={['personne', 'personnes']}
      rows={known}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'nom',
          label: 'Personne',
          render: ({ id, displayName }) => (
            <a class="govuk-link" href={`/personnes/${id}`}>
              {displayName}
            </a>
          ),
        },
        { key: 'naissance', label: 'Naissance', render: ({ birth, sex }) => bornWords(birth, sex) },
      ]}
      empty={null}
    />
    <Form action={action} csrf={request.csrf} requestId={request.formId} state={emptyForm}>
      <TypedAgain form={form} />
      <HiddenField name="another" value="oui" />
      <ButtonGroup>
        <Button kind="secondary">C’est une autre personne : continuer</Button>
        <a class="govuk-link" href="/personnes">
          Abandonner
        </a>
      </ButtonGroup>
    </Form>
  </>
)

const WAY_CHOICES = [
  {
    value: 'paper',
    label: 'Par la personne, avec un code sur papier',
    hint: 'Vous lui remettez un code. Elle le donne au professionnel qui la suit déjà, si elle le souhaite. Lui seul saura que vous le demandez.',
  },
  {
    value: 'holder',
    label: 'Directement, par la plateforme',
    hint: 'Ceux qui suivent la personne verront le nom de votre organisation et pourront accepter ou refuser. La plateforme ne vous dira jamais qui ils sont.',
  },
  { value: 'none', label: 'Plus tard', hint: 'La fiche reste provisoire.' },
]

const TITLES: Readonly<Record<Exclude<Match, 'none'>, string>> = {
  one: 'Une fiche existe déjà',
  several: 'Plusieurs fiches existent déjà',
  'too-many': 'La plateforme n’a pas cherché',
}

const Explained = ({ answer }: { readonly answer: Exclude<Match, 'none'> }) => {
  if (answer === 'one')
    return (
      <p class="govuk-body">
        Une personne de ce nom, née ce jour-là, est déjà connue de la plateforme. Celle-ci ne dit jamais qui la suit.
      </p>
    )
  if (answer === 'several')
    return (
      <p class="govuk-body">
        Plusieurs fiches portent cette identité. L’administration de la plateforme devra les départager ; elle ne vous dira pas qui les
        tient.
      </p>
    )
  return (
    <p class="govuk-body">
      Vous avez posé vingt questions aujourd’hui sur des personnes que vous ne suivez pas. Vous pourrez vérifier demain.
    </p>
  )
}

/** The platform knows the person: what to do, without a word on who follows them. */
export const KnownElsewhere = ({
  request,
  action,
  form,
  answer,
}: Step & { readonly form: FormState; readonly answer: Exclude<Match, 'none'> }) => (
  <>
    <h1 class="govuk-heading-l">{TITLES[answer]}</h1>
    <Explained answer={answer} />
    <InsetText>
      En attendant, une fiche provisoire peut recevoir une candidature, une embauche et des heures. Elle n’ouvre aucun droit : pour un PASS
      IAE, il faut d’abord le rattachement.
    </InsetText>
    <Form action={action} csrf={request.csrf} requestId={request.formId} state={form}>
      <TypedAgain form={form.values} except={['way', 'answer']} />
      <HiddenField name="answer" value={answer} />
      {answer === 'one' ? (
        <Radios form={form} name="way" label="Comment demander le rattachement ?" choices={WAY_CHOICES} />
      ) : (
        <HiddenField name="way" value="none" />
      )}
      <ButtonGroup>
        <Button>Ouvrir une fiche provisoire</Button>
        <a class="govuk-link" href="/personnes">
          Ne rien enregistrer
        </a>
      </ButtonGroup>
    </Form>
  </>
)

export { WAY_CHOICES }
