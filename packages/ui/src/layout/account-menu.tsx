import { HiddenField } from '../forms/hidden-field.tsx'
import type { Shell } from './shell.ts'

/** The reader's name, and the way out. */
export function AccountMenu({ shell: { account, csrf } }: { shell: Shell }) {
  if (account === 'unread') return null
  if (!account) {
    return (
      <a class="m-header-link" href="/connexion">
        Se connecter
      </a>
    )
  }
  return (
    <details class="m-menu m-account" name="header-menu">
      <summary class="m-menu-summary">
        <span class="govuk-visually-hidden">Compte de </span>
        {account.name}
      </summary>
      <div class="m-menu-panel">
        <form action="/deconnexion" method="post">
          {csrf === null ? null : <HiddenField name="_csrf" value={csrf} />}
          <button class="m-menu-item" type="submit">
            <span class="m-menu-label">Se déconnecter</span>
          </button>
        </form>
      </div>
    </details>
  )
}
