import { frenchHours, frenchMonth, isoMonth, monthOf, monthsLater, parseMonth, plural } from '@maillage/kernel'
import { type Column, DataTable, Details, EmptyState, Select, Tag, ViewForm } from '@maillage/ui'
import { memberPage } from '../../../platform/http/page.ts'
import { text } from '../../../platform/http/page-request.ts'
import { show } from '../../../platform/http/reply.ts'
import { monthHref } from '../../employment/index.ts'
import { mayState } from '../policy.ts'
import { hoursByMission, type MonthOfMissions } from '../queries/hours-by-mission.ts'
import { placingSiaes } from '../queries/placing-siaes.ts'
import { MISSIONS, STATEMENTS } from './placement-trail.ts'

const MONTHS = 13
const HERE = `${STATEMENTS}/mois`

const COLUMNS: readonly Column<MonthOfMissions>[] = [
  {
    key: 'personne',
    label: 'Personne',
    render: ({ personId, name }) => (
      <a class="govuk-link" href={`/personnes/${personId}`}>
        {name}
      </a>
    ),
  },
  {
    key: 'missions',
    label: 'Par mission',
    long: true,
    render: ({ missions }) =>
      missions.length === 0 ? (
        '–'
      ) : (
        <ul class="govuk-list">
          {missions.map(({ id, client, validated, waiting }) => (
            <li key={id}>
              <a class="govuk-link" href={`${MISSIONS}/${id}`}>
                {client}
              </a>{' '}
              : {frenchHours(validated)}
              {waiting > 0 ? `, et ${frenchHours(waiting)} à valider` : ''}
            </li>
          ))}
        </ul>
      ),
  },
  { key: 'releves', label: 'Relevés validés', align: 'end', render: ({ ofMissions }) => frenchHours(ofMissions) },
  { key: 'mois', label: 'Heures du mois', align: 'end', render: ({ ofMonth }) => (ofMonth === null ? '–' : frenchHours(ofMonth)) },
  {
    key: 'savoir',
    label: 'À savoir',
    render: ({ ofMissions, ofMonth }) =>
      ofMonth === null && ofMissions === 0 ? (
        <Tag>Aucune heure</Tag>
      ) : (ofMonth ?? 0) === ofMissions ? (
        '–'
      ) : (
        <Tag tone="attention">{ofMonth !== null && ofMonth > ofMissions ? 'Autres heures saisies' : 'À reprendre'}</Tag>
      ),
  },
]

/** A month, mission by mission: what the statements add up to beside what the structure declares; those who did nothing are there. */
export const monthOfMissionsPage = memberPage({
  path: HERE,
  allowed: mayState,
  async get({ query, read }) {
    const { today, siaes, siae, month, rows } = await read(async (ctx) => {
      const places = await placingSiaes(ctx)
      const chosen = places.find(({ id }) => id === text(query, 'structure')) ?? places[0]
      const of = parseMonth(text(query, 'mois')) ?? monthOf(ctx.today)
      return { today: ctx.today, siaes: places, siae: chosen, month: of, rows: chosen ? await hoursByMission(ctx, chosen.id, of) : [] }
    })
    const form = { values: { mois: isoMonth(month), structure: siae?.id ?? '' }, errors: [] }
    const without = rows.filter(({ ofMissions, ofMonth }) => ofMissions === 0 && (ofMonth ?? 0) === 0).length
    const isIdle = ({ missions, ofMissions, ofMonth }: MonthOfMissions) => missions.length === 0 && ofMissions === 0 && (ofMonth ?? 0) === 0
    const [idle, busy] = [rows.filter(isIdle), rows.filter((row) => !isIdle(row))]
    return show(
      'Heures par mission',
      <>
        <h1 class="govuk-heading-l">Heures de {frenchMonth(month)}, par mission</h1>
        {siae ? (
          <p class="govuk-body">
            Les relevés validés s’ajoutent d’eux-mêmes aux{' '}
            <a class="govuk-link" href={monthHref(siae.id, month)}>
              heures du mois
            </a>
            . {without > 0 ? `${plural(without, 'personne inscrite n’a', 'personnes inscrites n’ont')} aucune heure ce mois-ci.` : ''}
          </p>
        ) : null}
        <ViewForm action={HERE}>
          <Select
            form={form}
            name="mois"
            label="Mois"
            placeholder={null}
            options={Array.from({ length: MONTHS }, (_, back) => monthsLater(monthOf(today), -back)).map((each) => ({
              value: isoMonth(each),
              label: frenchMonth(each),
            }))}
          />
          {siaes.length > 1 ? (
            <Select
              form={form}
              name="structure"
              label="Structure"
              placeholder={null}
              options={siaes.map(({ id, name }) => ({ value: id, label: name }))}
            />
          ) : null}
        </ViewForm>
        <DataTable
          caption="Personnes en mission, ou qui ont des heures"
          counted={['personne', 'personnes']}
          columns={COLUMNS}
          rows={busy}
          rowKey={({ stayId }) => stayId}
          empty={
            <EmptyState title={rows.length === 0 ? 'Personne n’est inscrit ce mois-ci' : 'Aucune heure pour l’instant'}>
              {rows.length === 0
                ? 'Les personnes embauchées par une association intermédiaire ou une ETTI apparaissent ici, même sans heure.'
                : 'Les missions et les heures de ce mois apparaîtront ici.'}
            </EmptyState>
          }
        />
        {idle.length > 0 ? (
          <Details summary={plural(idle.length, 'personne inscrite sans mission ni heure', 'personnes inscrites sans mission ni heure')}>
            <ul class="govuk-list">
              {idle.map(({ stayId, personId, name }) => (
                <li key={stayId}>
                  <a class="govuk-link" href={`/personnes/${personId}`}>
                    {name}
                  </a>
                </li>
              ))}
            </ul>
          </Details>
        ) : null}
      </>,
      {
        wide: true,
        breadcrumb: [{ label: 'Accueil', href: '/' }, { label: 'Relevés', href: STATEMENTS }, { label: 'Heures par mission' }],
      },
    )
  },
})
