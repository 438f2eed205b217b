import type { ComponentChildren } from 'preact'
import { Button } from '../forms/button.tsx'

/**
 * What a page is about when something is always chosen: a year, a month, a structure. In sight, and never « cleared » as filters are.
 * @example <ViewForm action="/heures"><Select form={asked} name="mois" label="Mois" options={months} /></ViewForm>
 */
export function ViewForm({ action, children }: { readonly action: string; readonly children: ComponentChildren }) {
  return (
    <form class="m-view" action={action} method="get">
      {children}
      <Button kind="secondary">Afficher</Button>
    </form>
  )
}
