import { frenchNumber } from '@maillage/kernel'
import {
  Button,
  ButtonGroup,
  Checkboxes,
  DateField,
  dateFieldValues,
  Form,
  type FormState,
  HiddenField,
  InsetText,
  TextField,
  typedValues,
} from '@maillage/ui'
import { dateInput } from '../../../platform/http/date-input.ts'
import { memberPage } from '../../../platform/http/page.ts'
import { type PageRequest, text } from '../../../platform/http/page-request.ts'
import { recordId } from '../../../platform/http/record-id.ts'
import { notFoundReply, type Reply, show } from '../../../platform/http/reply.ts'
import type { Member } from '../../../platform/http/slice.ts'
import { assignPerson } from '../commands/assign-person.ts'
import { WEEKDAY_LABELS } from '../messages.fr.ts'
import { WEEKDAYS } from '../model.ts'
import { mayPlace } from '../policy.ts'
import { personOfStay } from '../queries/person-of-stay.ts'
import { type RequestLine, requestCard } from '../queries/request-register.ts'
import { MISSIONS, REQUESTS, requestTrail } from './placement-trail.ts'

interface Scene {
  readonly asked: RequestLine
  readonly person: { readonly stayId: string; readonly name: string }
}

async function sceneOf(request: PageRequest<Member>): Promise<Scene | undefined> {
  const [id, stayId] = [recordId(request.params['id']), recordId(request.params['sejour'])]
  if (id === undefined || stayId === undefined) return undefined
  return request.read(async (ctx) => {
    const asked = await requestCard(ctx, id)
    const person = asked && (await personOfStay(ctx, { siaeId: asked.siaeId, stayId }))
    return asked && person && { asked, person }
  })
}

const hrefOf = ({ asked, person }: Scene) => `${REQUESTS}/${asked.id}/personnes/${person.stayId}`

function form(request: PageRequest<Member>, scene: Scene, state: FormState): Reply {
  const { asked, person } = scene
  const back = `${REQUESTS}/${asked.id}/personnes`
  return show(
    'Affecter une personne',
    <>
      <p class="govuk-caption-l">
        {asked.work}, {asked.clientName}
      </p>
      <h1 class="govuk-heading-l">Affecter {person.name}</h1>
      {asked.safety === null ? null : (
        <InsetText>
          <strong>Sécurité :</strong> {asked.safety}
        </InsetText>
      )}
      <Form action={hrefOf(scene)} csrf={request.csrf} requestId={request.formId} state={state}>
        <HiddenField name="version" value={String(asked.version)} />
        <DateField form={state} name="firstDay" label="Premier jour de la mission" />
        <DateField form={state} name="lastDay" label="Dernier jour" hint="Rien si la fin n’est pas connue" optional />
        <TextField
          form={state}
          name="weeklyHours"
          label="Heures par semaine"
          hint="Par exemple, 7,5"
          suffix="h"
          width={5}
          inputmode="decimal"
          optional
        />
        <Checkboxes
          form={state}
          name="weekdays"
          label="Jours travaillés"
          choices={WEEKDAYS.map((each) => ({ value: String(each), label: WEEKDAY_LABELS[each] ?? '' }))}
          optional
          inline
        />
        <TextField form={state} name="schedule" label="Horaires" hint="Par exemple, de 9 h à 12 h" width={30} optional />
        <Checkboxes
          form={state}
          name="fills"
          label="La demande"
          choices={[{ value: 'oui', label: 'est pourvue par cette mission' }]}
          optional
        />
        {asked.category === 'company' ? (
          <Checkboxes
            form={state}
            name="anyway"
            label="Heures en entreprise"
            hint="À cocher seulement si la plateforme signale que le maximum serait dépassé : la mission est enregistrée, et une anomalie reste ouverte."
            choices={[{ value: 'oui', label: 'Enregistrer la mission malgré le dépassement' }]}
            optional
          />
        ) : null}
        <ButtonGroup>
          <Button>Enregistrer la mission</Button>
          <a class="govuk-link" href={back}>
            Annuler
          </a>
        </ButtonGroup>
      </Form>
    </>,
    {
      errorCount: state.errors.length,
      breadcrumb: requestTrail(
        { label: asked.work, href: `${REQUESTS}/${asked.id}` },
        { label: 'Qui est libre', href: back },
        { label: 'Affecter' },
      ),
    },
  )
}

/** Somebody goes to work for the client of a request. */
export const assignPage = memberPage({
  path: `${REQUESTS}/:id/personnes/:sejour`,
  allowed: mayPlace,
  async get(request) {
    const scene = await sceneOf(request)
    if (!scene) return notFoundReply
    const { asked } = scene
    return form(request, scene, {
      values: {
        ...dateFieldValues('firstDay', asked.firstDay),
        ...(asked.lastDay === null ? {} : dateFieldValues('lastDay', asked.lastDay)),
        weeklyHours: asked.weeklyHours === null ? '' : frenchNumber(asked.weeklyHours / 100, 2),
        weekdays: asked.weekdays.map(String),
        schedule: asked.schedule ?? '',
        fills: asked.people === 1 ? ['oui'] : [],
      },
      errors: [],
    })
  },
  async post(request) {
    const scene = await sceneOf(request)
    if (!scene) return notFoundReply
    const firstDay = dateInput(request.form, 'firstDay', 'le premier jour')
    const lastDay = dateInput(request.form, 'lastDay', 'le dernier jour')
    const boxes = (name: string) => typedValues({ values: request.form, errors: [] }, name)
    const result = await request.submit(assignPerson, {
      input: {
        requestId: scene.asked.id,
        version: text(request.form, 'version'),
        stayId: scene.person.stayId,
        firstDay: firstDay.iso,
        lastDay: lastDay.iso ?? null,
        weeklyHours: text(request.form, 'weeklyHours'),
        weekdays: boxes('weekdays'),
        schedule: text(request.form, 'schedule'),
        fills: boxes('fills').includes('oui'),
        anyway: boxes('anyway').includes('oui'),
      },
      errors: [...firstDay.errors, ...lastDay.errors],
      location: ({ id }) => `${MISSIONS}/${id}`,
      notice: { kind: 'success', title: 'Mission enregistrée' },
    })
    return result.reply ?? form(request, scene, result.form)
  },
})
