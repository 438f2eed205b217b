import { type CalendarDate, frenchDate } from '@maillage/kernel'
import {
  Button,
  ButtonGroup,
  DateField,
  dateFieldValues,
  EmptyState,
  Form,
  type FormState,
  InsetText,
  Radios,
  SummaryList,
  TextField,
} from '@maillage/ui'
import { dateInput } from '../../../platform/http/date-input.ts'
import { memberPage } from '../../../platform/http/page.ts'
import { type PageRequest, text } from '../../../platform/http/page-request.ts'
import { recordId } from '../../../platform/http/record-id.ts'
import { notFoundReply, type Reply, show } from '../../../platform/http/reply.ts'
import type { Member } from '../../../platform/http/slice.ts'
import { logReading, type PersonCard, personCard } from '../../people/index.ts'
import { addConstraint } from '../commands/add-constraint.ts'
import { withdrawConstraint } from '../commands/withdraw-constraint.ts'
import { SAID_BY_LABELS } from '../messages.fr.ts'
import { SAID_BY, SENTENCE_LIMIT, type WorkConstraint } from '../model-constraints.ts'
import { mayKeepConstraints, mayNoteAttendance } from '../policy.ts'
import { constraintsOf } from '../queries/constraints-of.ts'
import { employsPerson } from '../queries/employs-person.ts'

interface Scene {
  readonly card: PersonCard
  readonly constraints: readonly WorkConstraint[]
  readonly today: CalendarDate
}

const hrefOf = (personId: string) => `/personnes/${personId}/contraintes`

async function sceneOf(request: PageRequest<Member>): Promise<Scene | undefined> {
  const id = recordId(request.params['id'])
  if (id === undefined) return undefined
  return request.read(async (ctx) => {
    const card = (await employsPerson(ctx, id)) ? await personCard(ctx, id) : undefined
    return card && { card, constraints: await constraintsOf(ctx, card.id), today: ctx.today }
  })
}

const days = ({ first, last }: WorkConstraint, today: CalendarDate): string =>
  last !== null
    ? `du ${frenchDate(first)} au ${frenchDate(last)}`
    : first > today
      ? `à partir du ${frenchDate(first)}`
      : `depuis le ${frenchDate(first)}`

const Constraints = ({ request, scene }: { readonly request: PageRequest<Member>; readonly scene: Scene }) => {
  const { card, constraints, today } = scene
  if (constraints.length === 0)
    return <EmptyState title="Aucune contrainte connue">Rien n’est à prévoir pour organiser le travail de cette personne.</EmptyState>
  return (
    <>
      <SummaryList
        rows={constraints.map((each) => ({
          label: each.sentence,
          value: `${days(each, today)}, dit par ${SAID_BY_LABELS[each.saidBy].toLocaleLowerCase('fr')}, noté par ${each.by ?? 'un ancien membre'}`,
        }))}
      />
      {mayKeepConstraints(request.actor)
        ? constraints.map(({ id, sentence }) => (
            <Form key={id} action={hrefOf(card.id)} csrf={request.csrf} state={{ values: {}, errors: [] }}>
              <Button kind="secondary" name="retirer" value={id}>
                Retirer<span> « {sentence} »</span>
              </Button>
            </Form>
          ))
        : null}
    </>
  )
}

const AddForm = ({
  request,
  card,
  form,
}: {
  readonly request: PageRequest<Member>
  readonly card: PersonCard
  readonly form: FormState
}) => (
  <section aria-labelledby="ajouter">
    <h2 class="govuk-heading-m" id="ajouter">
      Ajouter une contrainte
    </h2>
    <InsetText>
      L’encadrement lira cette phrase. Écrivez ce que cela change au travail, jamais pourquoi : ni maladie, ni traitement, ni peine, ni
      situation de famille.
    </InsetText>
    <Form action={hrefOf(card.id)} csrf={request.csrf} requestId={request.formId} state={form}>
      <TextField
        form={form}
        name="sentence"
        label="Contrainte"
        hint={`Par exemple : disponible avant 15 h 30 ; pas de port de charge. ${SENTENCE_LIMIT} caractères au plus.`}
      />
      <Radios form={form} name="saidBy" label="Qui l’a dit" choices={SAID_BY.map((value) => ({ value, label: SAID_BY_LABELS[value] }))} />
      <DateField form={form} name="first" label="À partir du" />
      <DateField form={form} name="last" label="Jusqu’au" hint="Sans date, la contrainte vaut jusqu’à ce qu’on la retire." optional />
      <ButtonGroup>
        <Button>Ajouter la contrainte</Button>
      </ButtonGroup>
    </Form>
  </section>
)

function pageOf(request: PageRequest<Member>, scene: Scene, form: FormState): Reply {
  const { card } = scene
  return show(
    'Contraintes de travail',
    <>
      <p class="govuk-caption-l">{card.displayName}</p>
      <h1 class="govuk-heading-l">Contraintes de travail</h1>
      <p class="govuk-body">Ce qu’il faut prévoir pour organiser le travail. La raison n’est demandée nulle part.</p>
      <Constraints request={request} scene={scene} />
      {mayKeepConstraints(request.actor) && card.diedOn === null ? <AddForm request={request} card={card} form={form} /> : null}
    </>,
    {
      errorCount: form.errors.length,
      breadcrumb: [
        { label: 'Personnes', href: '/personnes' },
        { label: card.displayName, href: `/personnes/${card.id}` },
        { label: 'Contraintes de travail' },
      ],
    },
  )
}

/** Under which conditions somebody can work: read by those who organise the work, written by the counsellor or the direction. */
export const constraintsPage = memberPage({
  path: '/personnes/:id/contraintes',
  allowed: mayNoteAttendance,
  async get(request) {
    const scene = await sceneOf(request)
    if (!scene) return notFoundReply
    logReading(request, scene.card.id)
    return pageOf(request, scene, { values: { saidBy: 'person', ...dateFieldValues('first', scene.today) }, errors: [] })
  },
  async post(request) {
    const scene = await sceneOf(request)
    if (!scene || !mayKeepConstraints(request.actor)) return notFoundReply
    const { id } = scene.card
    const withdrawn = text(request.form, 'retirer')
    if (withdrawn !== '') {
      const result = await request.submit(withdrawConstraint, {
        input: { constraintId: recordId(withdrawn) ?? '' },
        location: () => hrefOf(id),
        notice: { kind: 'success', title: 'Contrainte retirée' },
      })
      return result.reply ?? pageOf(request, scene, result.form)
    }
    const [first, last] = [dateInput(request.form, 'first', 'le premier jour'), dateInput(request.form, 'last', 'le dernier jour')]
    const result = await request.submit(addConstraint, {
      input: {
        personId: id,
        sentence: text(request.form, 'sentence'),
        saidBy: text(request.form, 'saidBy'),
        first: first.iso,
        last: last.iso ?? null,
      },
      errors: [...first.errors, ...last.errors],
      location: () => hrefOf(id),
      notice: { kind: 'success', title: 'Contrainte ajoutée' },
    })
    return result.reply ?? pageOf(request, scene, result.form)
  },
})
