import { DataTable } from '@maillage/ui'
import type { Difference, JudgedLine } from '../imports/judged-line.ts'

/** The control that accepts differences, one by one. */
export const TAKEN = 'take'

interface Row {
  readonly line: JudgedLine
  readonly difference: Difference
}

interface Props {
  readonly caption: string
  readonly lines: readonly JudgedLine[]
  /** What the file is called in the title of its column: « La paie dit ». */
  readonly told: string
  /** The keys that are ticked; undefined when all are taken together. */
  readonly ticked?: ReadonlySet<string>
}

const Parts = ({ difference, of }: { readonly difference: Difference; readonly of: 'recorded' | 'told' | 'gap' }) => (
  <>
    {difference.parts.map((part) => (
      <div key={part.what}>{of === 'told' ? <strong>{part.told}</strong> : (part[of] ?? '–')}</div>
    ))}
  </>
)

const idOf = (key: string) => `${TAKEN}-${key.replaceAll('.', '-')}`

/** A box that a list of differences repeats on each line; its name says whose it is. */
const Take = ({ row: { line, difference }, ticked }: { readonly row: Row; readonly ticked: ReadonlySet<string> }) => {
  if (difference.key === null) return <>Rien à accepter ici</>
  const id = idOf(difference.key)
  return (
    <div class="govuk-checkboxes govuk-checkboxes--small">
      <div class="govuk-checkboxes__item">
        <input
          class="govuk-checkboxes__input"
          id={id}
          name={TAKEN}
          type="checkbox"
          value={difference.key}
          checked={ticked.has(difference.key)}
        />
        <label class="govuk-label govuk-checkboxes__label" for={id}>
          Accepter
          <span class="govuk-visually-hidden">
            {` pour ${line.who} : ${difference.parts.map(({ what, told }) => `${what} ${told}`).join(', ')}`}
          </span>
        </label>
      </div>
    </div>
  )
}

/** What is recorded and what a file says, side by side, person by person; what is alike is not in it. */
export function DifferencesTable({ caption, lines, told, ticked }: Props) {
  const rows = lines.flatMap((line) => (line.differences ?? []).map((difference): Row => ({ line, difference })))
  const notesOf = ({ line, difference }: Row) => [
    ...(difference.key?.includes('.hours.') ? line.notes : []),
    ...(difference.how === undefined ? [] : [difference.how]),
  ]
  const hasGap = rows.some(({ difference }) => difference.parts.some(({ gap }) => gap !== undefined))
  return (
    <DataTable
      caption={caption}
      counted={['différence', 'différences']}
      rows={rows}
      rowKey={({ line, difference }) => `${line.rank} ${difference.key ?? difference.parts[0]?.what}`}
      columns={[
        {
          key: 'personne',
          label: 'Personne',
          render: ({ line }) => (
            <>
              {line.who}
              <div class="m-entry-about">Ligne&nbsp;{line.rank}</div>
            </>
          ),
        },
        {
          key: 'quoi',
          label: 'Ce qui diffère',
          render: ({ difference }) => difference.parts.map(({ what }) => <div key={what}>{what}</div>),
        },
        {
          key: 'enregistre',
          label: 'Enregistré',
          align: 'end',
          render: ({ difference }) => <Parts difference={difference} of="recorded" />,
        },
        { key: 'dit', label: told, align: 'end', render: ({ difference }) => <Parts difference={difference} of="told" /> },
        ...(hasGap
          ? [
              {
                key: 'ecart',
                label: 'Écart',
                align: 'end' as const,
                render: ({ difference }: Row) => <Parts difference={difference} of="gap" />,
              },
            ]
          : []),
        ...(rows.some((row) => notesOf(row).length > 0)
          ? [
              {
                key: 'savoir',
                label: 'À savoir',
                long: true,
                render: (row: Row) =>
                  notesOf(row).length === 0 ? (
                    '–'
                  ) : (
                    <>
                      {notesOf(row).map((said) => (
                        <div key={said}>{said}</div>
                      ))}
                      {row.difference.href === undefined ? null : (
                        <a class="govuk-link" href={row.difference.href}>
                          Ouvrir le contrat<span class="govuk-visually-hidden"> de {row.line.who}</span>
                        </a>
                      )}
                    </>
                  ),
              },
            ]
          : []),
        ...(ticked === undefined ? [] : [{ key: 'accepter', label: 'Accepter', render: (row: Row) => <Take row={row} ticked={ticked} /> }]),
      ]}
      empty={null}
    />
  )
}
