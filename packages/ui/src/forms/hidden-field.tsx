/**
 * A value carried by the form without being shown.
 * @example <HiddenField name="version" value="3" />
 */
export function HiddenField({ name, value }: { name: string; value: string }) {
  return <input type="hidden" name={name} value={value} />
}
