import { type CalendarDate, type Law, NoTextInForce } from '@maillage/kernel'
import { Button, ButtonGroup, DateField, dateFieldValues, Form, type FormState, HiddenField, Radios } from '@maillage/ui'
import { memberPage } from '../../../platform/http/page.ts'
import { type PageRequest, type SubmitRequest, text } from '../../../platform/http/page-request.ts'
import { recordId } from '../../../platform/http/record-id.ts'
import { notFoundReply, type Reply, show } from '../../../platform/http/reply.ts'
import type { Member } from '../../../platform/http/slice.ts'
import { logReading, type PersonCard, personCard } from '../../people/index.ts'
import { recordDiagnosis } from '../commands/record-diagnosis.ts'
import { diagnosisSchema } from '../diagnosis-form.ts'
import { type JudgedDiagnosis, judgeDiagnosis } from '../judge-diagnosis.ts'
import { messages, VERDICT_LABELS } from '../messages.fr.ts'
import { mayDiagnose } from '../policy.ts'
import { birthOf } from '../queries/birth-of.ts'
import { diagnosisAuthor } from '../queries/diagnosis-author.ts'
import { type DiagnosisPlace, diagnosisPlace } from '../queries/diagnosis-place.ts'
import { CriterionFields } from './criterion-fields.tsx'
import { readDiagnosisForm } from './read-diagnosis-form.ts'
import { VerdictPreview } from './verdict-preview.tsx'

/** What the page knows before anything is typed. */
interface Ground {
  readonly person: PersonCard
  readonly place: DiagnosisPlace & { readonly unitId: string }
  readonly authors: readonly { readonly value: string; readonly label: string }[]
  readonly law: Law
  readonly today: CalendarDate
}

async function groundOf(request: PageRequest<Member>): Promise<Ground | undefined> {
  const id = recordId(request.params['id'])
  if (!id) return undefined
  return request.read(async (ctx) => {
    const person = await personCard(ctx, id)
    if (person?.id !== id || !mayDiagnose(ctx.actor, person.circles)) return undefined
    const place = await diagnosisPlace(ctx, id)
    const { unitId } = place
    if (unitId === undefined) return undefined
    const { functions } = ctx.actor.hat
    const authors = [
      ...(functions.includes('operator') ? place.siaes.map((siae) => ({ value: siae.id, label: `La structure ${siae.name}` })) : []),
      ...(functions.includes('prescriber') ? [{ value: 'prescriber', label: `Le prescripteur ${ctx.actor.hat.organisationName}` }] : []),
    ]
    return { person, place: { ...place, unitId }, authors, law: ctx.law, today: ctx.today }
  })
}

const here = (person: PersonCard) => `/personnes/${person.id}/eligibilite/ajouter`

function Author({ form, authors }: { readonly form: FormState; readonly authors: Ground['authors'] }) {
  const [only] = authors
  return authors.length === 1 && only ? (
    <HiddenField name="author" value={only.value} />
  ) : (
    <Radios form={form} name="author" label="Au nom de qui faites-vous ce diagnostic ?" choices={authors} />
  )
}

function diagnosisPage(
  request: PageRequest<Member>,
  ground: Ground,
  form: FormState,
  answer?: { readonly judged: JudgedDiagnosis; readonly on: CalendarDate },
): Reply {
  const { person, authors, law, today } = ground
  return show(
    'Faire le diagnostic',
    <>
      <p class="govuk-caption-l">{person.displayName}</p>
      <h1 class="govuk-heading-l">Faire le diagnostic</h1>
      {answer ? <VerdictPreview judged={answer.judged} on={answer.on} /> : null}
      <Form action={here(person)} csrf={request.csrf} requestId={request.formId} state={form}>
        <p class="govuk-body">
          Cochez ce qui est vrai, puis donnez la date de chaque justificatif. Seuls les référents de la personne liront ces critères&nbsp;;
          les autres verront la réponse et le nombre de critères.
        </p>
        <Author form={form} authors={authors} />
        <DateField form={form} name="madeOn" label="Date du diagnostic" />
        <CriterionFields form={form} law={law} on={answer?.on ?? today} />
        <ButtonGroup>
          {answer ? (
            <Button name="step" value="record">
              Enregistrer ce diagnostic
            </Button>
          ) : null}
          <Button kind={answer ? 'secondary' : 'primary'} name="step" value="preview">
            {answer ? 'Revoir la réponse' : 'Voir la réponse'}
          </Button>
          <a class="govuk-link" href={`/personnes/${person.id}`}>
            Abandonner
          </a>
        </ButtonGroup>
      </Form>
    </>,
    {
      errorCount: form.errors.length,
      breadcrumb: [
        { label: 'Personnes', href: '/personnes' },
        { label: person.displayName, href: `/personnes/${person.id}` },
        { label: 'Diagnostic' },
      ],
    },
  )
}

/** What the rules would answer, nothing being recorded. */
async function preview(request: SubmitRequest<Member>, ground: Ground, typed: ReturnType<typeof readDiagnosisForm>): Promise<Reply> {
  const { person, place } = ground
  const parsed = diagnosisSchema.safeParse({ ...typed.input, personId: person.id, unitId: place.unitId })
  const issues = parsed.success
    ? []
    : parsed.error.issues.map(({ path, message }) => ({ field: String(path[0]).replace('siaeId', 'author'), text: message }))
  const errors = [...typed.errors, ...issues.filter(({ field }) => !typed.errors.some((each) => each.field?.startsWith(field)))]
  const form: FormState = { values: request.form, errors }
  if (!parsed.success || errors.length > 0) return diagnosisPage(request, ground, form)
  const { siaeId, madeOn } = parsed.data
  const wrongDay = (sentence: string) => diagnosisPage(request, ground, { ...form, errors: [{ field: 'madeOn', text: sentence }] })
  if (madeOn > ground.today) return wrongDay(messages['eligibility/made-later']())
  const judged = await request
    .read(async (ctx) => {
      const found = await diagnosisAuthor(ctx, { personId: person.id, siaeId, on: madeOn })
      return found.ok ? judgeDiagnosis(ctx.law, found.value.author, parsed.data, await birthOf(ctx, person.id)) : undefined
    })
    .catch((error: unknown) => {
      if (error instanceof NoTextInForce) return 'no-text' as const
      throw error
    })
  if (judged === 'no-text') return wrongDay(messages['eligibility/before-the-texts']())
  return judged ? diagnosisPage(request, ground, form, { judged, on: madeOn }) : notFoundReply
}

/** The diagnosis: what is true, its proofs, the answer before recording, then the record. Works without script. */
export const recordDiagnosisPage = memberPage({
  path: '/personnes/:id/eligibilite/ajouter',
  async get(request) {
    const ground = await groundOf(request)
    if (!ground) return notFoundReply
    logReading(request, ground.person.id)
    return diagnosisPage(request, ground, {
      values: { author: ground.authors[0]?.value ?? '', ...dateFieldValues('madeOn', ground.today) },
      errors: [],
    })
  },
  async post(request) {
    const ground = await groundOf(request)
    if (!ground) return notFoundReply
    const typed = readDiagnosisForm(request.form)
    if (text(request.form, 'step') !== 'record') return preview(request, ground, typed)
    const { person, place } = ground
    const result = await request.submit(recordDiagnosis, {
      input: { ...typed.input, personId: person.id, unitId: place.unitId },
      errors: typed.errors,
      location: ({ personId }) => `/personnes/${personId}`,
      notice: ({ verdict }) => ({
        kind: 'success',
        title: 'Diagnostic enregistré',
        text: `Réponse\u00a0: ${VERDICT_LABELS[verdict].toLocaleLowerCase('fr')}.`,
      }),
    })
    return result.reply ?? diagnosisPage(request, ground, result.form)
  },
})
