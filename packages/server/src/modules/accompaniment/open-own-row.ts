import type { KeyRing } from '../../platform/keys/key-ring.ts'
import { isPersonal } from './model-barriers.ts'
import { answerPurpose } from './model-reviews.ts'
import { storedWords } from './sealed-words.ts'
import { barrierPurpose } from './store-barriers.ts'
import { actionPurpose, goalPurpose } from './store-plan.ts'

type Row = Readonly<Record<string, unknown>>

/** The tables whose texts of health and justice are sealed for their row: which row, which columns. */
const SEALED: Readonly<Record<string, { purpose(row: Row): string; readonly texts: readonly string[] }>> = {
  barrier_version: {
    purpose: (row) => barrierPurpose(String(row['barrier_id']), Number(row['version'])),
    texts: ['consequence', 'tried'],
  },
  goal_version: { purpose: (row) => goalPurpose(String(row['goal_id']), Number(row['version'])), texts: ['words', 'reason'] },
  pathway_action_version: {
    purpose: (row) => actionPurpose(String(row['action_id']), Number(row['version'])),
    texts: ['words', 'reason'],
  },
  review_answer: {
    purpose: (row) => answerPurpose(String(row['review_id']), row['capability'] as Parameters<typeof answerPurpose>[1]),
    texts: ['words'],
  },
}

/** A row about the person whose space is open, as a table gives it, with what was sealed in it opened: it is theirs. */
export function openOwnRow(keys: KeyRing, table: string, row: Row): Row {
  const sealed = SEALED[table]
  const sensitivity = row['sensitivity'] as Parameters<typeof isPersonal>[0]
  if (!sealed || !isPersonal(sensitivity)) return row
  const opened = sealed.texts.map((text) => [
    text,
    storedWords(keys, sensitivity, sealed.purpose(row), (row[text] ?? null) as string | null),
  ])
  return { ...row, ...Object.fromEntries(opened) }
}
