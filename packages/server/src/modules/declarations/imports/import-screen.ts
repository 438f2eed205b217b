import type { FormState, SelectOption } from '@maillage/ui'
import type { VNode } from 'preact'
import type { Actor } from '../../../platform/command/actor.ts'
import type { ReadCtx } from '../../../platform/command/read.ts'
import type { FormBody, SubmitRequest } from '../../../platform/http/page-request.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import type { Member } from '../../../platform/http/slice.ts'
import type { FileTable } from '../layouts/file-table.ts'
import type { Layout } from '../layouts/layout.ts'
import type { ImportKind } from '../tables-imports.ts'
import type { JudgedLine } from './judged-line.ts'

/** What the lines of a file mean for who reads: each judged, with the answers that a correction may choose. */
export interface Reading {
  readonly lines: readonly JudgedLine[]
  /** By column: the sites of the structure, the types of contract. */
  readonly choices?: Readonly<Record<string, readonly SelectOption[]>>
  /** What the confirmation asks besides: why a month opened again is corrected. */
  readonly asks?: (form: FormState) => VNode | null
}

type ReadingCtx = ReadCtx & { readonly actor: Member }

/** What one kind of import has of its own; the way from the file to the confirmation is the same for all. */
export interface ImportScreen {
  readonly kind: ImportKind
  readonly path: string
  readonly title: string
  /** Where the reader comes from and goes back to. */
  readonly home: { readonly label: string; readonly href: string }
  readonly intro: string
  /** What one line is, one and many. */
  readonly counted: readonly [one: string, many: string]
  readonly layout: Layout
  readonly allowed: (actor: Actor) => boolean
  /** Where the file goes: a structure, a team. The first is taken when there is one. */
  readonly place: { readonly name: 'siaeId' | 'unitId'; readonly label: string }
  readonly places: (ctx: ReadingCtx) => Promise<readonly { readonly id: string; readonly name: string }[]>
  /** The structure of a place, for what is remembered. */
  readonly siaeOf: (place: string) => string | null
  /** Controls beside the file, and their names. */
  readonly more?: (form: FormState) => VNode
  readonly moreNames: readonly string[]
  /** Lines are held against what is recorded, and each difference accepted or not; elsewhere a file is recorded whole. */
  readonly byDifference?: true
  /** Columns that the page gives itself, and what to correct in its controls before a file is read. */
  readonly given: (form: FormBody) => readonly string[]
  readonly judge: (ctx: ReadingCtx, place: string, table: FileTable, form: FormBody) => Promise<Reading | undefined>
  /** Sends the command; undefined and the errors when it refuses. */
  readonly send: (
    request: SubmitRequest<Member>,
    input: {
      readonly place: string
      readonly table: string
      readonly titles: string
      readonly source: string
      /** The differences accepted, where they are accepted one by one. */
      readonly accepted: string
    },
  ) => Promise<{ readonly reply: Reply } | { readonly reply?: undefined; readonly form: FormState }>
}
