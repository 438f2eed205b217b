import {
  type CalendarDate,
  frenchLongDate,
  frenchMonth,
  frenchNumber,
  isoMonth,
  monthOf,
  monthsLater,
  partsOf,
  weekday,
} from '@maillage/kernel'
import { ButtonGroup, EmptyState, Select, ViewForm } from '@maillage/ui'
import { memberPage } from '../../../platform/http/page.ts'
import type { PageRequest } from '../../../platform/http/page-request.ts'
import { notFoundReply, show } from '../../../platform/http/reply.ts'
import type { Member } from '../../../platform/http/slice.ts'
import { placeKey } from '../model.ts'
import { mayCorrectAttendance, mayNoteAttendance } from '../policy.ts'
import type { AttendanceLine } from '../queries/attendance-month.ts'
import { type AttendanceScene, attendanceScene } from './attendance-scene.ts'
import { LEGEND, letterOf, toSettle, totalsOf } from './attendance-words.ts'
import { nowhere } from './nowhere.tsx'
import { dayHref, MONTH_HREF, placeName } from './place-in-address.ts'
import { PlaceSelect } from './place-select.tsx'

/** Months that the list offers. */
const MONTHS_OFFERED = 13
const SUNDAY = 7
const SATURDAY = 6

const isRest = (on: CalendarDate): boolean => weekday(on) === SATURDAY || weekday(on) === SUNDAY
const days = (count: number) => frenchNumber(count, Number.isInteger(count) ? 0 : 1)

const Day = ({ line, on, corrects }: { readonly line: AttendanceLine; readonly on: CalendarDate; readonly corrects: boolean }) => {
  const noted = line.days.find((each) => each.day === on)
  if (!noted) return null
  const letter = letterOf(noted)
  return corrects ? (
    <a class="govuk-link" href={`${MONTH_HREF}/${noted.id}/corriger`}>
      {letter}
      <span class="govuk-visually-hidden">
        {' '}
        : corriger le {frenchLongDate(on)} de {line.name}
      </span>
    </a>
  ) : (
    letter
  )
}

const Grid = ({ scene, corrects }: { readonly scene: AttendanceScene; readonly corrects: boolean }) => (
  // A table of a whole month is wider than a phone: it slides in its own box, which the keyboard reaches too.
  // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that slides must be reached without a mouse.
  <section class="m-wide" aria-label="Présences, jour par jour" tabIndex={0}>
    <table class="m-grid">
      <caption class="m-caption">Présences jour par jour, {frenchMonth(scene.month)}</caption>
      <thead>
        <tr>
          <th scope="col">Personne</th>
          <th scope="col" class="m-grid-figure">
            Présent (jours)
          </th>
          <th scope="col" class="m-grid-figure">
            Retards
          </th>
          <th scope="col" class="m-grid-figure">
            Absent (jours)
          </th>
          {scene.days.map((on) => (
            <th key={on} scope="col" class={`m-grid-day${isRest(on) ? ' m-grid-rest' : ''}`}>
              {partsOf(on).day}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {scene.lines.map((line) => {
          const totals = totalsOf(line)
          return (
            <tr key={line.stayId}>
              <th scope="row" class="m-row-header">
                <a class="govuk-link" href={`/personnes/${line.personId}`}>
                  {line.name}
                </a>
                {toSettle(totals) === '' ? null : <div class="m-entry-about">{toSettle(totals)}</div>}
              </th>
              <td class="m-grid-figure">{days(totals.present)}</td>
              <td class="m-grid-figure">{totals.late === 0 ? '–' : totals.late}</td>
              <td class="m-grid-figure">{totals.absent === 0 ? '–' : days(totals.absent)}</td>
              {scene.days.map((on) => (
                <td key={on} class={`m-grid-day${isRest(on) ? ' m-grid-rest' : ''}`}>
                  <Day line={line} on={on} corrects={corrects} />
                </td>
              ))}
            </tr>
          )
        })}
      </tbody>
    </table>
  </section>
)

const Choice = ({ scene: { places, place, month, today } }: { readonly scene: AttendanceScene }) => (
  <ViewForm action={MONTH_HREF}>
    <PlaceSelect places={places} place={place} />
    <Select
      form={{ values: { mois: isoMonth(month) }, errors: [] }}
      name="mois"
      label="Mois"
      placeholder={null}
      options={Array.from({ length: MONTHS_OFFERED }, (_, back) => monthsLater(monthOf(today), -back)).map((each) => ({
        value: isoMonth(each),
        label: frenchMonth(each),
      }))}
    />
  </ViewForm>
)

function pageOf({ actor }: PageRequest<Member>, scene: AttendanceScene) {
  const { place, month, lines, today } = scene
  const asked = `site=${placeKey(place)}&mois=${isoMonth(month)}`
  const corrects = mayCorrectAttendance(actor)
  const noted = lines.some((line) => line.days.length > 0)
  return show(
    `Présences, ${frenchMonth(month)}`,
    <>
      <p class="govuk-caption-l">{placeName(place)}</p>
      <h1 class="govuk-heading-l">Présences, {frenchMonth(month)}</h1>
      <Choice scene={scene} />
      {noted ? (
        <>
          <p class="govuk-body">
            {LEGEND} Une case vide n’est pas notée. Aucun motif d’absence n’est demandé à l’encadrement.
            {corrects ? ' Ouvrez une case pour la corriger.' : ''}
          </p>
          <Grid scene={scene} corrects={corrects} />
        </>
      ) : (
        <EmptyState
          title={lines.length === 0 ? 'Personne sur ce site ce mois-là' : 'Rien n’est noté ce mois-là'}
          action={{ label: 'Noter l’équipe du jour', href: dayHref(place, today) }}
        >
          Les présences notées chaque jour se rangent ici, sans autre saisie.
        </EmptyState>
      )}
      <ButtonGroup>
        <a class="govuk-link" href={dayHref(place, today)}>
          Équipe du jour
        </a>
        {noted ? (
          <a class="govuk-link" href={`${MONTH_HREF}.csv?${asked}`} download>
            Exporter les présences
          </a>
        ) : null}
      </ButtonGroup>
    </>,
    {
      wide: true,
      breadcrumb: [
        { label: 'Accueil', href: '/' },
        { label: 'Équipe du jour', href: dayHref(place, today) },
        { label: frenchMonth(month) },
      ],
    },
  )
}

/** Who was there, day by day, in the month of a place. */
export const attendanceMonthPage = memberPage({
  path: MONTH_HREF,
  allowed: mayNoteAttendance,
  async get(request) {
    const scene = await attendanceScene(request)
    if (scene === 'nowhere') return nowhere('Présences')
    return scene ? pageOf(request, scene) : notFoundReply
  },
})
