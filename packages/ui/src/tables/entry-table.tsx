import type { ComponentChildren } from 'preact'
import { HiddenField } from '../forms/hidden-field.tsx'

interface Named {
  readonly name: string
  readonly value: string
  /** What is wrong with it, in French. */
  readonly errors?: readonly string[] | undefined
}
/** A box of a line: a figure, or a choice when it has options. */
export type EntryBox = Named & { readonly options?: readonly { readonly value: string; readonly label: string }[] | undefined }

export interface EntryRow {
  readonly key: string
  /** Who or what the line is about, as text: it ends the name of each of its boxes. */
  readonly name: string
  /** The same as a link, when it leads somewhere. */
  readonly title?: ComponentChildren
  /** What helps to fill the line, under its title. */
  readonly about?: ComponentChildren
  readonly hidden: Readonly<Record<string, string>>
  /** One for each column, in their order. */
  readonly boxes: readonly EntryBox[]
  /** What is wrong or to know, beside the line. */
  readonly notes?: ComponentChildren
}

interface Props {
  readonly caption: string
  readonly count: string
  /** Title of the first column. */
  readonly of: string
  readonly columns: readonly { readonly key: string; readonly label: string }[]
  readonly notesLabel: string
  readonly rows: readonly EntryRow[]
  /** Under the lines: one text for each column. */
  readonly totals?: { readonly label: string; readonly cells: readonly string[] } | undefined
}

// On a phone lines become cards, by CSS; some browsers then forget that it is a table. Roles written out keep it one.
const TABLE = { role: 'table' } as const
const GROUP = { role: 'rowgroup' } as const
const ROW = { role: 'row' } as const
const COLUMN_HEADER = { role: 'columnheader' } as const
const ROW_HEADER = { role: 'rowheader' } as const
const CELL = { role: 'cell' } as const

const Box = ({ box, label }: { readonly box: EntryBox; readonly label: string }) => {
  const { name, value, errors = [], options } = box
  const invalid = errors.length > 0
  const shared = { id: name, name, 'aria-describedby': invalid ? `${name}-error` : undefined, 'aria-invalid': invalid || undefined }
  return (
    <div class={invalid ? 'm-entry-box m-entry-wrong' : 'm-entry-box'}>
      <label class="govuk-visually-hidden" for={name}>
        {label}
      </label>
      {options ? (
        <select class="govuk-select m-entry-select" {...shared}>
          {options.map((option) => (
            <option key={option.value} value={option.value} selected={option.value === value}>
              {option.label}
            </option>
          ))}
        </select>
      ) : (
        <input
          class={`govuk-input m-entry-figure${invalid ? ' govuk-input--error' : ''}`}
          type="text"
          inputmode="decimal"
          autocomplete="off"
          value={value}
          {...shared}
        />
      )}
      {invalid ? (
        <p class="govuk-error-message" id={`${name}-error`}>
          <span class="govuk-visually-hidden">Erreur : </span>
          {errors.join(' ')}
        </p>
      ) : null}
    </div>
  )
}

/**
 * Figures typed for many at once, one line each, in the order of the Tab key; on a phone each line is a card. Inside a `Form`.
 * @example <EntryTable caption="Heures" count="12 personnes" of="Personne" columns={columns} notesLabel="À savoir" rows={rows} />
 */
export function EntryTable({ caption, count, of, columns, notesLabel, rows, totals }: Props) {
  const noted = rows.some(({ notes }) => notes !== undefined && notes !== null)
  return (
    <div class="m-list">
      <table {...TABLE} class="m-table m-entry">
        <caption class="m-caption">
          {caption}
          <span class="govuk-visually-hidden">,</span> <span class="m-list-count">{count}</span>
        </caption>
        <thead {...GROUP}>
          <tr {...ROW}>
            <th {...COLUMN_HEADER} scope="col" class="m-th">
              {of}
            </th>
            {columns.map(({ key, label }) => (
              <th {...COLUMN_HEADER} scope="col" class="m-th" key={key}>
                {label}
              </th>
            ))}
            {noted ? (
              <th {...COLUMN_HEADER} scope="col" class="m-th">
                {notesLabel}
              </th>
            ) : null}
          </tr>
        </thead>
        <tbody {...GROUP}>
          {rows.map(({ key, name, title, about, hidden, boxes, notes }) => (
            <tr {...ROW} key={key}>
              <th {...ROW_HEADER} scope="row" class="m-row-header">
                {title ?? name}
                {about ? <div class="m-entry-about">{about}</div> : null}
                {Object.entries(hidden).map(([field, value]) => (
                  <HiddenField key={field} name={field} value={value} />
                ))}
              </th>
              {boxes.map((box, index) => (
                <td {...CELL} key={box.name} data-label={columns[index]?.label}>
                  <Box box={box} label={`${columns[index]?.label ?? ''}, ${name}`} />
                </td>
              ))}
              {noted ? (
                <td {...CELL} class="m-entry-notes" data-label={notesLabel}>
                  {notes}
                </td>
              ) : null}
            </tr>
          ))}
        </tbody>
        {totals ? (
          <tfoot {...GROUP}>
            <tr {...ROW}>
              <th {...ROW_HEADER} scope="row" class="m-row-header">
                {totals.label}
              </th>
              {totals.cells.map((cell, index) => (
                <td {...CELL} key={columns[index]?.key ?? index} data-label={columns[index]?.label}>
                  {cell}
                </td>
              ))}
              {noted ? <td {...CELL} class="m-entry-notes" data-label={notesLabel} /> : null}
            </tr>
          </tfoot>
        ) : null}
      </table>
    </div>
  )
}
