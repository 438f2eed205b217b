import { HiddenField } from '../forms/hidden-field.tsx'
import type { Shell } from './shell.ts'

/** The hat worn, and the others one may put on. A single hat is only said. */
export function HatSwitch({ shell: { account, hats, csrf } }: { shell: Shell }) {
  if (!account || account === 'unread' || account.hat === null) return null
  const worn = (
    <>
      <span class="govuk-visually-hidden">Vous agissez comme&nbsp;: </span>
      <span class="m-hat-name">{account.hat}</span>
    </>
  )
  if (hats.length < 2) return <p class="m-hat m-hat-only">{worn}</p>
  return (
    <details class="m-menu m-hat" name="header-menu">
      <summary class="m-menu-summary">{worn}</summary>
      <div class="m-menu-panel">
        <p class="m-menu-title">Changer de casquette</p>
        <form action="/chapeau" method="post">
          {csrf === null ? null : <HiddenField name="_csrf" value={csrf} />}
          <ul class="m-menu-list">
            {hats.map((hat) => (
              <li key={hat.id}>
                <button class="m-menu-item" type="submit" name="hat" value={hat.id} aria-current={hat.current ? 'true' : undefined}>
                  <span class="m-menu-label">{hat.label}</span>
                  {hat.detail ? <span class="m-menu-detail"> {hat.detail}</span> : null}
                </button>
              </li>
            ))}
          </ul>
        </form>
      </div>
    </details>
  )
}
