import {
  Button,
  ButtonGroup,
  DateField,
  dateFieldValues,
  Form,
  type FormState,
  HiddenField,
  TextArea,
  TextField,
  typedValue,
} from '@maillage/ui'
import { dateInput } from '../../../platform/http/date-input.ts'
import { memberPage } from '../../../platform/http/page.ts'
import { type PageRequest, text } from '../../../platform/http/page-request.ts'
import { recordId } from '../../../platform/http/record-id.ts'
import { notFoundReply, type Reply, show } from '../../../platform/http/reply.ts'
import type { Member } from '../../../platform/http/slice.ts'
import { type PersonCard, personCard } from '../../people/index.ts'
import { recordMeeting } from '../commands/record-meeting.ts'
import { ExpectedStep } from '../components/expected-step.tsx'
import { expectedIn } from '../expected-in.ts'
import { TEXT_LIMIT } from '../model.ts'
import { AGREED_LIMIT } from '../model-meetings.ts'
import { mayAccompany } from '../policy.ts'
import type { WaitingStep } from '../queries/waiting-step.ts'

function meetingForm(request: PageRequest<Member>, { id, displayName }: PersonCard, form: FormState, expected?: WaitingStep): Reply {
  const acts = `/personnes/${id}/actes`
  return show(
    'Noter une rencontre tripartite',
    <>
      <p class="govuk-caption-l">{displayName}</p>
      <h1 class="govuk-heading-l">Noter une rencontre tripartite</h1>
      <ExpectedStep expected={expected} />
      <Form action={`${acts}/rencontre`} csrf={request.csrf} requestId={request.formId} state={form}>
        <p class="govuk-body">
          Lue, comme les autres actes, par les référents de votre organisation. Ce que vous en pensez pour vous seul(e) s’écrit ensuite,
          dans une note de travail.
        </p>
        <DateField form={form} name="happenedOn" label="Date de la rencontre" />
        <TextField form={form} name="minutes" label="Durée, en minutes" suffix="min" width={3} inputmode="numeric" optional />
        <TextArea
          form={form}
          name="participants"
          label="Qui était là"
          hint="Avec la personne et vous, un participant par ligne : sa fonction, son organisation, son nom s’il est utile, séparés par des virgules. Par exemple : Encadrante technique, Les Jardins. Jamais une autre personne accompagnée."
          rows={4}
        />
        <TextArea
          form={form}
          name="purpose"
          label="La question posée"
          hint="En deux phrases. Ni maladie, ni peine, ni jugement : la personne peut demander à les lire."
          rows={3}
          limit={TEXT_LIMIT}
        />
        <TextArea form={form} name="agreed" label="Ce qui a été convenu" rows={4} limit={AGREED_LIMIT} />
        <TextArea form={form} name="nextStep" label={'Et ensuite\u202f?'} rows={2} limit={TEXT_LIMIT} optional />
        <DateField form={form} name="nextOn" label="Date de la suite" optional />
        <TextField form={form} name="nextAt" label="Heure de la suite" hint="Par exemple 14 h 30" width={5} optional />
        <HiddenField name="followsId" value={typedValue(form, 'followsId')} />
        <ButtonGroup>
          <Button>Noter cette rencontre</Button>
          <a class="govuk-link" href={acts}>
            Ne rien noter
          </a>
        </ButtonGroup>
      </Form>
    </>,
    {
      errorCount: form.errors.length,
      breadcrumb: [
        { label: 'Personnes', href: '/personnes' },
        { label: displayName, href: `/personnes/${id}` },
        { label: 'Accompagnement', href: acts },
        { label: 'Rencontre tripartite' },
      ],
    },
  )
}

async function personOf(request: PageRequest<Member>): Promise<PersonCard | undefined> {
  const id = recordId(request.params['id'])
  return id === undefined ? undefined : request.read((ctx) => personCard(ctx, id))
}

/** Notes a meeting of the person with those who accompany them: the fields that no other act has are asked here only. */
export const recordMeetingPage = memberPage({
  path: '/personnes/:id/actes/rencontre',
  allowed: mayAccompany,
  async get(request) {
    const card = await personOf(request)
    if (!card || card.diedOn !== null) return notFoundReply
    const today = await request.read(({ today }) => Promise.resolve(today))
    const step = await expectedIn(request, card.id)
    const values = { ...(step ? { followsId: step.actId } : {}), ...dateFieldValues('happenedOn', today) }
    return meetingForm(request, card, { values, errors: [] }, step)
  },
  async post(request) {
    const card = await personOf(request)
    if (!card) return notFoundReply
    const [happenedOn, nextOn] = [
      dateInput(request.form, 'happenedOn', 'la date de la rencontre'),
      dateInput(request.form, 'nextOn', 'la date de la suite'),
    ]
    const result = await request.submit(recordMeeting, {
      input: {
        personId: card.id,
        happenedOn: happenedOn.iso,
        minutes: text(request.form, 'minutes'),
        participants: text(request.form, 'participants'),
        purpose: text(request.form, 'purpose'),
        agreed: text(request.form, 'agreed'),
        nextStep: text(request.form, 'nextStep'),
        nextOn: nextOn.iso ?? null,
        nextAt: text(request.form, 'nextAt'),
        followsId: recordId(text(request.form, 'followsId')) ?? null,
      },
      errors: [...happenedOn.errors, ...nextOn.errors],
      location: ({ personId }) => `/personnes/${personId}/actes`,
      notice: { kind: 'success', title: 'Rencontre tripartite notée' },
    })
    return result.reply ?? meetingForm(request, card, result.form)
  },
})
