import { frenchNumber } from '@maillage/kernel'
import { Button, ButtonGroup, Checkboxes, Form, type FormState, Radios, TextField, typedValues } from '@maillage/ui'
import { memberPage } from '../../../platform/http/page.ts'
import { type PageRequest, text } from '../../../platform/http/page-request.ts'
import { recordId } from '../../../platform/http/record-id.ts'
import { notFoundReply, type Reply, show } from '../../../platform/http/reply.ts'
import type { Member } from '../../../platform/http/slice.ts'
import { holdsPerson, type PersonCard, personCard } from '../../people/index.ts'
import { tellAvailability } from '../commands/tell-availability.ts'
import { WEEKDAY_LABELS } from '../messages.fr.ts'
import { type Availability, WEEKDAYS } from '../model.ts'
import { mayTellAvailability } from '../policy.ts'
import { personAvailability } from '../queries/person-availability.ts'

interface Scene {
  readonly person: PersonCard
  readonly said: Availability | undefined
}

async function sceneOf(request: PageRequest<Member>): Promise<Scene | undefined> {
  const id = recordId(request.params['id'])
  if (id === undefined) return undefined
  return request.read(async (ctx) => {
    const person = await personCard(ctx, id)
    if (!person || person.diedOn !== null || !(await holdsPerson(ctx, person.id, 'employment'))) return undefined
    return { person, said: await personAvailability(ctx, person.id) }
  })
}

const YES_NO = [
  { value: 'oui', label: 'Oui' },
  { value: 'non', label: 'Non' },
] as const

function page(request: PageRequest<Member>, { person }: Scene, form: FormState): Reply {
  const back = `/personnes/${person.id}`
  return show(
    'Disponibilités',
    <>
      <p class="govuk-caption-l">{person.displayName}</p>
      <h1 class="govuk-heading-l">Disponibilités</h1>
      <p class="govuk-body">
        Ce que la personne dit pouvoir faire, et rien de plus : jamais une raison de santé, de famille ou de justice. « Avant 15 h 30 »
        suffit.
      </p>
      <Form action={`${back}/disponibilites`} csrf={request.csrf} requestId={request.formId} state={form}>
        <TextField
          form={form}
          name="weeklyHours"
          label="Heures souhaitées par semaine"
          hint="Par exemple, 20"
          suffix="h"
          width={5}
          inputmode="decimal"
          optional
        />
        <Checkboxes
          form={form}
          name="weekdays"
          label="Jours possibles"
          hint="Aucun coché : tous les jours"
          choices={WEEKDAYS.map((each) => ({ value: String(each), label: WEEKDAY_LABELS[each] ?? '' }))}
          optional
          inline
        />
        <TextField form={form} name="schedule" label="Horaires" hint="Par exemple, le matin, ou avant 15 h 30" width={30} optional />
        <Radios form={form} name="licence" label="Permis B" choices={[...YES_NO]} inline optional />
        <Radios form={form} name="vehicle" label="Véhicule" choices={[...YES_NO]} inline optional />
        <ButtonGroup>
          <Button>Enregistrer</Button>
          <a class="govuk-link" href={back}>
            Annuler
          </a>
        </ButtonGroup>
      </Form>
    </>,
    {
      errorCount: form.errors.length,
      breadcrumb: [{ label: 'Personnes', href: '/personnes' }, { label: person.displayName, href: back }, { label: 'Disponibilités' }],
    },
  )
}

const shown = (told: boolean | null | undefined) => (told === true ? 'oui' : told === false ? 'non' : '')

/** When somebody can work, how much, with what. */
export const availabilityPage = memberPage({
  path: '/personnes/:id/disponibilites',
  allowed: mayTellAvailability,
  async get(request) {
    const scene = await sceneOf(request)
    if (!scene) return notFoundReply
    const { said } = scene
    const values = {
      weeklyHours: said?.weeklyHours ? frenchNumber(said.weeklyHours / 100, 2) : '',
      weekdays: (said?.weekdays ?? []).map(String),
      schedule: said?.schedule ?? '',
      licence: shown(said?.licence),
      vehicle: shown(said?.vehicle),
    }
    return page(request, scene, { values, errors: [] })
  },
  async post(request) {
    const scene = await sceneOf(request)
    if (!scene) return notFoundReply
    const typed = (name: string) => text(request.form, name)
    const result = await request.submit(tellAvailability, {
      input: {
        personId: scene.person.id,
        weeklyHours: typed('weeklyHours'),
        weekdays: typedValues({ values: request.form, errors: [] }, 'weekdays'),
        schedule: typed('schedule'),
        licence: typed('licence'),
        vehicle: typed('vehicle'),
      },
      location: ({ personId }) => `/personnes/${personId}`,
      notice: { kind: 'success', title: 'Disponibilités enregistrées' },
    })
    return result.reply ?? page(request, scene, result.form)
  },
})
