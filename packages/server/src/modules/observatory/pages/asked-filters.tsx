import { SIAE_KINDS } from '@maillage/kernel'
import { Select, ViewForm } from '@maillage/ui'
import type { Asked } from '../read-asked.ts'

/** The period and the kind of structure, by the address. */
export function AskedFilters({
  action,
  asked,
  years,
  withKind = true,
}: {
  readonly action: string
  readonly asked: Asked
  readonly years: readonly number[]
  readonly withKind?: boolean
}) {
  const form = { values: { periode: String(asked.year), type: asked.kind === 'all' ? '' : asked.kind }, errors: [] }
  return (
    <ViewForm action={action}>
      <Select
        form={form}
        name="periode"
        label="Année"
        placeholder={null}
        options={years.map((year) => ({ value: String(year), label: String(year) }))}
      />
      {withKind ? (
        <Select
          form={form}
          name="type"
          label="Type de structure"
          placeholder="Tous"
          options={SIAE_KINDS.map((kind) => ({ value: kind, label: kind }))}
          optional
        />
      ) : null}
    </ViewForm>
  )
}
