import { frenchDate, monthOf } from '@maillage/kernel'
import { type Column, DataTable, EmptyState } from '@maillage/ui'
import { memberPage } from '../../../platform/http/page.ts'
import { recordId } from '../../../platform/http/record-id.ts'
import { notFoundReply, show } from '../../../platform/http/reply.ts'
import { mayReadOwn, mayReadTerritory } from '../../agreements/index.ts'
import { mayReadExits } from '../../exits/index.ts'
import { figuresOf } from '../../indicators/index.ts'
import { structureSet, territorySet } from '../figure-set.ts'
import { type FigureLine, keyLines } from '../lines.ts'
import { mayObserve, mayReadOwnFigures } from '../policy.ts'
import { structureHere } from '../queries/structures-here.ts'
import { readAsked, yearsShown } from '../read-asked.ts'
import { inWords } from '../words.ts'
import { AskedFilters } from './asked-filters.tsx'
import { observedFigures } from './observed-figures.tsx'

interface Beside {
  readonly line: FigureLine
  readonly other: FigureLine | undefined
}

const said = (line: FigureLine | undefined) =>
  line === undefined ? '–' : line.value === null ? line.why : `${line.value}${line.unit ? `\u00a0${line.unit}` : ''}`
const COLUMNS: readonly Column<Beside>[] = [
  { key: 'chiffre', label: 'Chiffre', render: ({ line }) => line.label },
  { key: 'structure', label: 'La structure', align: 'end', render: ({ line }) => said(line) },
  { key: 'comparables', label: 'Structures du même type', align: 'end', render: ({ other }) => said(other) },
]

/** Figures of one structure: for itself without threshold, for the authority and the funders of its territory under theirs. Others find no page. */
export const structurePage = memberPage({
  path: '/observatoire/structure/:siaeId',
  allowed: mayObserve,
  async get({ actor, params, query, read }) {
    const id = recordId(params['siaeId'])
    if (!id) return notFoundReply
    const seen = await read(async (ctx) => {
      const siae = await structureHere(ctx, id)
      if (!siae) return undefined
      const asked = readAsked(query, ctx.today)
      const found = await figuresOf(ctx, { territoryId: siae.territoryId, year: asked.year })
      return { siae, asked, found, today: ctx.today }
    })
    if (!seen) return notFoundReply
    const { siae, asked, found, today } = seen
    const own = mayReadOwnFigures(actor, siae)
    const set = structureSet(found.figures, siae.id)
    // The rows themselves say whether the reader is of the structure, or steers its territory.
    if (!own && (set.isEmpty || siae.organisationId === actor.hat.organisationId)) return notFoundReply
    const alike = keyLines(territorySet(found.figures, siae.kind))
    const present = asked.year === yearsShown(today)[0]
    return show(
      `${siae.name}\u00a0: chiffres`,
      <>
        <h1 class="govuk-heading-l">{`${siae.name}, ${asked.year}`}</h1>
        {inWords(set, { place: siae.name, year: asked.year, until: present ? monthOf(today) : null }).map((sentence) => (
          <p class="govuk-body-l" key={sentence}>
            {sentence}
          </p>
        ))}
        <p class="govuk-body">
          {found.builtOn === null ? '' : `Données au ${frenchDate(found.builtOn)}. `}
          <a class="govuk-link" href={`/observatoire/${siae.territoryId}?periode=${asked.year}&type=${siae.kind}`}>
            {`Les ${siae.kind} du territoire (${siae.territoryName})`}
          </a>
          {mayReadOwn(actor) || mayReadTerritory(actor) ? (
            <>
              {' · '}
              <a class="govuk-link" href={`/structures/${siae.id}/aide-au-poste?annee=${asked.year}`}>
                Aide au poste
              </a>
              {' · '}
              <a class="govuk-link" href={`/conventions/${siae.id}`}>
                Convention et annexes
              </a>
            </>
          ) : null}
          {own && mayReadExits(actor) ? (
            <>
              {' · '}
              <a class="govuk-link" href={`/sorties/taux?structure=${siae.id}&annee=${asked.year}`}>
                Taux de sortie
              </a>
            </>
          ) : null}
        </p>
        <AskedFilters
          action={`/observatoire/structure/${siae.id}`}
          asked={{ ...asked, kind: 'all' }}
          years={yearsShown(today)}
          withKind={false}
        />
        {set.isEmpty ? (
          <EmptyState title="Pas encore de chiffre">
            Ils viennent des séjours, des mois validés et des sorties, dans la minute qui suit.
          </EmptyState>
        ) : (
          <>
            <DataTable
              caption={`À côté des autres ${siae.kind} du territoire`}
              counted={['chiffre', 'chiffres']}
              columns={COLUMNS}
              rows={keyLines(set).map((line) => ({ line, other: alike.find(({ key }) => key === line.key) }))}
              rowKey={({ line }) => line.key}
              empty={null}
            />
            {await observedFigures(set, found.builtOn)}
          </>
        )}
      </>,
      { wide: true, breadcrumb: [{ label: 'Accueil', href: '/' }, { label: 'Observatoire', href: '/observatoire' }, { label: siae.name }] },
    )
  },
})
