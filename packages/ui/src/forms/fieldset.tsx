import type { ComponentChildren } from 'preact'

interface Props {
  readonly legend: ComponentChildren
  /** `section` titles a part of a form; `field`, the default, reads like a label. */
  readonly size?: 'field' | 'section' | undefined
  readonly id?: string | undefined
  readonly describedBy?: string | undefined
  readonly children: ComponentChildren
}

/**
 * A group of controls under one legend.
 * @example <Fieldset legend="Adresse" size="section">…</Fieldset>
 */
export function Fieldset({ legend, size = 'field', id, describedBy, children }: Props) {
  return (
    <fieldset class="govuk-fieldset" id={id} aria-describedby={describedBy} tabIndex={id ? -1 : undefined}>
      <legend class={`govuk-fieldset__legend m-legend-${size}`}>{legend}</legend>
      {children}
    </fieldset>
  )
}
