import { AccountMenu } from './account-menu.tsx'
import { HatSwitch } from './hat-switch.tsx'
import { MainNavigation } from './main-navigation.tsx'
import { Mark } from './mark.tsx'
import type { Shell } from './shell.ts'

/** The top of every page: where I am, who I am, where I can go. */
export function Header({ shell }: { shell: Shell }) {
  return (
    <header class="m-header">
      {shell.demonstration ? <p class="m-demonstration">Démonstration — données fictives</p> : null}
      <div class="m-header-bar">
        <div class="m-header-row m-container">
          <a class="m-brand" href="/">
            <Mark />
            <span class="m-brand-name">Maillage</span>
            <span class="govuk-visually-hidden">, accueil</span>
          </a>
          <HatSwitch shell={shell} />
          <AccountMenu shell={shell} />
          {shell.leave ? (
            <a class="m-leave" href={shell.leave}>
              Quitter vite
            </a>
          ) : null}
        </div>
      </div>
      <MainNavigation navigation={shell.navigation} />
    </header>
  )
}
