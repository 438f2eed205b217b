import { frenchDate, frenchLongDate, isoMonth, monthOf } from '@maillage/kernel'
import { Button, ButtonGroup, Form, type FormState, HiddenField, Radios, TextArea, TextField, Timeline } from '@maillage/ui'
import { memberPage } from '../../../platform/http/page.ts'
import { type PageRequest, text } from '../../../platform/http/page-request.ts'
import { recordId } from '../../../platform/http/record-id.ts'
import { notFoundReply, type Reply, show } from '../../../platform/http/reply.ts'
import type { Member } from '../../../platform/http/slice.ts'
import { logReading, type PersonCard, personCard } from '../../people/index.ts'
import { correctAttendance } from '../commands/correct-attendance.ts'
import { STATE_LABELS, saidInWords } from '../messages.fr.ts'
import { ATTENDANCE_STATES, placeKey, REASON_LIMIT } from '../model.ts'
import { mayCorrectAttendance } from '../policy.ts'
import { type AttendanceFound, findAttendance } from '../queries/find-attendance.ts'
import { MONTH_HREF } from './place-in-address.ts'

const HALF_CHOICES = [
  { value: '', label: 'Toute la journée' },
  { value: 'morning', label: 'Le matin' },
  { value: 'afternoon', label: 'L’après-midi' },
] as const

interface Shown {
  readonly found: AttendanceFound
  readonly card: PersonCard
}

const monthOfPlace = ({
  attendance: { worksiteId, day },
  siaeId,
}: Pick<AttendanceFound, 'siaeId'> & { attendance: Pick<AttendanceFound['attendance'], 'worksiteId' | 'day'> }) =>
  `${MONTH_HREF}?site=${placeKey({ siaeId, worksiteId })}&mois=${isoMonth(monthOf(day))}`

function correctForm(request: PageRequest<Member>, { found, card }: Shown, form: FormState): Reply {
  const { attendance, versions, siaeName, worksiteName } = found
  const back = monthOfPlace(found)
  return show(
    'Corriger une présence',
    <>
      <p class="govuk-caption-l">
        {card.displayName} · {worksiteName ?? siaeName}
      </p>
      <h1 class="govuk-heading-l">Corriger la présence du {frenchLongDate(attendance.day)}</h1>
      <Form action={`${MONTH_HREF}/${attendance.id}/corriger`} csrf={request.csrf} requestId={request.formId} state={form}>
        <HiddenField name="version" value={String(attendance.version)} />
        <Radios
          form={form}
          name="state"
          label="Ce qui est vrai"
          choices={[
            ...ATTENDANCE_STATES.map((value) => ({ value, label: STATE_LABELS[value] })),
            { value: 'withdrawn', label: 'Rien : noté par erreur' },
          ]}
        />
        <TextField form={form} name="lateMinutes" label="Retard, en minutes" suffix="min" width={3} inputmode="numeric" optional />
        <Radios form={form} name="half" label="Si la personne était absente" choices={HALF_CHOICES} optional />
        <TextArea
          form={form}
          name="reason"
          label="Pourquoi cette correction"
          hint="Sans motif d’absence ni maladie. Par exemple : feuille signée retrouvée, erreur de ligne."
          rows={3}
          limit={REASON_LIMIT}
        />
        <ButtonGroup>
          <Button>Enregistrer la correction</Button>
          <a class="govuk-link" href={back}>
            Ne rien corriger
          </a>
        </ButtonGroup>
      </Form>
      <h2 class="govuk-heading-m">Ce qui a été noté</h2>
      <Timeline
        events={versions.map((each) => ({
          date: each.notedOn,
          title: saidInWords(each),
          by: each.by ?? 'un ancien membre',
          ...(each.reason === null ? {} : { reason: each.reason }),
        }))}
      />
    </>,
    {
      errorCount: form.errors.length,
      breadcrumb: [
        { label: 'Accueil', href: '/' },
        { label: 'Présences', href: back },
        { label: `Corriger le ${frenchDate(attendance.day)}` },
      ],
    },
  )
}

async function shownOf(request: PageRequest<Member>): Promise<Shown | undefined> {
  const id = recordId(request.params['id'])
  if (id === undefined) return undefined
  return request.read(async (ctx) => {
    const found = await findAttendance(ctx, id)
    const card = found && (await personCard(ctx, found.attendance.personId))
    return found && card && { found, card }
  })
}

/** Corrects attendance after the day, with why; what was noted before stays below. */
export const correctAttendancePage = memberPage({
  path: `${MONTH_HREF}/:id/corriger`,
  allowed: mayCorrectAttendance,
  async get(request) {
    const shown = await shownOf(request)
    if (!shown) return notFoundReply
    logReading(request, shown.card.id)
    const { state, lateMinutes, half } = shown.found.attendance
    return correctForm(request, shown, {
      values: { state, lateMinutes: lateMinutes === null ? '' : String(lateMinutes), half: half ?? '' },
      errors: [],
    })
  },
  async post(request) {
    const shown = await shownOf(request)
    if (!shown) return notFoundReply
    const typed = (name: string) => text(request.form, name)
    const result = await request.submit(correctAttendance, {
      input: {
        attendanceId: shown.found.attendance.id,
        version: typed('version'),
        state: typed('state'),
        lateMinutes: typed('lateMinutes'),
        half: typed('half'),
        reason: typed('reason'),
      },
      location: monthOfPlace,
      notice: { kind: 'success', title: 'Présence corrigée' },
    })
    return result.reply ?? correctForm(request, shown, result.form)
  },
})
