import { type FieldMessage, type FormState, typedValue } from '@maillage/ui'
import type { z } from 'zod'
import type { Command } from '../command/command.ts'
import type { Ctx } from '../command/context.ts'
import type { ReadCtx } from '../command/read.ts'
import type { Database } from '../database/database.ts'
import type { Upload } from '../uploads/upload.ts'
import type { Notice, Reply } from './reply.ts'

export type FormBody = Readonly<Record<string, string | readonly string[] | undefined>>

/** A GET: what was asked, by whom, and how to read. */
export interface PageRequest<A> {
  readonly actor: A
  readonly path: string
  /** The address of the platform, to be written on paper: `https://maillage.example` */
  readonly site: string
  readonly params: Readonly<Record<string, string>>
  readonly query: Readonly<Record<string, string | readonly string[] | undefined>>
  /** Proof to put in the forms of the page. */
  readonly csrf: string
  /** A new id for the form shown: sending it twice does the work once. */
  readonly formId: string
  /** What was typed before the session expired, sealed: the forms that sign in carry it in a hidden field. `'too-long'` when it could not be kept. */
  readonly carried: { readonly sealed: string } | 'too-long' | null
  /** What the purpose of this deployment is, once written. */
  readonly demonstration: boolean
  /** One read-only transaction. */
  read<T>(work: (ctx: ReadCtx & { readonly actor: A }) => Promise<T>): Promise<T>
  /**
   * A small write that reading owes (who looked at a file): done once the answer is made, in a transaction of its own, before it is sent.
   * When it fails, the page is not shown.
   */
  afterwards(write: (ctx: Ctx) => Promise<void>): void
}

/** The answer of a command that the page shows itself. */
export type Asked<Value> = { readonly value: Value; readonly form?: undefined } | { readonly value?: undefined; readonly form: FormState }

/** What to do with a form. */
export interface Submission<Schema extends z.ZodType, Value> {
  readonly input: unknown
  /** Errors that the page saw while reading the boxes (a date in three parts); nothing is done when there is one. */
  readonly errors?: readonly FieldMessage[]
  /** Where a success leads. */
  readonly location: (value: Value) => string
  readonly notice: Notice | ((value: Value) => Notice)
  /** Phantom: binds the schema of the command. */
  readonly schema?: Schema
}

/** A POST, already checked for origin and proof. */
export interface SubmitRequest<A> extends PageRequest<A> {
  readonly form: FormBody
  /** The file that came with the form of a page that takes one. */
  readonly upload: Upload
  /** Address of the caller, hashed: for limits, never for logs. */
  readonly callerKey: string
  /** For the few acts before there is an actor. */
  readonly database: Database
  /** Ends this browser's session on the server. */
  endSession(): Promise<void>
  /** Runs a command: the reply when it is done, or the form as typed with what is wrong. */
  submit<Schema extends z.ZodType, Value>(
    command: Command<Schema, Value>,
    submission: Submission<Schema, Value>,
  ): Promise<{ readonly reply: Reply; readonly form?: undefined } | { readonly reply?: undefined; readonly form: FormState }>
  /** Runs a command that leads nowhere by itself, a question that is counted: its value, or the form as typed with what is wrong. */
  ask<Schema extends z.ZodType, Value>(
    command: Command<Schema, Value>,
    input: unknown,
    errors?: readonly FieldMessage[],
  ): Promise<Asked<Value>>
}

/** The trimmed text of a control. @example text(request.form, 'name') */
export function text(form: FormBody, name: string): string {
  return typedValue({ values: form, errors: [] }, name).trim()
}
