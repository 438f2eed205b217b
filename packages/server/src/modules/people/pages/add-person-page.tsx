import {
  Button,
  ButtonGroup,
  type CommuneMatch,
  emptyForm,
  type FieldMessage,
  Form,
  type FormState,
  HiddenField,
  Select,
} from '@maillage/ui'
import { memberPage } from '../../../platform/http/page.ts'
import { type PageRequest, type SubmitRequest, text } from '../../../platform/http/page-request.ts'
import { type Reply, show } from '../../../platform/http/reply.ts'
import type { Member } from '../../../platform/http/slice.ts'
import { findCommunes } from '../../territories/index.ts'
import { createPerson } from '../commands/create-person.ts'
import { matchPerson } from '../commands/match-person.ts'
import { openProvisional } from '../commands/open-provisional.ts'
import { personFields } from '../person-fields.ts'
import { mayKeepFiles } from '../policy.ts'
import { ownMatches } from '../queries/own-matches.ts'
import { ownTeams } from '../queries/own-teams.ts'
import { KnownElsewhere, KnownHere } from './already-known.tsx'
import { IdentityFields } from './identity-fields.tsx'
import { paperNotice } from './paper-notice.ts'
import { readIdentity } from './read-identity.ts'

const PATH = '/personnes/ajouter'
const TITLE = 'Ajouter une personne'
const breadcrumb = [{ label: 'Accueil', href: '/' }, { label: 'Personnes', href: '/personnes' }, { label: TITLE }]

type Teams = Awaited<ReturnType<typeof ownTeams>>

function personForm(request: PageRequest<Member>, teams: Teams, form: FormState, matches?: readonly CommuneMatch[]): Reply {
  const [only] = teams
  return show(
    TITLE,
    <>
      <h1 class="govuk-heading-l">{TITLE}</h1>
      {only ? (
        <>
          <p class="govuk-body">
            La plateforme cherche d’abord si cette personne a déjà une fiche : elle n’en a jamais qu’une, que partagent ceux qui la suivent.
          </p>
          <Form action={PATH} csrf={request.csrf} requestId={request.formId} state={form}>
            {teams.length === 1 ? (
              <HiddenField name="unitId" value={only.id} />
            ) : (
              <Select
                form={form}
                name="unitId"
                label="Équipe qui suit la personne"
                options={teams.map(({ id, label }) => ({ value: id, label }))}
              />
            )}
            <IdentityFields form={form} matches={matches} />
            <ButtonGroup>
              <Button>Continuer</Button>
              <a class="govuk-link" href="/personnes">
                Annuler
              </a>
            </ButtonGroup>
          </Form>
        </>
      ) : (
        <p class="govuk-body">
          Pour suivre des personnes, il faut appartenir à une équipe. Demandez à la direction de {request.actor.hat.organisationName} de
          vous y ajouter.
        </p>
      )}
    </>,
    { errorCount: form.errors.length, breadcrumb },
  )
}

/** Looks for the person, among one's own first; then opens the file, or asks what to do with the one that exists. */
async function lookThenOpen(
  request: SubmitRequest<Member>,
  teams: Teams,
  input: Readonly<Record<string, unknown>>,
  errors: readonly FieldMessage[],
): Promise<Reply> {
  const parsed = personFields.safeParse(input)
  if (parsed.success && errors.length === 0 && text(request.form, 'another') === '') {
    const { birthName, usageName = '', givenNames, birthDate } = parsed.data
    const known = await request.read((ctx) => ownMatches(ctx, { birthName, usageName, givenNames, birthDate }))
    if (known.length > 0)
      return show(TITLE, <KnownHere request={request} action={PATH} form={request.form} known={known} />, { breadcrumb })
  }
  const asked = await request.ask(matchPerson, input, errors)
  if (asked.form) return personForm(request, teams, asked.form)
  const { answer } = asked.value
  if (answer !== 'none') {
    return show(TITLE, <KnownElsewhere request={request} action={PATH} form={{ values: request.form, errors: [] }} answer={answer} />, {
      breadcrumb,
    })
  }
  const result = await request.submit(createPerson, {
    input,
    location: ({ personId }) => `/personnes/${personId}`,
    notice: { kind: 'success', title: 'Fiche ouverte', text: 'Votre équipe suit maintenant cette personne.' },
  })
  return result.reply ?? personForm(request, teams, result.form)
}

/** Opens the file of a person, once the platform has looked whether there is one. */
export const addPersonPage = memberPage({
  path: PATH,
  allowed: mayKeepFiles,
  async get(request) {
    return personForm(request, await request.read(ownTeams), emptyForm)
  },
  async post(request) {
    const teams = await request.read(ownTeams)
    const { input, errors, commune } = readIdentity(request.form)
    if (commune.state === 'to-search') {
      const matches = await request.read((ctx) => findCommunes(ctx, commune.text))
      const unsaid = request.form['_search'] ? [] : [{ field: 'communeCode', text: 'Choisissez la commune dans la liste' }]
      return personForm(request, teams, { values: request.form, errors: unsaid }, matches)
    }
    const typed = { ...input, unitId: text(request.form, 'unitId'), state: 'confirmed' }
    const found = text(request.form, 'answer')
    if (found === '') return lookThenOpen(request, teams, typed, errors)
    const result = await request.submit(openProvisional, {
      input: { ...typed, way: text(request.form, 'way') },
      errors,
      location: ({ personId }) => `/personnes/${personId}/rattachement`,
      notice: ({ code }) => paperNotice(code, 'Fiche provisoire ouverte'),
    })
    if (result.reply) return result.reply
    const answer = found === 'several' || found === 'too-many' ? found : 'one'
    return show(TITLE, <KnownElsewhere request={request} action={PATH} form={result.form} answer={answer} />, {
      breadcrumb,
      errorCount: result.form.errors.length,
    })
  },
})
