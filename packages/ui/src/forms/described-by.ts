/** The ids of the hint and of the errors of a control, in the order they are read, or undefined when it has none. */
export function describedBy(id: string, hasHint: boolean, hasError: boolean, ...more: readonly string[]): string | undefined {
  const ids = [...(hasHint ? [`${id}-hint`] : []), ...(hasError ? [`${id}-error`] : []), ...more]
  return ids.length > 0 ? ids.join(' ') : undefined
}
