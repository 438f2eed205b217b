import { frenchHours } from '@maillage/kernel'
import { type Column, DataTable } from '@maillage/ui'
import type { ComponentChildren } from 'preact'
import { FIGURES, type HoursFigures } from '../model-months.ts'
import { moment } from '../moment.fr.ts'
import type { HoursChange } from '../queries/hours-history.ts'
import type { PlaceOfWork } from '../queries/sheet-card.ts'
import { siteName } from './month-parts.tsx'

const WORDS: Readonly<Record<keyof HoursFigures, string>> = {
  paid: 'payées',
  worked: 'travaillées',
  accompaniment: 'd’accompagnement',
  clause: 'de clause',
}

/** `110,00 h payées, 98,00 h travaillées` */
const told = (figures: HoursFigures | null): string => {
  if (figures === null) return 'Aucune ligne'
  const known = FIGURES.flatMap((each) => {
    const hours = figures[each]
    return hours === null ? [] : [`${frenchHours(hours)} ${WORDS[each]}`]
  })
  return known.length === 0 ? 'Rien de connu' : known.join(', ')
}

interface Props {
  readonly caption: string
  readonly changes: readonly HoursChange[]
  readonly worksites: readonly PlaceOfWork[]
  readonly timeZone: string
  readonly empty: ComponentChildren
}

/** Hours that changed: whose, what they were, what they became, when, by whom and why. */
export function ChangesTable({ caption, changes, worksites, timeZone, empty }: Props) {
  const columns: readonly Column<HoursChange>[] = [
    { key: 'personne', label: 'Personne', render: ({ name }) => name },
    { key: 'site', label: 'Site', render: ({ worksiteId }) => siteName(worksites, worksiteId) },
    { key: 'avant', label: 'Avant', render: ({ before }) => told(before) },
    { key: 'apres', label: 'Après', render: ({ after }) => told(after) },
    { key: 'quand', label: 'Quand', render: ({ at }) => `Le ${moment(at, timeZone)}` },
    { key: 'qui', label: 'Par', render: ({ by }) => by ?? 'Un membre de la structure' },
    { key: 'motif', label: 'Motif', render: ({ reason }) => reason ?? '' },
  ]
  return (
    <DataTable
      caption={caption}
      counted={['changement', 'changements']}
      columns={columns}
      rows={changes}
      rowKey={({ name, at, worksiteId }) => `${name} ${at.toString()} ${worksiteId}`}
      empty={empty}
    />
  )
}
