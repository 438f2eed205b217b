import { frenchDate } from '@maillage/kernel'
import { PROLONGATION_REASONS, type ProlongationReason, prolongationReasonLabels } from '@maillage/rules/pass-iae'
import {
  Button,
  ButtonGroup,
  DateField,
  Form,
  type FormState,
  HiddenField,
  InsetText,
  Radios,
  Select,
  TaskList,
  TextArea,
} from '@maillage/ui'
import { memberPage } from '../../../platform/http/page.ts'
import { type PageRequest, text } from '../../../platform/http/page-request.ts'
import { notFoundReply, type Reply, show } from '../../../platform/http/reply.ts'
import type { Member } from '../../../platform/http/slice.ts'
import { askProlongation } from '../commands/ask-prolongation.ts'
import { mayAskProlongation } from '../policy.ts'
import type { PassShown } from '../queries/pass-shown.ts'
import { prescriberTeams } from '../queries/prescriber-teams.ts'
import { structuresToName } from '../queries/structures-to-name.ts'
import { crumbsOf, datesIn, passGround } from './pass-ground.tsx'
import { doneWith } from './tool-notice.ts'

/** What the form says of each ground; the ground closed in 2021 is not offered. Who decides and for how long is for the rules to say. */
const GROUNDS: Readonly<Partial<Record<ProlongationReason, string>>> = {
  senior: 'Décidée par un prescripteur habilité, jusqu’à sept ans de parcours en tout.',
  'disabled-worker': 'Décidée par un prescripteur habilité, jusqu’à cinq ans de parcours en tout.',
  'particular-difficulties': 'Réservée aux ACI et aux AI, décidée par un prescripteur habilité pour un an au plus.',
  'training-to-complete': 'La structure qui emploie la personne prolonge elle-même, jusqu’à la fin de la formation.',
  'open-ended-inclusion-contract': 'La structure qui emploie la personne prolonge elle-même, à la signature du CDI inclusion.',
}
const OFFERED = PROLONGATION_REASONS.filter((reason) => reason in GROUNDS)
const BY_THE_STRUCTURE: readonly ProlongationReason[] = ['training-to-complete', 'open-ended-inclusion-contract']
const DATES = {
  lastDay: 'le dernier jour demandé',
  titleLast: 'la fin de validité du titre',
  trainingFirst: 'le premier jour de la formation',
  trainingLast: 'le dernier jour de la formation',
  contractSignedOn: 'le jour de signature',
} as const

interface Choices {
  readonly structures: readonly { readonly id: string; readonly label: string }[]
  readonly teams: readonly { readonly id: string; readonly label: string }[]
}

const isOffered = (reason: unknown): reason is ProlongationReason => OFFERED.some((each) => each === reason)

function groundsPage(shown: PassShown): Reply {
  const here = `/pass/${shown.pass.id}/prolonger`
  return show(
    'Prolonger le PASS IAE',
    <>
      <p class="govuk-caption-l">{shown.person.displayName}</p>
      <h1 class="govuk-heading-l">Pour quel motif prolonger le PASS IAE ?</h1>
      <InsetText>Le PASS IAE finit le {frenchDate(shown.summary.last)}. La prolongation commence le lendemain.</InsetText>
      <TaskList
        tasks={OFFERED.map((reason) => ({
          label: prolongationReasonLabels[reason],
          href: `${here}?motif=${reason}`,
          hint: GROUNDS[reason],
          state: { label: BY_THE_STRUCTURE.includes(reason) ? 'Immédiate' : 'Sur demande' },
        }))}
      />
    </>,
    { breadcrumb: crumbsOf(shown, 'Prolonger') },
  )
}

function GroundFields({ form, reason }: { readonly form: FormState; readonly reason: ProlongationReason }) {
  if (reason === 'disabled-worker')
    return <DateField form={form} name="titleLast" label="Fin de validité de la reconnaissance de travailleur handicapé" />
  if (reason === 'training-to-complete')
    return (
      <>
        <DateField form={form} name="trainingFirst" label="Premier jour de la formation" />
        <DateField form={form} name="trainingLast" label="Dernier jour de la formation" />
      </>
    )
  return reason === 'open-ended-inclusion-contract' ? (
    <DateField form={form} name="contractSignedOn" label="Jour de signature du CDI inclusion" />
  ) : null
}

function askPage(
  request: PageRequest<Member>,
  shown: PassShown,
  reason: ProlongationReason,
  { structures, teams }: Choices,
  form: FormState,
): Reply {
  const here = `/pass/${shown.pass.id}`
  const [only] = structures
  const open = reason === 'open-ended-inclusion-contract'
  const own = BY_THE_STRUCTURE.includes(reason)
  return show(
    'Prolonger le PASS IAE',
    <>
      <p class="govuk-caption-l">{shown.person.displayName}</p>
      <h1 class="govuk-heading-l">{own ? 'Prolonger le PASS IAE' : 'Demander une prolongation'}</h1>
      <InsetText>
        {prolongationReasonLabels[reason]}. {GROUNDS[reason]} Le PASS IAE finit le {frenchDate(shown.summary.last)}.
      </InsetText>
      <Form action={`${here}/prolonger?motif=${reason}`} csrf={request.csrf} requestId={request.formId} state={form}>
        <HiddenField name="reason" value={reason} />
        {structures.length === 1 && only ? (
          <HiddenField name="siaeId" value={only.id} />
        ) : (
          <Select
            form={form}
            name="siaeId"
            label="Structure qui demande"
            options={structures.map(({ id, label }) => ({ value: id, label }))}
          />
        )}
        <Radios
          form={form}
          name="relation"
          label="Lien de la structure avec la personne"
          choices={[
            { value: 'employs', label: 'Elle l’emploie' },
            { value: 'wishes-to-employ', label: 'Elle souhaite l’employer' },
          ]}
        />
        <GroundFields form={form} reason={reason} />
        {open ? null : <DateField form={form} name="lastDay" label="Dernier jour demandé" />}
        {own ? null : (
          <Select
            form={form}
            name="decidingUnitId"
            label="Prescripteur habilité qui décide"
            hint="Il lira l’identité de la personne, son PASS IAE et cette demande, jusqu’à sa réponse."
            options={teams.map(({ id, label }) => ({ value: id, label }))}
          />
        )}
        <TextArea
          form={form}
          name="explanation"
          label="Pourquoi cette prolongation"
          hint="Les besoins de la personne et ce que vous prévoyez. Aucune information médicale ou judiciaire."
          optional
          rows={4}
          limit={2000}
        />
        <ButtonGroup>
          <Button>{own ? 'Prolonger le PASS IAE' : 'Envoyer la demande'}</Button>
          <a class="govuk-link" href={`${here}/prolonger`}>
            Changer de motif
          </a>
        </ButtonGroup>
      </Form>
    </>,
    { errorCount: form.errors.length, breadcrumb: crumbsOf(shown, 'Prolonger') },
  )
}

const choicesOf = (request: PageRequest<Member>): Promise<Choices> =>
  request.read(async (ctx) => ({
    structures: await structuresToName(ctx),
    teams: await prescriberTeams(ctx, ctx.actor.hat.territoriesBy.operator ?? []),
  }))

/** Asks for more days: first the ground, then what it stands on. */
export const prolongPassPage = memberPage({
  path: '/pass/:id/prolonger',
  async get(request) {
    const shown = await passGround(request, mayAskProlongation)
    if (!shown) return notFoundReply
    const reason = request.query['motif']
    return isOffered(reason) ? askPage(request, shown, reason, await choicesOf(request), { values: {}, errors: [] }) : groundsPage(shown)
  },
  async post(request) {
    const shown = await passGround(request, mayAskProlongation)
    const reason = text(request.form, 'reason')
    if (!shown || !isOffered(reason)) return notFoundReply
    const dates = datesIn(request.form, DATES)
    const result = await request.submit(askProlongation, {
      input: {
        passId: shown.pass.id,
        siaeId: text(request.form, 'siaeId'),
        reason,
        relation: text(request.form, 'relation'),
        explanation: text(request.form, 'explanation'),
        decidingUnitId: text(request.form, 'decidingUnitId'),
        ...dates.iso,
      },
      errors: dates.errors,
      location: ({ passId }) => `/pass/${passId}`,
      notice: ({ state, toolObjections }) =>
        doneWith(state === 'prolonged' ? 'PASS IAE prolongé' : 'Demande de prolongation envoyée', toolObjections),
    })
    return result.reply ?? askPage(request, shown, reason, await choicesOf(request), result.form)
  },
})
