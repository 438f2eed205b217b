import { type CalendarDate, frenchOf, partsOf } from '@maillage/kernel'
import {
  Button,
  ButtonGroup,
  type CommuneMatch,
  communeValues,
  dateFieldValues,
  Fieldset,
  Form,
  type FormState,
  HiddenField,
  Notification,
  SummaryList,
  TextField,
} from '@maillage/ui'
import { memberPage } from '../../../platform/http/page.ts'
import { type PageRequest, text } from '../../../platform/http/page-request.ts'
import { recordId } from '../../../platform/http/record-id.ts'
import { goTo, notFoundReply, type Reply, show } from '../../../platform/http/reply.ts'
import type { Member } from '../../../platform/http/slice.ts'
import { findCommunes } from '../../territories/index.ts'
import { editIdentity } from '../commands/edit-identity.ts'
import { logReading } from '../log-reading.ts'
import { ageOn, bornWords } from '../model.ts'
import { mayKeepFiles } from '../policy.ts'
import { type LegalRepresentative, legalRepresentative } from '../queries/legal-representative.ts'
import { type PersonCard, personCard } from '../queries/person-card.ts'
import { IdentityFields } from './identity-fields.tsx'
import { readIdentity } from './read-identity.ts'

interface Found {
  readonly card: PersonCard
  readonly representative: LegalRepresentative | undefined
  readonly today: CalendarDate
}

const MAJORITY = 18
const ticked = (yes: boolean) => (yes ? 'oui' : '')

function birthValues({ birth: { date, precision } }: PersonCard): Record<string, string> {
  if (date === null) return { birthPrecision: 'unknown' }
  const boxes = dateFieldValues('birthDate', date)
  if (precision === 'day') return boxes
  return {
    ...boxes,
    'birthDate-day': '',
    ...(precision === 'year' ? { 'birthDate-month': '', 'birthDate-year': String(partsOf(date).year) } : {}),
  }
}

/** The form as the file stands. */
const valuesOf = ({ card, representative }: Found): FormState['values'] => ({
  birthName: card.birthName,
  usageName: card.usageName ?? '',
  givenNames: card.givenNames,
  singleName: ticked(card.givenNames === ''),
  ...birthValues(card),
  sex: card.sex ?? '',
  phone: card.phone ?? '',
  phoneSafe: ticked(card.phoneSafe),
  email: card.email ?? '',
  emailSafe: ticked(card.emailSafe),
  address: card.address ?? '',
  ...(card.commune ? communeValues('communeCode', card.commune.code, card.commune.name) : {}),
  representativeName: representative?.name ?? '',
  representativeRelation: representative?.relation ?? '',
  representativePhone: representative?.phone ?? '',
  version: String(card.version),
})

/** What the file says now, beside what is typed: for whoever was overtaken. */
const Overtaken = ({ card, representative }: Found) => (
  <Notification kind="warning" title="Quelqu’un a modifié cette fiche depuis que vous l’avez ouverte">
    <p class="govuk-body">
      Voici les valeurs actuelles. Le formulaire garde ce que vous aviez saisi : corrigez-le, puis enregistrez de nouveau.
    </p>
    <SummaryList
      rows={[
        { label: 'Nom de naissance', value: card.birthName },
        { label: 'Nom d’usage', value: card.usageName },
        { label: 'Prénoms', value: card.givenNames },
        { label: 'Naissance', value: bornWords(card.birth, card.sex) },
        { label: 'Téléphone', value: card.phone && `${card.phone}${card.phoneSafe ? ', sûr' : ''}` },
        { label: 'Adresse e-mail', value: card.email },
        { label: 'Adresse', value: [card.address, card.commune?.name].filter(Boolean).join(', ') },
        { label: 'Représentant légal', value: representative && `${representative.name}, ${representative.relation}` },
      ]}
    />
  </Notification>
)

const Representative = ({ form }: { readonly form: FormState }) => (
  <Fieldset legend="Représentant légal" size="section">
    <p class="govuk-hint">La personne est mineure : ce représentant signe avec elle, jusqu’à la veille de ses dix-huit ans.</p>
    <TextField form={form} name="representativeName" label="Prénom et nom du représentant légal" autocomplete="off" width={30} optional />
    <TextField
      form={form}
      name="representativeRelation"
      label="Lien avec la personne"
      hint="Par exemple : mère, père, tuteur"
      width={20}
      optional
    />
    <TextField
      form={form}
      name="representativePhone"
      label="Téléphone du représentant légal"
      type="tel"
      autocomplete="off"
      width={20}
      optional
    />
  </Fieldset>
)

function identityForm(request: PageRequest<Member>, found: Found, form: FormState, matches?: readonly CommuneMatch[]): Reply {
  const { card, today, representative } = found
  const age = ageOn(card.birth, today)
  const typedMinor = ['representativeName', 'representativeRelation', 'representativePhone'].some((name) => form.values[name])
  const overtaken = form.errors.length > 0 && form.values['version'] !== String(card.version)
  return show(
    `Identité ${frenchOf(card.displayName)}`,
    <>
      <p class="govuk-caption-l">{card.displayName}</p>
      <h1 class="govuk-heading-l">Identité et contact</h1>
      <p class="govuk-body">Tous ceux qui suivent la personne lisent l’identité. Ce qui change garde son histoire.</p>
      {overtaken ? <Overtaken {...found} /> : null}
      <Form action={`/personnes/${card.id}/identite`} csrf={request.csrf} requestId={request.formId} state={form}>
        <HiddenField name="version" value={String(card.version)} />
        <IdentityFields form={form} matches={matches} />
        {(age !== null && age < MAJORITY) || representative || typedMinor ? <Representative form={form} /> : null}
        <ButtonGroup>
          <Button>Enregistrer</Button>
          <a class="govuk-link" href={`/personnes/${card.id}`}>
            Annuler
          </a>
        </ButtonGroup>
      </Form>
      <p class="govuk-body">
        <a class="govuk-link" href={`/personnes/${card.id}/deces`}>
          La personne est décédée
        </a>
      </p>
    </>,
    {
      errorCount: form.errors.length,
      breadcrumb: [
        { label: 'Personnes', href: '/personnes' },
        { label: card.displayName, href: `/personnes/${card.id}` },
        { label: 'Identité et contact' },
      ],
    },
  )
}

async function found(request: PageRequest<Member>): Promise<Found | undefined> {
  const id = recordId(request.params['id'])
  if (!id) return undefined
  return request.read(async (ctx) => {
    const card = await personCard(ctx, id)
    return card && { card, representative: await legalRepresentative(ctx, card.id), today: ctx.today }
  })
}

/** Corrects who a person is and how to reach them. */
export const identityPage = memberPage({
  path: '/personnes/:id/identite',
  allowed: mayKeepFiles,
  async get(request) {
    const known = await found(request)
    if (!known) return notFoundReply
    if (known.card.id !== request.params['id']) return goTo(`/personnes/${known.card.id}/identite`)
    if (known.card.diedOn !== null) return goTo(`/personnes/${known.card.id}/deces`)
    logReading(request, known.card.id)
    return identityForm(request, known, { values: valuesOf(known), errors: [] })
  },
  async post(request) {
    const known = await found(request)
    if (!known) return notFoundReply
    const { input, errors, commune } = readIdentity(request.form)
    if (commune.state === 'to-search') {
      const matches = await request.read((ctx) => findCommunes(ctx, commune.text))
      const unsaid = request.form['_search'] ? [] : [{ field: 'communeCode', text: 'Choisissez la commune dans la liste' }]
      return identityForm(request, known, { values: request.form, errors: unsaid }, matches)
    }
    const result = await request.submit(editIdentity, {
      input: {
        ...input,
        representativeName: text(request.form, 'representativeName'),
        representativeRelation: text(request.form, 'representativeRelation'),
        representativePhone: text(request.form, 'representativePhone'),
        personId: known.card.id,
        version: text(request.form, 'version'),
      },
      errors,
      location: ({ personId }) => `/personnes/${personId}`,
      notice: { kind: 'success', title: 'Identité enregistrée' },
    })
    return result.reply ?? identityForm(request, known, result.form)
  },
})
