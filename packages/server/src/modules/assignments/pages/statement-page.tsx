import { addDays, frenchHours, frenchLongDate, frenchNumber, frenchShortDate, type Period, parseDate, weekday } from '@maillage/kernel'
import {
  Button,
  ButtonGroup,
  DateField,
  dateFieldValues,
  EntryTable,
  emptyForm,
  errorsOf,
  type FieldMessage,
  Form,
  type FormState,
  HiddenField,
  Notification,
  typedValue,
} from '@maillage/ui'
import { dateInput } from '../../../platform/http/date-input.ts'
import { memberPage } from '../../../platform/http/page.ts'
import { type PageRequest, text } from '../../../platform/http/page-request.ts'
import { recordId } from '../../../platform/http/record-id.ts'
import { notFoundReply, type Reply, show } from '../../../platform/http/reply.ts'
import type { Member } from '../../../platform/http/slice.ts'
import { typeStatement } from '../commands/type-statement.ts'
import { validateStatement } from '../commands/validate-statement.ts'
import { mayState } from '../policy.ts'
import { type MissionLine, missionCard } from '../queries/mission-register.ts'
import { statementHref } from '../queries/owed-statements.ts'
import { statementsOf, type TimeStatement } from '../queries/statements-of.ts'
import { statementDays } from '../statement-days.ts'
import { MISSIONS, missionTrail } from './placement-trail.ts'

export interface StatementScene {
  readonly mission: MissionLine
  readonly days: Period
  readonly told: TimeStatement | undefined
}

/** The statement that an address names: that of a mission of mine which begins on a day. */
export async function statementScene(request: PageRequest<Member>): Promise<StatementScene | undefined> {
  const [id, first] = [recordId(request.params['id']), parseDate(request.params['debut'] ?? '')]
  if (id === undefined || first === undefined) return undefined
  return request.read(async (ctx) => {
    const mission = await missionCard(ctx, id)
    const days = mission && !mission.cancelled ? statementDays(mission.kind, mission, first) : undefined
    if (!mission || days?.first !== first || first > ctx.today) return undefined
    return { mission, days, told: (await statementsOf(ctx, id)).find((each) => each.days.first === first) }
  })
}

const eachDay = ({ first, last }: Period) => Array.from({ length: last - first + 1 }, (_, index) => addDays(first, index))

const Days = ({ days, form }: { readonly days: Period; readonly form: FormState }) => (
  <EntryTable
    caption="Heures de chaque jour"
    count="vide : aucune heure"
    of="Jour"
    columns={[{ key: 'hours', label: 'Heures' }]}
    notesLabel="À savoir"
    rows={eachDay(days).map((on, index) => ({
      key: String(on),
      name: frenchLongDate(on),
      hidden: {},
      boxes: [
        { name: `rows-${index}-hours`, value: typedValue(form, `rows-${index}-hours`), errors: errorsOf(form, `rows-${index}-hours`) },
      ],
      notes: weekday(on) === 7 ? 'Dimanche' : null,
    }))}
  />
)

/** Says which day an error is about: above a month of boxes, « saisissez des heures » helps nobody. */
function ofDay({ field, text: said }: FieldMessage, { first }: Period): FieldMessage {
  const index = /^rows-(\d+)-/.exec(field ?? '')?.[1]
  return index === undefined ? { field, text: said } : { field, text: `${frenchLongDate(addDays(first, Number(index)))} : ${said}` }
}

const Typing = ({
  request,
  scene: { mission, days, told },
  form,
}: {
  readonly request: PageRequest<Member>
  readonly scene: StatementScene
  readonly form: FormState
}) => (
  <Form
    action={statementHref(mission.id, days.first)}
    csrf={request.csrf}
    requestId={request.formId}
    state={{ ...form, errors: form.errors.map((error) => ofDay(error, days)) }}
  >
    <HiddenField name="version" value={String(told?.version ?? 0)} />
    <Days days={days} form={form} />
    <DateField form={form} name="signedOn" label="Signé par le client le" hint="Rien si le client n’a pas signé" optional />
    <ButtonGroup>
      <Button>Enregistrer le relevé</Button>
      <a class="govuk-link" href={`${MISSIONS}/${mission.id}`}>
        Annuler
      </a>
    </ButtonGroup>
  </Form>
)

const Passage = ({
  request,
  scene: { mission, days, told },
  form,
}: {
  readonly request: PageRequest<Member>
  readonly scene: StatementScene
  readonly form: FormState
}) =>
  told ? (
    <Form action={`${statementHref(mission.id, days.first)}/valider`} csrf={request.csrf} requestId={request.formId} state={form}>
      <HiddenField name="version" value={String(told.version)} />
      <HiddenField name="to" value={told.validated ? 'taken-back' : 'validated'} />
      <ButtonGroup>
        <Button kind={told.validated ? 'secondary' : 'primary'}>
          {told.validated ? 'Retirer la validation' : `Valider ces ${frenchHours(told.hours)}`}
        </Button>
      </ButtonGroup>
    </Form>
  ) : null

function page(request: PageRequest<Member>, scene: StatementScene, typing: FormState, passage: FormState): Reply {
  const { mission, days, told } = scene
  const here = statementHref(mission.id, days.first)
  return show(
    'Relevé d’heures',
    <>
      <p class="govuk-caption-l">
        {mission.personName}, {mission.work} chez {mission.clientName}
      </p>
      <h1 class="govuk-heading-l">
        Relevé d’heures du {frenchShortDate(days.first)} au {frenchShortDate(days.last)}
      </h1>
      <p class="govuk-body">
        <a class="govuk-link" href={`${here}/imprimer`}>
          Imprimer le relevé à faire signer
        </a>
      </p>
      {told?.validated ? (
        <>
          <Notification kind="information" title={`${frenchHours(told.hours)} validées`}>
            Ces heures sont dans le mois de la structure. Pour les changer, retirez la validation : le mois suit.
          </Notification>
          <Passage request={request} scene={scene} form={passage} />
        </>
      ) : (
        <>
          {told ? (
            <Notification kind="information" title={`${frenchHours(told.hours)} à valider`}>
              {told.signedOn === null ? 'Le client n’a pas signé. ' : ''}Une fois validées, elles s’écrivent dans le mois de la structure,
              sans autre saisie.
            </Notification>
          ) : null}
          {told ? <Passage request={request} scene={scene} form={passage} /> : null}
          <Typing request={request} scene={scene} form={typing} />
        </>
      )}
    </>,
    {
      errorCount: typing.errors.length + passage.errors.length,
      breadcrumb: missionTrail({ label: mission.personName ?? 'Mission', href: `${MISSIONS}/${mission.id}` }, { label: 'Relevé d’heures' }),
    },
  )
}

const valuesOf = ({ told }: StatementScene): FormState => ({
  values: told
    ? {
        ...Object.fromEntries(
          told.dayHours.map((hours, index) => [
            `rows-${index}-hours`,
            hours === 0 ? '' : frenchNumber(hours / 100, hours % 100 === 0 ? 0 : 2),
          ]),
        ),
        ...(told.signedOn === null ? {} : dateFieldValues('signedOn', told.signedOn)),
      }
    : {},
  errors: [],
})

/** The hours of some days of a mission, as the client signed them on paper. */
export const statementPage = memberPage({
  path: `${MISSIONS}/:id/releves/:debut`,
  allowed: mayState,
  async get(request) {
    const scene = await statementScene(request)
    return scene ? page(request, scene, valuesOf(scene), emptyForm) : notFoundReply
  },
  async post(request) {
    const scene = await statementScene(request)
    if (!scene) return notFoundReply
    const { mission, days } = scene
    const signedOn = dateInput(request.form, 'signedOn', 'le jour de la signature')
    const result = await request.submit(typeStatement, {
      input: {
        assignmentId: mission.id,
        first: request.params['debut'],
        version: text(request.form, 'version'),
        rows: eachDay(days).map((_, index) => ({ hours: text(request.form, `rows-${index}-hours`) })),
        signedOn: signedOn.iso ?? null,
      },
      errors: signedOn.errors,
      location: () => statementHref(mission.id, days.first),
      notice: { kind: 'success', title: 'Relevé enregistré' },
    })
    return result.reply ?? page(request, scene, result.form, emptyForm)
  },
})

/** The hours of a statement are right, or that is taken back. */
export const validateStatementPage = memberPage({
  path: `${MISSIONS}/:id/releves/:debut/valider`,
  allowed: mayState,
  async post(request) {
    const scene = await statementScene(request)
    if (!scene?.told) return notFoundReply
    const { mission, days, told } = scene
    const to = text(request.form, 'to')
    const result = await request.submit(validateStatement, {
      input: { assignmentId: mission.id, statementId: told.id, version: text(request.form, 'version'), to },
      location: () => statementHref(mission.id, days.first),
      notice: {
        kind: 'success',
        title: to === 'validated' ? 'Relevé validé' : 'Validation retirée',
        text: 'Les heures du mois de la structure ont suivi.',
      },
    })
    return result.reply ?? page(request, scene, valuesOf(scene), result.form)
  },
})
