import { type ComponentChildren, createElement, Fragment } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { ErrorSummary } from './error-summary.tsx'
import type { FieldMessage, FormState } from './form-state.ts'
import { HiddenField } from './hidden-field.tsx'

interface Props {
  readonly action: string
  /** Proof that the form comes from us; null only where nobody is signed in and the server needs none. */
  readonly csrf: string | null
  /** Makes sending twice the same as sending once. */
  readonly requestId?: string | undefined
  readonly state: FormState
  readonly id?: string | undefined
  /** The form holds a `FileField`: its file goes with it. */
  readonly withFile?: boolean | undefined
  readonly children: ComponentChildren
}

/**
 * Errors in the order of their controls on the page, whatever the order in which they were found. One about a control that this page does not show
 * comes last, without a link: it would lead nowhere.
 */
function inOrder(errors: readonly FieldMessage[], children: ComponentChildren): readonly FieldMessage[] {
  if (errors.length === 0) return errors
  const html = renderToString(createElement(Fragment, null, children))
  const placed = errors.map(({ field, text }) => {
    const at = field === undefined ? -1 : html.indexOf(` id="${field}"`)
    return at < 0 ? { at: html.length, error: { text } } : { at, error: { field, text } }
  })
  return placed.toSorted((a, b) => a.at - b.at).map(({ error }) => error)
}

/**
 * A form that changes something. Shows its own errors first; the browser checks nothing, so that every message is ours, in French.
 * @example <Form action="/sorties" csrf={shell.csrf} requestId={requestId} state={form}><TextField … /><Button>Enregistrer</Button></Form>
 */
export function Form({ action, csrf, requestId, state, id, withFile, children }: Props) {
  return (
    <form class="m-form" id={id} action={action} method="post" enctype={withFile ? 'multipart/form-data' : undefined} novalidate>
      <ErrorSummary state={{ ...state, errors: inOrder(state.errors, children) }} />
      {csrf === null ? null : <HiddenField name="_csrf" value={csrf} />}
      {requestId === undefined ? null : <HiddenField name="request_id" value={requestId} />}
      {/* The Enter key presses the first button of a form: without this one, it would start a search or press « Refuser ». */}
      <button class="m-default-submit" type="submit" tabIndex={-1} aria-hidden="true">
        Envoyer
      </button>
      {children}
    </form>
  )
}
