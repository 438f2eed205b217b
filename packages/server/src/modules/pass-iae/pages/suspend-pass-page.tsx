import { frenchDate } from '@maillage/kernel'
import { SUSPENSION_REASONS, sensitivityOfSuspension, suspensionReasonLabels } from '@maillage/rules/pass-iae'
import { Button, ButtonGroup, DateField, Form, type FormState, HiddenField, InsetText, Radios, Select } from '@maillage/ui'
import type { z } from 'zod'
import type { Command } from '../../../platform/command/command.ts'
import type { Page } from '../../../platform/http/page.ts'
import { memberPage } from '../../../platform/http/page.ts'
import { type PageRequest, text } from '../../../platform/http/page-request.ts'
import { notFoundReply, type Reply, show } from '../../../platform/http/reply.ts'
import type { Member } from '../../../platform/http/slice.ts'
import type { RecordedSuspensionOfPass } from '../commands/suspend-pass.ts'
import { mayAct } from '../policy.ts'
import type { PassShown } from '../queries/pass-shown.ts'
import { structuresToName } from '../queries/structures-to-name.ts'
import { crumbsOf, datesIn, passGround } from './pass-ground.tsx'
import { doneWith } from './tool-notice.ts'

// Those of today; the older ones told an illness or a sentence, and are read only.
const OFFERED = SUSPENSION_REASONS.filter(
  (reason) => sensitivityOfSuspension(reason) === 'ordinary' && reason !== 'trial-outside-iae' && reason !== 'force-majeure',
)

type Structures = readonly { readonly id: string; readonly label: string }[]

function Structure({ form, structures }: { readonly form: FormState; readonly structures: Structures }) {
  const [only] = structures
  if (structures.length === 1 && only) return <HiddenField name="siaeId" value={only.id} />
  return (
    <Select
      form={form}
      name="siaeId"
      label="Structure dont le contrat est suspendu, rompu ou terminé"
      options={structures.map(({ id, label }) => ({ value: id, label }))}
    />
  )
}

function suspensionPage(request: PageRequest<Member>, shown: PassShown, structures: Structures, form: FormState): Reply {
  const { person, summary } = shown
  return show(
    'Suspendre le PASS IAE',
    <>
      <p class="govuk-caption-l">{person.displayName}</p>
      <h1 class="govuk-heading-l">Suspendre le PASS IAE</h1>
      <InsetText>
        Le PASS IAE va du {frenchDate(summary.first)} au {frenchDate(summary.last)}. Chaque jour de suspension recule d’un jour son dernier
        jour. Une embauche dans une structure met fin à la suspension.
      </InsetText>
      <Form action={`/pass/${summary.id}/suspendre`} csrf={request.csrf} requestId={request.formId} state={form}>
        <Structure form={form} structures={structures} />
        <Radios
          form={form}
          name="reason"
          label="Motif"
          hint="N’écrivez jamais la raison médicale ou judiciaire : le contrat suspendu suffit."
          choices={OFFERED.map((value) => ({ value, label: suspensionReasonLabels[value] }))}
        />
        <DateField form={form} name="firstDay" label="Premier jour de la suspension" />
        <DateField
          form={form}
          name="lastDay"
          label="Dernier jour de la suspension"
          hint="Laissez vide si la reprise n’est pas connue."
          optional
        />
        <ButtonGroup>
          <Button>Suspendre le PASS IAE</Button>
          <a class="govuk-link" href={`/pass/${summary.id}`}>
            Ne pas suspendre
          </a>
        </ButtonGroup>
      </Form>
    </>,
    { errorCount: form.errors.length, breadcrumb: crumbsOf(shown, 'Suspendre') },
  )
}

/**
 * The form that suspends a right. The command is given: the slice that knows the stays checks that the person works nowhere else.
 * @example pages: [suspendPassPage(suspendPass)]
 */
export function suspendPassPage<Schema extends z.ZodType>(suspend: Command<Schema, RecordedSuspensionOfPass>): Page {
  return memberPage({
    path: '/pass/:id/suspendre',
    async get(request) {
      const shown = await passGround(request, mayAct)
      if (!shown) return notFoundReply
      return suspensionPage(request, shown, await request.read(structuresToName), { values: {}, errors: [] })
    },
    async post(request) {
      const shown = await passGround(request, mayAct)
      if (!shown) return notFoundReply
      const dates = datesIn(request.form, { firstDay: 'le premier jour', lastDay: 'le dernier jour' })
      const result = await request.submit(suspend, {
        input: {
          passId: shown.pass.id,
          siaeId: text(request.form, 'siaeId'),
          reason: text(request.form, 'reason'),
          firstDay: dates.iso.firstDay ?? undefined,
          lastDay: dates.iso.lastDay,
        },
        errors: dates.errors,
        location: ({ passId }) => `/pass/${passId}`,
        notice: ({ toolObjections }) => doneWith('PASS IAE suspendu', toolObjections),
      })
      return result.reply ?? suspensionPage(request, shown, await request.read(structuresToName), result.form)
    },
  })
}
