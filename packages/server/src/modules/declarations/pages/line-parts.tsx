import { frenchHours, frenchShortDate } from '@maillage/kernel'
import { exitReasonLabels } from '@maillage/rules/exits'
import { CONTRACT_LABELS } from '../../employment/index.ts'
import { reasonSentence } from '../grid/line-words.fr.ts'
import { textIn } from '../grid/read-cells.ts'
import type { GridReading } from '../grid/understand-line.ts'
import type { ImportLine, RunLayout } from '../import-run.ts'

type Line = ImportLine<GridReading>

/** What a file says in a column of a line. */
export function said({ sheet, cells }: Pick<Line, 'sheet' | 'cells'>, layout: RunLayout | null, key: string): string {
  const column = layout?.sheets[sheet]?.grid?.columns[key]
  return column === undefined || cells === null ? '' : (textIn(cells[column]) ?? '')
}

const KNOWN = { entry: 'l’entrée', contract: 'le contrat', exit: 'la sortie', hours: 'les heures' } as const

/** What will be recorded of a line, or was, in words. */
export function planWords({ plan }: GridReading): readonly string[] {
  const hours = (figure: Parameters<typeof frenchHours>[0] | null, what: string) =>
    figure === null ? [] : [`${frenchHours(figure)} ${what}`]
  return [
    ...(plan.contract
      ? [
          `Contrat ${CONTRACT_LABELS[plan.contract.type]} du ${frenchShortDate(plan.contract.firstDay)} au ${frenchShortDate(plan.contract.lastDay)}`,
        ]
      : []),
    ...(plan.exit ? [`Sortie le ${frenchShortDate(plan.exit.exitOn)} : ${exitReasonLabels[plan.exit.reason]}`] : []),
    ...(plan.hours ? [...hours(plan.hours.paid, 'payées'), ...hours(plan.hours.worked, 'travaillées')] : []),
  ]
}

const Sentences = ({ lines }: { readonly lines: readonly string[] }) =>
  lines.length === 0 ? null : (
    <ul class="govuk-list">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  )

/** What will be recorded, and what the platform already knew. */
export const Understood = ({ line, recorded }: { readonly line: Line; readonly recorded: boolean }) => {
  if (line.state === 'set-aside') return <>Laissée de côté : {recorded ? 'rien n’a été enregistré.' : 'rien ne sera enregistré.'}</>
  if (line.reading?.stayId == null) return <>–</>
  const plan = planWords(line.reading)
  const known = line.reading.known.map((each) => KNOWN[each])
  return (
    <>
      <Sentences lines={plan} />
      {plan.length === 0 ? <div>{recorded ? 'Rien de nouveau.' : 'Rien de nouveau à enregistrer.'}</div> : null}
      {known.length > 0 ? <div class="m-entry-about">{`Déjà connu : ${known.join(', ')}.`}</div> : null}
    </>
  )
}

/** Whether a line understood brings a fact that the platform does not hold yet. */
export const bringsFacts = ({ state, reading }: Pick<Line, 'state' | 'reading'>): boolean =>
  state === 'understood' && reading !== null && planWords(reading).length > 0

const isKept = ({ code }: { readonly code: string }) => code === 'kept-column'

/** Why a line is refused, then what stays in the file without being imported. */
export const Reasons = ({ line }: { readonly line: Line }) => {
  const blocking = line.reasons.filter((reason) => reason.blocking).map(reasonSentence)
  const left = line.reasons.filter((reason) => !reason.blocking && !isKept(reason)).map(reasonSentence)
  const kept = line.reasons.filter(isKept)
  return (
    <>
      {blocking.length > 0 ? (
        <>
          <strong>{line.state === 'set-aside' ? 'Refusée' : 'À corriger'}</strong>
          <Sentences lines={blocking} />
        </>
      ) : null}
      <Sentences lines={left} />
      {kept.length > 0 ? (
        <div class="m-entry-about">{`Gardé dans votre fichier, non importé : ${kept.map(({ cell }) => cell ?? '').join(', ')}.`}</div>
      ) : null}
      {line.reasons.length === 0 ? <>Rien à signaler</> : null}
    </>
  )
}

/** Name of a line where people look for it: sheet and number. */
export const lineName = ({ sheet, line }: Pick<Line, 'sheet' | 'line'>, layout: RunLayout | null): string =>
  (layout?.sheets.filter(({ grid }) => grid !== null).length ?? 0) > 1
    ? `${layout?.sheets[sheet]?.name}, ligne ${line + 1}`
    : `Ligne ${line + 1}`
