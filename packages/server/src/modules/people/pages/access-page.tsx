import { type CalendarDate, frenchDate, frenchOf } from '@maillage/kernel'
import { ButtonGroup, ButtonLink, type Column, DataTable, EmptyState, InsetText, Tag } from '@maillage/ui'
import { PARIS } from '../../../platform/command/context.ts'
import { memberPage } from '../../../platform/http/page.ts'
import { recordId } from '../../../platform/http/record-id.ts'
import { goTo, notFoundReply, show } from '../../../platform/http/reply.ts'
import { logReading } from '../log-reading.ts'
import { CIRCLE_LABELS, GROUND_LABELS, SOURCE_LABELS } from '../messages.fr.ts'
import { mayKeepFiles } from '../policy.ts'
import { type AccessLine, accessOf } from '../queries/access-of.ts'
import { personCard } from '../queries/person-card.ts'
import { type Reading, readersOf } from '../queries/readers-of.ts'

const who = ({ mine, unitName, accountName, structure }: AccessLine): string => {
  if (!mine) return structure ? 'Une autre structure d’insertion' : 'Un autre organisme'
  return accountName ? `${accountName}, ${unitName}` : (unitName ?? '')
}

/** « Lecture motivée, pour un jour : une réclamation ou une plainte (…) » */
const why = ({ source, ground, reason }: AccessLine): string => {
  if (source === null) return '–'
  const kind = ground === null ? '' : ` : ${GROUND_LABELS[ground][0]?.toLocaleLowerCase('fr')}${GROUND_LABELS[ground].slice(1)}`
  return `${SOURCE_LABELS[source]}${kind}${reason ? (kind ? ` (${reason})` : ` : ${reason}`) : ''}`
}

const when = ({ first, last }: AccessLine) =>
  last === null ? `depuis le ${frenchDate(first)}` : `du ${frenchDate(first)} au ${frenchDate(last)}`

const State = ({ line: { first, last }, today }: { readonly line: AccessLine; readonly today: CalendarDate }) => {
  if (last !== null && last < today) return <Tag>Terminé</Tag>
  return first > today ? <Tag tone="info">À venir</Tag> : <Tag tone="positive">En cours</Tag>
}

const columnsFor = (today: CalendarDate): readonly Column<AccessLine>[] => [
  { key: 'qui', label: 'Qui', render: who },
  { key: 'quoi', label: 'Lit', render: ({ circle }) => CIRCLE_LABELS[circle] },
  {
    key: 'pourquoi',
    label: 'Pourquoi',
    render: why,
  },
  { key: 'quand', label: 'Quand', render: when },
  {
    key: 'etat',
    label: 'État',
    render: (line) => (
      <>
        <State line={line} today={today} />
        {line.referentId && (line.last === null || line.last > today) ? (
          <>
            {' '}
            <a class="govuk-link" href={`/referents/${line.referentId}/fin`}>
              Mettre fin<span class="govuk-visually-hidden"> au suivi de {line.accountName}</span>
            </a>
          </>
        ) : null}
      </>
    ),
  },
]

/** The hour of a reading, where the reader's organisation is. */
const hourWords = (instant: Temporal.Instant, timeZone: string): string => {
  const { day, month, year, hour } = instant.toZonedDateTimeISO(timeZone)
  const two = (value: number) => String(value).padStart(2, '0')
  return `${two(day)}/${two(month)}/${year}, ${hour} h`
}

/** Who may see a file, why and until when; who looked. */
export const accessPage = memberPage({
  path: '/personnes/:id/acces',
  allowed: mayKeepFiles,
  async get(request) {
    const id = recordId(request.params['id'])
    const found =
      id &&
      (await request.read(async (ctx) => {
        const card = await personCard(ctx, id)
        return card && { card, today: ctx.today, lines: await accessOf(ctx, card.id), readings: await readersOf(ctx, card.id) }
      }))
    if (!found) return notFoundReply
    const { card, today, lines, readings } = found
    if (card.id !== id) return goTo(`/personnes/${card.id}/acces`)
    logReading(request, card.id)
    const zone = request.actor.hat.timeZone || PARIS
    return show(
      `Accès à la fiche ${frenchOf(card.displayName)}`,
      <>
        <p class="govuk-caption-l">{card.displayName}</p>
        <h1 class="govuk-heading-l">Qui peut voir cette fiche</h1>
        <InsetText>
          Être suivi quelque part peut être un secret : la plateforme ne nomme jamais les autres organismes. La personne, elle, peut
          demander la liste complète.
        </InsetText>
        <DataTable
          caption="Droits sur la fiche"
          counted={['droit', 'droits']}
          columns={columnsFor(today)}
          rows={lines}
          rowKey={({ key }) => key}
          empty={null}
        />
        <ButtonGroup>
          <ButtonLink kind="secondary" href={`/personnes/${card.id}/referents/ajouter`}>
            Nommer un référent ou un suppléant
          </ButtonLink>
        </ButtonGroup>
        <DataTable<Reading>
          caption="Consultations dans votre organisation"
          counted={['consultation', 'consultations']}
          rows={readings}
          rowKey={({ hour, accountName }) => `${hour.epochMilliseconds} ${accountName}`}
          columns={[
            { key: 'qui', label: 'Qui', render: ({ accountName }) => accountName },
            { key: 'quand', label: 'Quand', render: ({ hour }) => hourWords(hour, zone) },
            {
              key: 'droit',
              label: 'Par quel droit',
              render: ({ circle, source }) => `${CIRCLE_LABELS[circle]} (${SOURCE_LABELS[source].toLocaleLowerCase('fr')})`,
            },
          ]}
          empty={
            <EmptyState title="Personne n’a encore ouvert cette fiche">
              Chaque lecture laisse une ligne par compte et par heure, gardée trois ans.
            </EmptyState>
          }
        />
      </>,
      {
        wide: true,
        breadcrumb: [
          { label: 'Personnes', href: '/personnes' },
          { label: card.displayName, href: `/personnes/${card.id}` },
          { label: 'Accès' },
        ],
      },
    )
  },
})
