import { parseDate } from '@maillage/kernel'
import {
  Button,
  Checkboxes,
  DateField,
  Details,
  EmptyState,
  emptyForm,
  Form,
  type FormState,
  HiddenField,
  InsetText,
  Notification,
  Tag,
  TextField,
  typedValue,
  withQuery,
} from '@maillage/ui'
import { memberPage } from '../../../platform/http/page.ts'
import { type PageRequest, text } from '../../../platform/http/page-request.ts'
import { recordId } from '../../../platform/http/record-id.ts'
import { notFoundReply, type Reply, show } from '../../../platform/http/reply.ts'
import type { Member } from '../../../platform/http/slice.ts'
import { personCard } from '../../people/index.ts'
import { orientPerson } from '../commands/orient-person.ts'
import { mayOrient } from '../policy.ts'
import { type PersonAlike, peopleAlike } from '../queries/people-alike.ts'
import { senderStanding } from '../queries/sender-standing.ts'
import { type SiaeToSend, siaeToSend } from '../queries/siae-to-send.ts'
import { SIAES_SHOWN, type SiaeFound, siaesToChoose } from '../queries/siaes-to-choose.ts'
import { asksWho, type ChosenPerson, PersonFields, readOrientation, WishFields } from './orientation-fields.tsx'

const HERE = '/orienter'
const BREADCRUMB = [{ label: 'Accueil', href: '/' }, { label: 'Orienter une personne' }]

const first = (value: string | readonly string[] | undefined): string => (typeof value === 'string' ? value : (value?.[0] ?? ''))

/** What surrounds the form: for whom, to whom, under which right. */
interface Scene {
  readonly siae: SiaeToSend
  readonly chosen: ChosenPerson | undefined
  readonly authorised: boolean
  readonly alike: readonly PersonAlike[]
}

const Structure = ({ siae, personId }: { readonly siae: SiaeToSend; readonly personId: string | null }) => (
  <p class="govuk-body">
    Vers <strong>{siae.name}</strong> ({siae.kind}), {siae.commune}.{' '}
    <a class="govuk-link" href={withQuery(HERE, {}, { personne: personId })}>
      Changer<span class="govuk-visually-hidden"> de structure</span>
    </a>
  </p>
)

const Diagnosis = ({ form, authorised }: { readonly form: FormState; readonly authorised: boolean }) =>
  authorised ? (
    <>
      <Checkboxes
        form={form}
        name="diagnosed"
        label="Diagnostic"
        choices={[
          {
            value: 'oui',
            label: 'J’ai réalisé le diagnostic socio-professionnel',
            hint: 'La personne est alors éligible sans autre justificatif.',
          },
        ]}
        optional
      />
      <DateField form={form} name="diagnosedOn" label="Date du diagnostic" hint="Seulement si vous l’avez réalisé" optional />
    </>
  ) : (
    <InsetText>
      Votre organisation est orienteur : elle propose la personne. C’est la structure qui fera le diagnostic, avec les justificatifs.
    </InsetText>
  )

function orientationForm(request: PageRequest<Member>, { siae, chosen, authorised, alike }: Scene, form: FormState): Reply {
  return show(
    'Orienter une personne',
    <>
      <h1 class="govuk-heading-l">Orienter une personne</h1>
      <Structure siae={siae} personId={chosen?.id ?? null} />
      {siae.hasTeam ? null : <Notification kind="warning" title="Cette structure ne peut pas encore recevoir de candidature ici" />}
      <Form action={HERE} csrf={request.csrf} requestId={request.formId} state={form}>
        <HiddenField name="siaeId" value={siae.id} />
        <PersonFields form={form} chosen={chosen} alike={alike} />
        <WishFields form={form} />
        <Diagnosis form={form} authorised={authorised} />
        <Details summary="Qui verra ces informations">
          La structure choisie verra l’identité, le téléphone et ce que vous écrivez. Elle ne verra pas le détail du diagnostic. Informez la
          personne avant d’envoyer.
        </Details>
        <Button>Envoyer la candidature</Button>
      </Form>
    </>,
    { errorCount: form.errors.length, breadcrumb: BREADCRUMB },
  )
}

const Found = ({
  siaes,
  words,
  personId,
}: {
  readonly siaes: readonly SiaeFound[]
  readonly words: string
  readonly personId: string | null
}) =>
  siaes.length === 0 ? (
    <EmptyState title={`Aucune structure ne correspond à « ${words} »`}>
      Essayez moins de mots : une partie du nom, la commune, le type (ACI, EI, AI, ETTI) ou le nom d’un site de travail. Vous pouvez aussi{' '}
      <a class="govuk-link" href="/structures">
        parcourir toutes les structures
      </a>
      .
    </EmptyState>
  ) : (
    <>
      <ul class="m-tasks">
        {siaes.map((siae) => (
          <li class="m-task" key={siae.id}>
            <div class="m-task-name">
              <a class="govuk-link m-task-link" href={withQuery(HERE, {}, { structure: siae.id, personne: personId })}>
                {siae.name}
              </a>
              <div class="m-task-hint">
                {siae.organisationName} · {siae.commune}
                {siae.sites.length === 0 ? null : ` · ${siae.sites.length === 1 ? 'Site' : 'Sites'} : ${siae.sites.join(', ')}`}
              </div>
            </div>
            <div class="m-task-state">
              <Tag>{siae.kind}</Tag>
            </div>
          </li>
        ))}
      </ul>
      {siaes.length === SIAES_SHOWN ? <p class="govuk-body">Il y en a d’autres : précisez votre recherche.</p> : null}
    </>
  )

async function chooseStructure(request: PageRequest<Member>, personId: string | null): Promise<Reply> {
  const words = first(request.query['mots']).slice(0, 100)
  const siaes = await request.read((ctx) => siaesToChoose(ctx, words))
  return show(
    'Orienter une personne',
    <>
      <h1 class="govuk-heading-l">Orienter une personne</h1>
      <p class="govuk-body-l">Choisissez d’abord la structure. Le reste tient sur une page.</p>
      <form class="m-form" action={HERE} method="get">
        {personId === null ? null : <HiddenField name="personne" value={personId} />}
        <TextField
          form={{ values: { mots: words }, errors: [] }}
          name="mots"
          type="search"
          label="Structure"
          hint="Nom, commune, type ou site de travail : « jardins », « aci narbonne »"
          width={30}
        />
        <Button>Chercher</Button>
      </form>
      {words === '' ? null : <Found siaes={siaes} words={words} personId={personId} />}
    </>,
    { breadcrumb: BREADCRUMB },
  )
}

async function sceneOf(request: PageRequest<Member>, siaeId: string, personId: string | null, form: FormState): Promise<Scene | undefined> {
  return request.read(async (ctx) => {
    const siae = await siaeToSend(ctx, siaeId)
    if (!siae) return undefined
    const { authorised } = await senderStanding(ctx, ctx.actor.hat.organisationId, ctx.today)
    const card = personId === null ? undefined : await personCard(ctx, personId)
    if (personId !== null && !card) return undefined
    const birthDate = asksWho(form) ? parseDate(readOrientation(form.values).input.birthDate ?? '') : undefined
    const typed = { birthName: typedValue(form, 'birthName').trim(), givenNames: typedValue(form, 'givenNames').trim() }
    const alike = birthDate === undefined ? [] : await peopleAlike(ctx, { ...typed, birthDate })
    return { siae, chosen: card && { id: card.id, displayName: card.displayName, birthDate: card.birth.date }, authorised, alike }
  })
}

/** A prescriber proposes somebody to a structure: one page, three minutes. */
export const orientPage = memberPage({
  path: HERE,
  allowed: mayOrient,
  async get(request) {
    const siaeId = recordId(first(request.query['structure']))
    const personId = recordId(first(request.query['personne'])) ?? null
    if (siaeId === undefined) return chooseStructure(request, personId)
    const scene = await sceneOf(request, siaeId, personId, emptyForm)
    return scene ? orientationForm(request, scene, emptyForm) : notFoundReply
  },
  async post(request) {
    const siaeId = recordId(text(request.form, 'siaeId'))
    if (siaeId === undefined) return chooseStructure(request, null)
    const { input, errors } = readOrientation(request.form)
    const result = await request.submit(orientPerson, {
      input,
      errors,
      location: ({ id }) => `/orientations/${id}?envoyee=1`,
      notice: {
        kind: 'information',
        title: 'Dites à la personne à qui sa candidature est partie',
        text: 'Elle a le droit de le savoir, et de voir ce que la structure lit d’elle.',
      },
    })
    if (result.reply) return result.reply
    const chosen = asksWho(result.form) ? null : (recordId(input.personId) ?? null)
    const scene = await sceneOf(request, siaeId, chosen, result.form)
    return scene ? orientationForm(request, scene, result.form) : notFoundReply
  },
})
