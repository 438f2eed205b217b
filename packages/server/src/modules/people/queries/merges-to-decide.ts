import { day } from '@maillage/kernel'
import { sql } from 'kysely'
import type { ReadCtx } from '../../../platform/command/read.ts'
import { type Birth, type BirthPrecision, displayName, type PersonState, type Sex } from '../model.ts'

/** The identity of a file, as those who decide a merge see it: nothing else of the person. */
export interface MergedFile {
  readonly id: string
  readonly displayName: string
  readonly birthName: string
  readonly birth: Birth
  readonly sex: Sex | null
  readonly state: PersonState
  readonly organisation: string
}

export interface MergeToDecide {
  readonly id: string
  readonly proposedByMe: boolean
  readonly done: boolean
  readonly kept: MergedFile
  readonly absorbed: MergedFile
}

interface File {
  id: string
  state: PersonState
  sex: Sex | null
  birthDate: string | null
  birthPrecision: BirthPrecision
  birthName: string | null
  usageName: string | null
  givenNames: string | null
  organisation: string
}

function fileOf({ birthDate, birthPrecision, birthName, usageName, givenNames, ...file }: File): MergedFile {
  return {
    ...file,
    birthName: birthName ?? '',
    displayName: displayName({ birthName: birthName ?? '', usageName, givenNames: givenNames ?? '' }),
    birth: { date: birthDate === null ? null : day(birthDate), precision: birthPrecision },
  }
}

/** The merges that wait, then those of the last thirty days; nothing but for an administrator. One statement. */
export async function mergesToDecide({ tx }: Pick<ReadCtx, 'tx'>): Promise<readonly MergeToDecide[]> {
  const { rows } = await sql<{ merge_id: string; proposed_by_me: boolean; confirmed_at: string | null; kept: File; absorbed: File }>`
    select merge_id, proposed_by_me, confirmed_at, kept, absorbed from merges_to_decide()`.execute(tx)
  return rows.map((row) => ({
    id: row.merge_id,
    proposedByMe: row.proposed_by_me,
    done: row.confirmed_at !== null,
    kept: fileOf(row.kept),
    absorbed: fileOf(row.absorbed),
  }))
}
