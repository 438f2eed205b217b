import { type CentiHours, centiHours, frenchHours, frenchMonth, type Month, sumHours } from '@maillage/kernel'
import type { AnnexMeasure } from '@maillage/rules/agreements'
import { type SheetState, type SheetTransitionName, sheetStateLabels } from '@maillage/rules/employment'
import { type Column, DataTable, Tag, type Tone } from '@maillage/ui'
import type { PlaceOfWork } from '../queries/sheet-card.ts'
import type { LineTotal } from '../total-month.ts'

const TONES: Readonly<Record<SheetState, Tone>> = { draft: 'neutral', validated: 'info', sent: 'positive', reopened: 'attention' }

/** The state of a month, in a word. */
export const SheetTag = ({ state }: { readonly state: SheetState | 'missing' }) =>
  state === 'missing' ? <Tag>Rien de saisi</Tag> : <Tag tone={TONES[state]}>{sheetStateLabels[state]}</Tag>

/** What was done to a month, as it is told afterwards. */
export const DONE: Readonly<Record<SheetTransitionName, string>> = {
  validate: 'Mois validé',
  'take-back': 'Repris en brouillon',
  send: 'Mois transmis',
  reopen: 'Mois débloqué',
}

export const MEASURE_LABELS: Readonly<Record<AnnexMeasure, string>> = {
  common: 'Droit commun',
  prison: 'Milieu pénitentiaire',
  bridge: 'Contrats passerelles',
}

/** « Heures de juillet 2026 », « d’août 2026 » */
export const hoursOfMonth = (month: Month): string => `${/^[ao]/.test(frenchMonth(month)) ? 'd’' : 'de '}${frenchMonth(month)}`

/** `112,67`, `120`: hours in a box, as they would be typed. */
export const typedHours = (hours: CentiHours | null): string =>
  hours === null
    ? ''
    : frenchHours(hours)
        .replace(/\u00a0h$/, '')
        .replace(/(,00|(?<=,\d)0)$/, '')
        .replace(/\s/g, '')

/** `112,67`, `120,00`: hours to be read in a column, where decimals stand one under the other. */
export const columnHours = (hours: CentiHours | null): string => (hours === null ? '' : frenchHours(hours).replace(/\u00a0h$/, ''))

/** The name of the place of work, or that there is none. */
export const siteName = (worksites: readonly Pick<PlaceOfWork, 'id' | 'name'>[], id: string | null): string =>
  id === null ? 'Sans site' : (worksites.find((site) => site.id === id)?.name ?? 'Site inconnu')

/** What is read outside, and nothing else: hours by place of work, never a person. */
export function TotalsTable({
  caption,
  totals,
  worksites,
}: {
  readonly caption: string
  readonly totals: readonly LineTotal[]
  readonly worksites: readonly PlaceOfWork[]
}) {
  const plain = totals.every(({ measure, percent }) => measure === 'common' && percent === 100)
  const sum = (of: (total: LineTotal) => CentiHours) => sumHours(totals.map(of))
  const all: LineTotal & { readonly together?: true } = {
    worksiteId: null,
    measure: 'common',
    percent: 100,
    people: 0,
    counted: sum(({ counted }) => counted),
    paid: sum(({ paid }) => paid),
    worked: sum(({ worked }) => worked),
    heldBack: sum(({ heldBack }) => heldBack),
    together: true,
  }
  const rows: readonly (LineTotal & { readonly together?: true })[] = totals.length > 1 ? [...totals, all] : totals
  const figure = (hours: CentiHours, together?: true) => (together ? <strong>{frenchHours(hours)}</strong> : frenchHours(hours))
  const columns: readonly Column<(typeof rows)[number]>[] = [
    { key: 'site', label: 'Site', render: (total) => (total.together ? 'Ensemble' : siteName(worksites, total.worksiteId)) },
    ...(plain
      ? []
      : [
          {
            key: 'mesure',
            label: 'Mesure',
            render: ({ measure, percent, together }: (typeof rows)[number]) =>
              together ? '' : `${MEASURE_LABELS[measure]}${percent === 100 ? '' : `, à ${percent} %`}`,
          },
        ]),
    { key: 'personnes', label: 'Personnes', align: 'end', render: ({ people, together }) => (together ? '' : people) },
    { key: 'comptees', label: 'Heures comptées pour l’aide', align: 'end', render: (total) => figure(total.counted, total.together) },
    { key: 'payees', label: 'Heures payées', align: 'end', render: (total) => figure(total.paid, total.together) },
    { key: 'travaillees', label: 'Heures travaillées', align: 'end', render: (total) => figure(total.worked, total.together) },
    { key: 'retenues', label: 'Retenues (sans contrat)', align: 'end', render: (total) => figure(total.heldBack, total.together) },
  ]
  return (
    <DataTable
      caption={caption}
      counted={['ligne', 'lignes']}
      page={{ number: 1, size: rows.length, total: totals.length }}
      columns={columns}
      rows={rows}
      rowKey={({ worksiteId, measure, percent, together }) => `${together ?? ''} ${worksiteId} ${measure} ${percent}`}
      empty={<p class="govuk-body">Aucune heure dans ce mois.</p>}
    />
  )
}

/** The sum of hours that are known, and of how many lines. */
export function knownSum(hours: readonly (CentiHours | null)[]): string {
  const known = hours.filter((each) => each !== null)
  return known.length === 0 ? '–' : frenchHours(centiHours(known.reduce<number>((total, each) => total + each, 0)))
}
