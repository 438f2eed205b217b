import type { ComponentChildren } from 'preact'

export type NotificationKind = 'success' | 'information' | 'warning'

const WORDS: Record<NotificationKind, string> = { success: 'C’est fait', information: 'À savoir', warning: 'Attention' }

interface Props {
  readonly kind: NotificationKind
  readonly title: string
  readonly children?: ComponentChildren
}

/**
 * What just happened, or what to know before going on. A warning is announced at once.
 * @example <Notification kind="success" title="La candidature est envoyée">La structure a un mois pour répondre.</Notification>
 */
export function Notification({ kind, title, children }: Props) {
  return (
    <div class={`m-notification m-notification-${kind}`} role={kind === 'warning' ? 'alert' : 'status'}>
      <p class="m-notification-title">
        <span class="m-notification-kind">{WORDS[kind]}</span>
        <strong>{title}</strong>
      </p>
      {children ? <div class="m-notification-text">{children}</div> : null}
    </div>
  )
}
