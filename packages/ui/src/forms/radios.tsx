import { type Choice, ChoiceGroup } from './choice-group.tsx'
import type { FieldProps } from './field-props.ts'
import { typedValue } from './form-state.ts'

interface Props extends FieldProps {
  readonly choices: readonly Choice[]
  /** Side by side: for two or three short answers. */
  readonly inline?: boolean | undefined
}

/**
 * One answer among a few. None is ticked beforehand.
 * @example <Radios form={form} name="rqth" label="A-t-elle une RQTH ?" choices={[{ value: 'yes', label: 'Oui' }, { value: 'no', label: 'Non' }]} inline />
 */
export function Radios(props: Props) {
  const current = typedValue(props.form, props.name)
  return <ChoiceGroup {...props} kind="radios" checked={(value) => value === current} />
}
