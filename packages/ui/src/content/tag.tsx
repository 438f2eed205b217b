import type { ComponentChildren } from 'preact'

export type Tone = 'neutral' | 'positive' | 'attention' | 'alert' | 'info'

/**
 * A state in a few words. The word says it all: the colour only helps.
 * @example <Tag tone="attention">À valider</Tag>
 */
export function Tag({ tone = 'neutral', children }: { tone?: Tone | undefined; children: ComponentChildren }) {
  return <strong class={`m-tag m-tag-${tone}`}>{children}</strong>
}
