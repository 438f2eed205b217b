import { type Choice, ChoiceGroup } from './choice-group.tsx'
import type { FieldProps } from './field-props.ts'
import { typedValues } from './form-state.ts'

interface Props extends FieldProps {
  readonly choices: readonly Choice[]
  readonly inline?: boolean | undefined
}

/**
 * Any number of answers under one name; a single one for an agreement.
 * @example <Checkboxes form={form} name="barriers" label="Freins repérés" choices={barriers} optional />
 */
export function Checkboxes(props: Props) {
  const ticked = new Set(typedValues(props.form, props.name))
  return <ChoiceGroup {...props} kind="checkboxes" checked={(value) => ticked.has(value)} />
}
