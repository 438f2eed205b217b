import { addDays, type CalendarDate, frenchDate, frenchLongDate, isoDate } from '@maillage/kernel'
import { ButtonGroup, EmptyState } from '@maillage/ui'
import { memberPage } from '../../../platform/http/page.ts'
import { notFoundReply, show } from '../../../platform/http/reply.ts'
import { placeKey } from '../model.ts'
import { mayNoteAttendance } from '../policy.ts'
import { teamOfDay } from '../queries/team-of-day.ts'
import { nowhere } from './nowhere.tsx'
import { dayAsked, dayHref, MONTH_HREF, mondayOf, placeAsked, placeName } from './place-in-address.ts'

/** Monday to Friday; a Saturday worked is written by hand on the last lines. */
const DAYS = 5
/** The sheet of next week is printed before it begins. */
const AHEAD = 7
/** Lines left empty, for who comes without being expected. */
const BLANK_LINES = 3

const Signed = ({ days }: { readonly days: readonly CalendarDate[] }) => (
  <>
    {days.map((on) => (
      <td key={on} />
    ))}
  </>
)

/** The attendance sheet of a week on paper: each person signs each day, the supervisor signs below. */
export const attendanceSheetPage = memberPage({
  path: `${MONTH_HREF}/feuille`,
  allowed: mayNoteAttendance,
  async get(request) {
    const found = await request.read(async (ctx) => {
      const on = dayAsked(request, ctx.today, AHEAD)
      const { places, place } = await placeAsked(ctx, request, on)
      if (!place) return places.length === 0 ? 'nowhere' : undefined
      return { place, on, today: ctx.today, team: (await teamOfDay(ctx, place, on)).filter(({ expected }) => expected) }
    })
    if (found === 'nowhere') return nowhere('Feuille de présence')
    if (!found) return notFoundReply
    const { place, on, today, team } = found
    const monday = mondayOf(on)
    const days = Array.from({ length: DAYS }, (_, rank) => addDays(monday, rank))
    const week = (away: number) => `${MONTH_HREF}/feuille?site=${placeKey(place)}&jour=${isoDate(addDays(on, away))}`
    return show(
      'Feuille de présence',
      <>
        <p class="govuk-caption-l">{placeName(place)}</p>
        <h1 class="govuk-heading-l">Feuille de présence</h1>
        <p class="govuk-body">
          Semaine du {frenchDate(monday)} au {frenchDate(addDays(monday, DAYS - 1))}. Chaque personne signe chaque jour. En cas de retard,
          écrivez l’heure d’arrivée ; en cas d’absence, barrez la case, sans motif.
        </p>
        <p class="govuk-body m-around">
          <a class="govuk-link" href={week(-AHEAD)}>
            ← Semaine d’avant
          </a>
          {on <= today ? (
            <>
              {' · '}
              <a class="govuk-link" href={week(AHEAD)}>
                Semaine d’après →
              </a>
            </>
          ) : null}
        </p>
        {team.length === 0 ? (
          <EmptyState title="Personne n’est attendu ici cette semaine-là">L’équipe vient des contrats en cours sur ce site.</EmptyState>
        ) : (
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that slides must be reached without a mouse.
          <section class="m-wide" aria-label="Feuille à signer" tabIndex={0}>
            <table class="m-grid m-sheet">
              <caption class="govuk-visually-hidden">Feuille à signer, une colonne par jour</caption>
              <thead>
                <tr>
                  <th scope="col">Personne</th>
                  {days.map((each) => (
                    <th key={each} scope="col">
                      {frenchLongDate(each).replace(/\s\S+\s\d{4}$/u, '')}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {team.map(({ stayId, name }) => (
                  <tr key={stayId}>
                    <th scope="row" class="m-row-header">
                      {name}
                    </th>
                    <Signed days={days} />
                  </tr>
                ))}
                {Array.from({ length: BLANK_LINES }, (_, rank) => (
                  <tr key={rank}>
                    <th scope="row" class="m-row-header">
                      <span class="govuk-visually-hidden">Autre personne</span>
                    </th>
                    <Signed days={days} />
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
        )}
        <div class="m-signed">
          <p class="govuk-body">Pour l’encadrement, nom et signature :</p>
          <p class="m-signature" />
        </div>
        <ButtonGroup>
          <a class="govuk-link m-around" href={dayHref(place, on)}>
            Équipe du jour
          </a>
        </ButtonGroup>
      </>,
      {
        wide: true,
        breadcrumb: [{ label: 'Accueil', href: '/' }, { label: 'Équipe du jour', href: dayHref(place, on) }, { label: 'Feuille' }],
      },
    )
  },
})
