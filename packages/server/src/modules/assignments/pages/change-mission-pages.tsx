import { frenchDate } from '@maillage/kernel'
import { Button, ButtonGroup, DateField, dateFieldValues, emptyForm, Form, type FormState, HiddenField, Select } from '@maillage/ui'
import type { ComponentChildren } from 'preact'
import { dateInput } from '../../../platform/http/date-input.ts'
import { memberPage } from '../../../platform/http/page.ts'
import { type PageRequest, text } from '../../../platform/http/page-request.ts'
import { recordId } from '../../../platform/http/record-id.ts'
import { notFoundReply, type Reply, show } from '../../../platform/http/reply.ts'
import type { Member } from '../../../platform/http/slice.ts'
import { cancelMission } from '../commands/cancel-mission.ts'
import { moveMissionEnd } from '../commands/move-mission-end.ts'
import { recordMissionPapers } from '../commands/record-mission-papers.ts'
import { END_REASON_LABELS } from '../messages.fr.ts'
import { END_REASONS } from '../model.ts'
import { mayPlace } from '../policy.ts'
import { type MissionLine, missionCard } from '../queries/mission-register.ts'
import { MISSIONS, missionTrail } from './placement-trail.ts'

const missionIn = async (request: PageRequest<Member>): Promise<MissionLine | undefined> => {
  const id = recordId(request.params['id'])
  const mission = id === undefined ? undefined : await request.read((ctx) => missionCard(ctx, id))
  return mission?.cancelled ? undefined : mission
}

interface Shown {
  readonly title: string
  readonly way: string
  readonly button: string
  readonly warns?: boolean
  readonly children: ComponentChildren
}

/** A form of one theme about a mission. */
function missionForm(
  request: PageRequest<Member>,
  mission: MissionLine,
  form: FormState,
  { title, way, button, warns = false, children }: Shown,
): Reply {
  const back = `${MISSIONS}/${mission.id}`
  return show(
    title,
    <>
      <p class="govuk-caption-l">
        {mission.personName}, {mission.clientName}
      </p>
      <h1 class="govuk-heading-l">{title}</h1>
      <Form action={`${back}/${way}`} csrf={request.csrf} requestId={request.formId} state={form}>
        <HiddenField name="version" value={String(mission.version)} />
        {children}
        <ButtonGroup>
          <Button kind={warns ? 'warning' : 'primary'}>{button}</Button>
          <a class="govuk-link" href={back}>
            Ne rien changer
          </a>
        </ButtonGroup>
      </Form>
    </>,
    { errorCount: form.errors.length, breadcrumb: missionTrail({ label: mission.personName ?? 'Mission', href: back }, { label: title }) },
  )
}

const endForm = (request: PageRequest<Member>, mission: MissionLine, form: FormState) =>
  missionForm(request, mission, form, {
    title: 'Prolonger ou terminer la mission',
    way: 'fin',
    button: 'Enregistrer',
    children: (
      <>
        <p class="govuk-body">
          Commencée le {frenchDate(mission.firstDay)},{' '}
          {mission.lastDay === null ? 'sans dernier jour prévu' : `jusqu’au ${frenchDate(mission.lastDay)}`}.
        </p>
        <DateField form={form} name="lastDay" label="Nouveau dernier jour" />
        <Select
          form={form}
          name="reason"
          label="Motif, si la mission finit avant le jour prévu"
          options={END_REASONS.map((value) => ({ value, label: END_REASON_LABELS[value] }))}
          optional
        />
      </>
    ),
  })

/** A mission is extended, or ends. */
export const missionEndPage = memberPage({
  path: `${MISSIONS}/:id/fin`,
  allowed: mayPlace,
  async get(request) {
    const mission = await missionIn(request)
    return mission ? endForm(request, mission, emptyForm) : notFoundReply
  },
  async post(request) {
    const mission = await missionIn(request)
    if (!mission) return notFoundReply
    const lastDay = dateInput(request.form, 'lastDay', 'le dernier jour')
    const result = await request.submit(moveMissionEnd, {
      input: {
        assignmentId: mission.id,
        version: text(request.form, 'version'),
        lastDay: lastDay.iso,
        reason: text(request.form, 'reason'),
      },
      errors: lastDay.errors,
      location: ({ id }) => `${MISSIONS}/${id}`,
      notice: { kind: 'success', title: 'Fin de la mission enregistrée' },
    })
    return result.reply ?? endForm(request, mission, result.form)
  },
})

const papersForm = (request: PageRequest<Member>, mission: MissionLine, form: FormState) =>
  missionForm(request, mission, form, {
    title: 'Dates des contrats',
    way: 'contrats',
    button: 'Enregistrer les dates',
    children: (
      <>
        <DateField form={form} name="agreementSignedOn" label="Contrat de mise à disposition signé avec le client le" optional />
        {mission.kind === 'ETTI' ? (
          <DateField form={form} name="contractGivenOn" label="Contrat de mission remis à la personne le" optional />
        ) : null}
      </>
    ),
  })

/** When the papers of a mission were signed and given. */
export const missionPapersPage = memberPage({
  path: `${MISSIONS}/:id/contrats`,
  allowed: mayPlace,
  async get(request) {
    const mission = await missionIn(request)
    if (!mission) return notFoundReply
    const { agreementSignedOn, contractGivenOn } = mission
    const values = {
      ...(agreementSignedOn === null ? {} : dateFieldValues('agreementSignedOn', agreementSignedOn)),
      ...(contractGivenOn === null ? {} : dateFieldValues('contractGivenOn', contractGivenOn)),
    }
    return papersForm(request, mission, { values, errors: [] })
  },
  async post(request) {
    const mission = await missionIn(request)
    if (!mission) return notFoundReply
    const [agreement, contract] = [
      dateInput(request.form, 'agreementSignedOn', 'la date de signature'),
      dateInput(request.form, 'contractGivenOn', 'la date de remise'),
    ]
    const result = await request.submit(recordMissionPapers, {
      input: {
        assignmentId: mission.id,
        version: text(request.form, 'version'),
        agreementSignedOn: agreement.iso ?? null,
        contractGivenOn: contract.iso ?? null,
      },
      errors: [...agreement.errors, ...contract.errors],
      location: ({ id }) => `${MISSIONS}/${id}`,
      notice: { kind: 'success', title: 'Dates enregistrées' },
    })
    return result.reply ?? papersForm(request, mission, result.form)
  },
})

const cancelForm = (request: PageRequest<Member>, mission: MissionLine, form: FormState) =>
  missionForm(request, mission, form, {
    title: 'Annuler la mission',
    way: 'annuler',
    button: 'Annuler cette mission',
    warns: true,
    children: (
      <p class="govuk-body">
        Une mission s’annule quand elle n’a pas eu lieu. Elle ne revient pas ; sa trace reste. La demande du client n’est pas changée.
      </p>
    ),
  })

/** A mission that did not take place. */
export const cancelMissionPage = memberPage({
  path: `${MISSIONS}/:id/annuler`,
  allowed: mayPlace,
  async get(request) {
    const mission = await missionIn(request)
    return mission ? cancelForm(request, mission, emptyForm) : notFoundReply
  },
  async post(request) {
    const mission = await missionIn(request)
    if (!mission) return notFoundReply
    const result = await request.submit(cancelMission, {
      input: { assignmentId: mission.id, version: text(request.form, 'version') },
      location: () => MISSIONS,
      notice: { kind: 'success', title: 'Mission annulée' },
    })
    return result.reply ?? cancelForm(request, mission, result.form)
  },
})
