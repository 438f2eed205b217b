import { frenchDate, monthOf } from '@maillage/kernel'
import { Chart, type Column, DataTable, EmptyState, InsetText, levelsOf, Tiles, withQuery } from '@maillage/ui'
import { memberPage } from '../../../platform/http/page.ts'
import { notFoundReply, show } from '../../../platform/http/reply.ts'
import { measured, stateLabels } from '../../indicators/index.ts'
import { structureSet } from '../figure-set.ts'
import { type FigureLine, lineOf, realisation } from '../lines.ts'
import { type Observation, observe } from '../observe.ts'
import { mayObserve } from '../policy.ts'
import type { StructureHere } from '../queries/structures-here.ts'
import { yearsShown } from '../read-asked.ts'
import { inWords } from '../words.ts'
import { AskedFilters } from './asked-filters.tsx'
import { rateChart } from './charts.ts'
import { FigureTable } from './figure-table.tsx'
import { observedFigures } from './observed-figures.tsx'

interface StructureRow extends StructureHere {
  readonly people: FigureLine | undefined
  readonly realised: string | null
  readonly dynamic: FigureLine | undefined
}

/** In a column of figures, why one is missing is said in two words; the note below the page says more. */
function text(line: FigureLine | undefined): string {
  if (line === undefined) return '–'
  const { state } = line.measured
  return line.value ?? stateLabels[state === 'shown' ? 'not-applicable' : state]
}

const ROWS: readonly Column<StructureRow>[] = [
  {
    key: 'structure',
    label: 'Structure',
    render: ({ id, name }) => (
      <a class="govuk-link" href={`/observatoire/structure/${id}`}>
        {name}
      </a>
    ),
  },
  { key: 'type', label: 'Type', render: ({ kind }) => kind },
  { key: 'personnes', label: 'Personnes', align: 'end', render: ({ people }) => text(people) },
  { key: 'realisation', label: 'ETP réalisés sur conventionnés', align: 'end', render: ({ realised }) => realised ?? 'Non déclaré' },
  { key: 'sorties', label: 'Sorties dynamiques', align: 'end', render: ({ dynamic }) => text(dynamic) },
]

function structureRows({ found, structures, asked }: Observation): readonly StructureRow[] {
  return structures.flatMap((each) => {
    const set = structureSet(found.figures, each.id)
    if (set.isEmpty || (asked.kind !== 'all' && each.kind !== asked.kind)) return []
    return [
      {
        ...each,
        people: lineOf('people', '', set.of('people')),
        realised: realisation(set),
        dynamic: lineOf('dynamic', '', set.of('dynamic-rate')),
      },
    ]
  })
}

/** How many structures in each commune: the register is public, so every number is shown. */
function communeTiles({ structures, asked }: Observation) {
  const counts = new Map<string, number>()
  for (const { commune, kind } of structures)
    if (asked.kind === 'all' || asked.kind === kind) counts.set(commune, (counts.get(commune) ?? 0) + 1)
  const communes = [...counts].toSorted(([a], [b]) => a.localeCompare(b, 'fr'))
  const levels = levelsOf(communes.map(([, count]) => count))
  return communes.map(([label, count], index) => ({ id: label, label, text: String(count), level: levels[index] ?? 0 }))
}

/** Figures of a territory: words first, then figures that explain themselves, drawings with their tables, and like beside like. */
export const territoryPage = memberPage({
  path: '/observatoire/:territoryId',
  allowed: mayObserve,
  async get({ params, query, read }) {
    const seen = await read(async (ctx) => observe(ctx, params['territoryId'] ?? '', query))
    if (!seen) return notFoundReply
    const { territory, asked, found, set, beside, today } = seen
    const path = `/observatoire/${territory.id}`
    const present = asked.year === yearsShown(today)[0]
    const places = beside
      .map((each) => {
        const line = lineOf(each.territoryId, each.territoryName, measured(each))
        return line && { label: each.territoryName, line, marked: each.territoryId === territory.id }
      })
      .filter((place) => place !== undefined)
    const besideSvg = await rateChart('Part de sorties dynamiques', places)
    const rows = structureRows(seen)
    const tiles = communeTiles(seen)
    const kind = asked.kind === 'all' ? '' : `, ${asked.kind}`
    return show(
      `Observatoire\u00a0: ${territory.name}`,
      <>
        <h1 class="govuk-heading-l">{`${territory.name}, ${asked.year}${kind}`}</h1>
        {inWords(set, { place: territory.name, year: asked.year, until: present ? monthOf(today) : null }).map((sentence) => (
          <p class="govuk-body-l" key={sentence}>
            {sentence}
          </p>
        ))}
        {set.isEmpty ? null : (
          <p class="govuk-body">
            {found.builtOn === null ? '' : `Données au ${frenchDate(found.builtOn)}. `}
            <span class="m-screen-only">
              <a class="govuk-link" href={withQuery('/observatoire.csv', query, { territoire: territory.id })} download>
                Exporter en CSV
              </a>
              {' · '}
              <a class="govuk-link" href={withQuery('/observatoire.xlsx', query, { territoire: territory.id })} download>
                Exporter en XLSX
              </a>
              {' · '}
              <a class="govuk-link" href="/indicateurs">
                Définitions
              </a>
            </span>
          </p>
        )}
        <AskedFilters action={path} asked={asked} years={yearsShown(today)} />
        {set.isEmpty ? (
          <EmptyState title="Pas encore de chiffre" action={{ label: 'Voir les autres territoires', href: '/observatoire' }}>
            Rien n’est compté ici pour cette période et ce type de structure. Les chiffres viennent des séjours, des mois validés et des
            sorties, dans la minute qui suit.
          </EmptyState>
        ) : (
          await observedFigures(set, found.builtOn)
        )}
        {rows.length > 0 ? (
          <>
            <h2 class="govuk-heading-m">Structures</h2>
            <DataTable
              caption="Structures que vous pouvez lire, par nom"
              counted={['structure', 'structures']}
              columns={ROWS}
              rows={rows}
              rowKey={({ id }) => id}
              empty={null}
            />
          </>
        ) : null}
        {besideSvg ? (
          <>
            <h2 class="govuk-heading-m">À côté des autres territoires</h2>
            <Chart
              title={`Part de sorties dynamiques${kind || ', toutes structures'}`}
              svg={besideSvg}
              note="Par ordre de nom, jamais de rang. Deux territoires dont les traits noirs se recoupent ne se distinguent pas."
            >
              <FigureTable caption="Sorties dynamiques par territoire" lines={places.map(({ line }) => line)} />
            </Chart>
          </>
        ) : null}
        {tiles.length > 0 ? (
          <>
            <h2 class="govuk-heading-m">Où sont les structures</h2>
            <Tiles label="Structures par commune" tiles={tiles} />
          </>
        ) : null}
        <InsetText>
          Les petits nombres protègent les personnes et les structures{'\u00a0'}: sous cinq personnes ou trois structures, un chiffre n’est
          pas affiché, ni celui qui permettrait de le retrouver. Aucune structure n’est classée.
        </InsetText>
      </>,
      {
        wide: true,
        breadcrumb: [{ label: 'Accueil', href: '/' }, { label: 'Observatoire', href: '/observatoire' }, { label: territory.name }],
      },
    )
  },
})
