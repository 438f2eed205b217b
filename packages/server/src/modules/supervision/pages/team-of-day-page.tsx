import { addDays, type CalendarDate, frenchLongDate, isoDate, isoMonth, monthOf, plural } from '@maillage/kernel'
import {
  Button,
  ButtonGroup,
  EmptyState,
  ErrorSummary,
  emptyForm,
  Form,
  type FormState,
  HiddenField,
  InsetText,
  Roll,
  Select,
  Taps,
  ViewForm,
} from '@maillage/ui'
import { memberPage } from '../../../platform/http/page.ts'
import { type PageRequest, type SubmitRequest, text } from '../../../platform/http/page-request.ts'
import { recordId } from '../../../platform/http/record-id.ts'
import { notFoundReply, type Reply, show } from '../../../platform/http/reply.ts'
import type { Member } from '../../../platform/http/slice.ts'
import { noteAttendance } from '../commands/note-attendance.ts'
import { noteWholeTeam } from '../commands/note-whole-team.ts'
import { STATE_LABELS, saidInWords } from '../messages.fr.ts'
import { type Attendance, placeKey } from '../model.ts'
import { isStillOpen, mayCorrectAttendance, mayNoteAttendance, maySeeSkills, mayTellCounsellor } from '../policy.ts'
import type { OpenPlace } from '../queries/places-of-day.ts'
import { type TeamMember, teamOfDay } from '../queries/team-of-day.ts'
import { messagesHref } from './messages-in-address.ts'
import { nowhere } from './nowhere.tsx'
import { DAY_HREF, dayAsked, dayHref, lineId, MONTH_HREF, placeAsked, placeName } from './place-in-address.ts'
import { PlaceSelect } from './place-select.tsx'
import { seeSkillHref } from './skills-in-address.ts'

const STATES = [
  { value: 'present', label: STATE_LABELS.present, tone: 'positive' },
  { value: 'late', label: STATE_LABELS.late, tone: 'attention' },
  { value: 'absent', label: STATE_LABELS.absent, tone: 'alert' },
] as const
const MINUTES = [5, 10, 15, 20, 30, 45, 60, 90].map((minutes) => ({ value: String(minutes), label: `${minutes}\u00a0min` }))
const PARTS = [
  { value: '', label: 'Journée' },
  { value: 'morning', label: 'Matin' },
  { value: 'afternoon', label: 'Après-midi' },
] as const
/** Days that the list offers: two weeks, for what was noted on paper first. */
const DAYS_OFFERED = 14

interface Scene {
  readonly places: readonly OpenPlace[]
  readonly place: OpenPlace
  readonly on: CalendarDate
  readonly today: CalendarDate
  readonly team: readonly TeamMember[]
}

type Asked = PageRequest<Member>

const noted = ({ attendance }: TeamMember): Attendance | null => (attendance?.state === 'withdrawn' ? null : attendance)

async function sceneOf(request: Asked): Promise<Scene | 'nowhere' | undefined> {
  return request.read(async (ctx) => {
    const on = dayAsked(request, ctx.today)
    const { places, place } = await placeAsked(ctx, request, on)
    if (!place) return places.length === 0 ? 'nowhere' : undefined
    return { places, place, on, today: ctx.today, team: await teamOfDay(ctx, place, on) }
  })
}

interface LineProps {
  readonly request: Asked
  readonly scene: Scene
  readonly member: TeamMember
}

/** A question about somebody, that one press answers. */
const Question = ({
  request,
  scene,
  member,
  more = {},
  ...taps
}: LineProps & { readonly more?: Readonly<Record<string, string>> } & Parameters<typeof Taps>[0]) => (
  <Form action={dayHref(scene.place, scene.on)} csrf={request.csrf} state={emptyForm}>
    <HiddenField name="stayId" value={member.stayId} />
    {Object.entries(more).map(([name, value]) => (
      <HiddenField key={name} name={name} value={value} />
    ))}
    <Taps {...taps} />
  </Form>
)

/** What is still to be said once somebody is late or absent: how long, which half. Never why. */
const Precisely = (line: LineProps) => {
  const said = noted(line.member)
  if (said?.state === 'late')
    return (
      <Question
        {...line}
        more={{ state: 'late' }}
        name="lateMinutes"
        label="De combien ? (facultatif)"
        shown
        taps={MINUTES}
        pressed={said.lateMinutes === null ? undefined : String(said.lateMinutes)}
      />
    )
  if (said?.state === 'absent')
    return <Question {...line} more={{ state: 'absent' }} name="half" label="Quand ?" shown taps={PARTS} pressed={said.half ?? ''} />
  return null
}

const Line = (line: LineProps) => {
  const { request, scene, member } = line
  const said = noted(member)
  const open = member.attendance === null || isStillOpen(member.attendance, scene.today)
  return (
    <>
      {member.constraints.map((sentence) => (
        <p class="m-roll-note" key={sentence}>
          <strong>À prévoir :</strong> {sentence}
        </p>
      ))}
      {member.answered ? (
        <p class="m-roll-note">
          <a class="govuk-link" href={messagesHref(member.personId)}>
            Réponse de la CIP<span class="govuk-visually-hidden"> pour {member.name}</span>
          </a>
        </p>
      ) : null}
      {member.covered ? null : (
        <p class="m-roll-note">
          <strong>Présence sans contrat ce jour-là :</strong> prévenez la paie ou la direction, qui enregistre le contrat.
        </p>
      )}
      {open ? (
        <>
          <Question {...line} name="state" label={`Présence de ${member.name}`} taps={STATES} pressed={said?.state} />
          <Precisely {...line} />
          <div class="m-roll-more">
            {maySeeSkills(request.actor) ? (
              <a class="govuk-link" href={seeSkillHref(member.personId)}>
                Compétence vue<span class="govuk-visually-hidden"> de {member.name}</span>
              </a>
            ) : null}
            {mayTellCounsellor(request.actor) ? (
              <a class="govuk-link" href={messagesHref(member.personId)}>
                À dire à la CIP<span class="govuk-visually-hidden"> de {member.name}</span>
              </a>
            ) : null}
            {said === null ? null : (
              <Form action={dayHref(scene.place, scene.on)} csrf={request.csrf} state={emptyForm}>
                <HiddenField name="stayId" value={member.stayId} />
                <button class="m-entry-more" type="submit" name="state" value="withdrawn">
                  Effacer<span class="govuk-visually-hidden"> ce qui est noté pour {member.name}</span>
                </button>
              </Form>
            )}
          </div>
        </>
      ) : (
        <p class="govuk-body">
          {saidInWords(member.attendance ?? { state: 'withdrawn', lateMinutes: null, half: null })}
          {mayCorrectAttendance(request.actor) && member.attendance ? (
            <>
              {' · '}
              <a class="govuk-link" href={`${MONTH_HREF}/${member.attendance.id}/corriger`}>
                Corriger<span class="govuk-visually-hidden"> la présence de {member.name}</span>
              </a>
            </>
          ) : null}
        </p>
      )}
    </>
  )
}

/** Who is there, counted. */
function Summary({ shown }: { readonly shown: readonly TeamMember[] }) {
  const count = (state: Attendance['state']) => shown.filter((member) => noted(member)?.state === state).length
  const waiting = shown.filter((member) => noted(member) === null).length
  return (
    <p class="govuk-body" role="status">
      <strong>{plural(shown.length, 'personne')}</strong>
      {' : '}
      {[
        plural(count('present'), 'présente'),
        plural(count('late'), 'en retard', 'en retard'),
        plural(count('absent'), 'absente'),
        ...(waiting > 0 ? [`${waiting} à noter`] : []),
      ].join(', ')}
      .
    </p>
  )
}

/** Somebody who came without being expected: the fact is noted, whatever the contract says. */
const Others = ({ request, scene, others }: { readonly request: Asked; readonly scene: Scene; readonly others: readonly TeamMember[] }) =>
  others.length === 0 ? null : (
    <section aria-labelledby="autre">
      <h2 class="govuk-heading-m" id="autre">
        Quelqu’un d’autre est venu ?
      </h2>
      <Form action={dayHref(scene.place, scene.on)} csrf={request.csrf} state={emptyForm}>
        <HiddenField name="state" value="present" />
        <Select
          form={emptyForm}
          name="stayId"
          label="Personne"
          hint="Attendue ailleurs, ou sans contrat ce jour-là : sa présence se note quand même."
          options={others.map(({ stayId, name, covered }) => ({
            value: stayId,
            label: covered ? name : `${name} (sans contrat ce jour-là)`,
          }))}
        />
        <Button kind="secondary">Noter sa présence</Button>
      </Form>
    </section>
  )

function pageOf(request: Asked, scene: Scene, form: FormState): Reply {
  const { place, places, on, today, team } = scene
  const shown = team.filter((member) => member.expected || noted(member) !== null)
  const waiting = shown.filter(({ expected, attendance }) => expected && attendance === null).length
  const under = (path: string, more: string) => `${MONTH_HREF}${path}?site=${placeKey(place)}&${more}`
  const days = Array.from({ length: DAYS_OFFERED }, (_, back) => addDays(today, -back))
  return show(
    'Équipe du jour',
    <>
      <p class="govuk-caption-l">{placeName(place)}</p>
      <h1 class="govuk-heading-l">
        Équipe du jour <span class="govuk-caption-m">{frenchLongDate(on)}</span>
      </h1>
      <ErrorSummary state={form} unlinked />
      <ViewForm action={DAY_HREF}>
        <PlaceSelect places={places} place={place} />
        <Select
          form={{ values: { jour: isoDate(on) }, errors: [] }}
          name="jour"
          label="Jour"
          placeholder={null}
          options={[...new Set([...days, on])].map((each) => ({
            value: isoDate(each),
            label: each === today ? `Aujourd’hui, ${frenchLongDate(each)}` : frenchLongDate(each),
          }))}
        />
      </ViewForm>
      {shown.length === 0 ? (
        <EmptyState title="Personne n’est attendu ici ce jour-là">
          L’équipe vient des contrats en cours sur ce site. Choisissez un autre site, ou demandez à la personne chargée de la paie
          d’indiquer le site sur les contrats.
        </EmptyState>
      ) : (
        <>
          <Summary shown={shown} />
          {waiting > 0 ? (
            <Form action={dayHref(place, on)} csrf={request.csrf} state={emptyForm}>
              <Button name="tous" value="present">
                Tout le monde est présent
              </Button>
              <p class="govuk-hint">
                {waiting === shown.length
                  ? 'Corrigez ensuite les exceptions.'
                  : `Note les ${waiting} sans réponse ; le reste ne change pas.`}
              </p>
            </Form>
          ) : null}
          {on < today ? (
            <InsetText>
              Ce qui est noté se change jusqu’au soir du jour où on le note. Après, la paie ou la direction le corrige, avec une raison.
            </InsetText>
          ) : null}
          <Roll
            label="Équipe"
            lines={shown.map((member) => ({
              id: lineId(member.stayId),
              title: (
                <a class="govuk-link" href={`/personnes/${member.personId}`}>
                  {member.name}
                </a>
              ),
              children: <Line request={request} scene={scene} member={member} />,
            }))}
          />
        </>
      )}
      <Others request={request} scene={scene} others={team.filter((member) => !shown.includes(member))} />
      <ButtonGroup>
        <a class="govuk-link" href={under('', `mois=${isoMonth(monthOf(on))}`)}>
          Présences du mois
        </a>
        <a class="govuk-link" href={under('/feuille', `jour=${isoDate(on)}`)}>
          Feuille de la semaine, à signer
        </a>
      </ButtonGroup>
    </>,
    { errorCount: form.errors.length, breadcrumb: [{ label: 'Accueil', href: '/' }, { label: 'Équipe du jour' }] },
  )
}

function submitted(request: SubmitRequest<Member>, { place, on }: Scene) {
  const { siaeId, worksiteId } = place
  const here = dayHref(place, on)
  if (text(request.form, 'tous') !== '')
    return request.submit(noteWholeTeam, {
      input: { siaeId, worksiteId, day: isoDate(on) },
      location: () => here,
      notice: ({ noted }) => ({ kind: 'success', title: plural(noted, 'présence notée', 'présences notées') }),
    })
  const stayId = text(request.form, 'stayId')
  return request.submit(noteAttendance, {
    input: {
      stayId: recordId(stayId) ?? '',
      worksiteId,
      day: isoDate(on),
      state: text(request.form, 'state'),
      lateMinutes: text(request.form, 'lateMinutes'),
      half: text(request.form, 'half'),
    },
    location: (done) => `${here}#${lineId(done.stayId)}`,
    notice: ({ changed }) => (changed ? { kind: 'success', title: 'Noté' } : { kind: 'information', title: 'C’était déjà noté' }),
  })
}

/** Who is at work today, on the site of the reader first: one press a person. */
export const teamOfDayPage = memberPage({
  path: DAY_HREF,
  allowed: mayNoteAttendance,
  async get(request) {
    const scene = await sceneOf(request)
    if (scene === 'nowhere') return nowhere('Équipe du jour')
    return scene ? pageOf(request, scene, emptyForm) : notFoundReply
  },
  async post(request) {
    const scene = await sceneOf(request)
    if (!scene || scene === 'nowhere') return notFoundReply
    const result = await submitted(request, scene)
    return result.reply ?? pageOf(request, (await sceneAgain(request)) ?? scene, result.form)
  },
})

/** Read again: a colleague may have noted between our reading and our press. */
async function sceneAgain(request: Asked): Promise<Scene | undefined> {
  const scene = await sceneOf(request)
  return scene === 'nowhere' ? undefined : scene
}
