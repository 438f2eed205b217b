import { type Column, DataTable, DRAWN, EmptyState, FranceMap, levelsOf, Tiles } from '@maillage/ui'
import { memberPage } from '../../../platform/http/page.ts'
import { show } from '../../../platform/http/reply.ts'
import { figuresBeside, measured } from '../../indicators/index.ts'
import { lineOf } from '../lines.ts'
import { mayObserve } from '../policy.ts'
import { readAsked, yearsShown } from '../read-asked.ts'
import { AskedFilters } from './asked-filters.tsx'

interface Row {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly text: string
  readonly value: number | null
}

const COLUMNS: readonly Column<Row>[] = [
  {
    key: 'departement',
    label: 'Département',
    render: ({ id, name }) => (
      <a class="govuk-link" href={`/observatoire/${id}`}>
        {name}
      </a>
    ),
  },
  { key: 'personnes', label: 'Personnes en parcours', align: 'end', render: ({ text }) => text },
]

/** Every département that has figures: outlines for the mainland, tiles overseas, and the table of both. */
export const observatoryPage = memberPage({
  path: '/observatoire',
  allowed: mayObserve,
  async get({ query, read }) {
    const { asked, today, found } = await read(async (ctx) => {
      const wanted = readAsked(query, ctx.today)
      const figures = await figuresBeside(ctx, {
        territoryKind: 'departement',
        year: wanted.year,
        kind: wanted.kind,
        figures: [['people', 'all']],
      })
      return { asked: wanted, today: ctx.today, found: figures }
    })
    const rows = found.map((each): Row => {
      const line = lineOf(each.territoryId, each.territoryName, measured(each))
      return {
        id: each.territoryId,
        code: each.territoryCode,
        name: each.territoryName,
        text: line?.value ?? line?.why ?? '–',
        value: line?.value ? each.numerator : null,
      }
    })
    const levels = levelsOf(rows.map(({ value }) => value))
    const tiles = rows.map(({ id, code, name, text }, index) => ({
      id: code,
      label: name,
      text,
      level: levels[index] ?? 0,
      href: `/observatoire/${id}?periode=${asked.year}`,
    }))
    const overseas = tiles.filter(({ id }) => !DRAWN.has(id))
    return show(
      'Observatoire',
      <>
        <h1 class="govuk-heading-l">Observatoire</h1>
        <p class="govuk-body-l">{`Les personnes en parcours d’insertion en ${asked.year}, département par département. Choisissez-en un pour lire ses chiffres, d’où ils viennent et ce qu’ils ne disent pas.`}</p>
        <AskedFilters action="/observatoire" asked={asked} years={yearsShown(today)} />
        {rows.length > 0 ? (
          <FranceMap
            label={`Personnes en parcours par département, ${asked.year}\u00a0: les mêmes chiffres sont dans le tableau`}
            tiles={tiles}
          />
        ) : null}
        {overseas.length > 0 ? <Tiles label="Outre-mer" tiles={overseas} /> : null}
        <DataTable
          caption="Départements"
          counted={['département', 'départements']}
          columns={COLUMNS}
          rows={rows}
          rowKey={({ id }) => id}
          empty={
            <EmptyState title="Pas encore de chiffre" action={{ label: 'Voir les structures', href: '/structures' }}>
              Aucun département n’a de chiffre pour cette période. Ils viennent des séjours, des mois validés et des sorties.
            </EmptyState>
          }
        />
      </>,
      { wide: true, breadcrumb: [{ label: 'Accueil', href: '/' }, { label: 'Observatoire' }] },
    )
  },
})
