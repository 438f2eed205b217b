import { type CalendarDate, frenchNumber } from '@maillage/kernel'
import { Chart, type Column, DataTable, EmptyState, Figure, Figures } from '@maillage/ui'
import type { VNode } from 'preact'
import type { FigureSet } from '../figure-set.ts'
import { exitLines, type FigureLine, keyLines, profileLines, realisation, residenceLines } from '../lines.ts'
import { countChart, fteChart, type MonthRow } from './charts.ts'
import { FigureTable } from './figure-table.tsx'
import { FigureWhy } from './figure-why.tsx'

const SHOWN_STATES = {
  'too-few': 'too-few',
  'too-early': 'too-early',
  'not-declared': 'not-declared',
  'not-applicable': 'not-applicable',
} as const

function KeyFigure({ line, builtOn }: { readonly line: FigureLine; readonly builtOn: CalendarDate | null }) {
  const { state } = line.measured
  return (
    <Figure
      label={line.label}
      value={line.value ?? undefined}
      unit={line.unit || undefined}
      unavailable={line.value !== null ? undefined : state === 'shown' ? 'not-applicable' : SHOWN_STATES[state]}
      detail={line.value === null ? undefined : line.details.join('. ') || undefined}
      because={line.why ?? undefined}
      why={<FigureWhy line={line} builtOn={builtOn} />}
    />
  )
}

const level = (value: number | null) => (value === null ? 'pas de chiffre' : frenchNumber(value, 1))
const MONTHS: readonly Column<MonthRow>[] = [
  { key: 'mois', label: 'Mois', render: ({ month }) => month },
  { key: 'realises', label: 'ETP réalisés', align: 'end', render: ({ realised }) => level(realised) },
  { key: 'conventionnes', label: 'ETP conventionnés', align: 'end', render: ({ agreed }) => level(agreed) },
]

/** The figures of one scope: key figures, then drawings, each with its table. The drawings are made before the page is. */
export async function observedFigures(set: FigureSet, builtOn: CalendarDate | null): Promise<VNode> {
  const [fte, exits, profiles, homes] = [await fteChart(set), exitLines(set), profileLines(set), residenceLines(set)]
  const exitsSvg = await countChart('Sorties par classe', exits)
  const profilesSvg = await countChart('Personnes par profil', profiles)
  const used = realisation(set)
  return (
    <>
      <Figures>
        {keyLines(set).map((line) => (
          <KeyFigure key={line.key} line={line} builtOn={builtOn} />
        ))}
      </Figures>
      {fte ? (
        <Chart
          title="ETP réalisés et conventionnés, mois par mois"
          svg={fte.svg}
          note={`Seuls les mois déclarés et couverts par une annexe sont comparés${used ? `\u00a0: ${used} des ETP conventionnés y sont réalisés` : ''}. Un mois manquant n’est pas un zéro\u202f; la courbe baisse aussi quand moins de structures ont déclaré.`}
        >
          <DataTable
            caption="ETP par mois"
            counted={['mois', 'mois']}
            columns={MONTHS}
            rows={fte.rows}
            rowKey={({ month }) => month}
            empty={<EmptyState title="Aucun mois">Rien n’est déclaré.</EmptyState>}
          />
        </Chart>
      ) : null}
      {exits.length > 0 ? (
        <section>
          <h2 class="govuk-heading-m">Sorties</h2>
          {exitsSvg ? (
            <Chart title="Sorties comptées, par classe" svg={exitsSvg}>
              <FigureTable caption="Sorties par classe" lines={exits} />
            </Chart>
          ) : (
            <FigureTable caption="Sorties par classe" lines={exits} />
          )}
        </section>
      ) : null}
      {homes.length > 0 ? (
        <section>
          <h2 class="govuk-heading-m">Où vivent les personnes</h2>
          <p class="govuk-body">
            Les publics se comptent là où ils habitent, les emplois là où l’on travaille : les deux nombres diffèrent dès qu’une personne
            franchit une limite de territoire.
          </p>
          <FigureTable caption="Personnes en parcours, par lieu de vie" lines={homes} />
        </section>
      ) : null}
      {profiles.length > 0 ? (
        <section>
          <h2 class="govuk-heading-m">Profils des personnes</h2>
          {profilesSvg ? (
            <Chart
              title="Personnes en parcours, par profil"
              svg={profilesSvg}
              note={'Une personne peut avoir plusieurs critères\u00a0: les barres ne s’additionnent pas.'}
            >
              <FigureTable caption="Profils" lines={profiles} />
            </Chart>
          ) : (
            <FigureTable caption="Profils" lines={profiles} />
          )}
        </section>
      ) : null}
    </>
  )
}
