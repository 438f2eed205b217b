import type { ComponentChildren } from 'preact'

export type ButtonKind = 'primary' | 'secondary' | 'warning'

interface Props {
  readonly kind?: ButtonKind | undefined
  /** Given to the server when a form has several buttons. */
  readonly name?: string | undefined
  readonly value?: string | undefined
  /** The id of the form, when the button stands outside it. */
  readonly form?: string | undefined
  readonly children: ComponentChildren
}

/**
 * Sends a form. One `primary` a page; `warning` for what cannot be undone.
 * @example <Button name="step" value="draft" kind="secondary">Enregistrer le brouillon</Button>
 */
export function Button({ kind = 'primary', name, value, form, children }: Props) {
  return (
    <button class={`m-button m-button-${kind}`} type="submit" name={name} value={value} form={form}>
      {children}
    </button>
  )
}
