/** « (facultatif) », after the label of what may be left empty. */
export function OptionalMark({ optional }: { optional?: boolean | undefined }) {
  return optional ? <span class="m-optional"> (facultatif)</span> : null
}
