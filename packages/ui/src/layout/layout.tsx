import type { ComponentChildren } from 'preact'
import { AssetBase } from '../asset-base.ts'
import { Notification } from '../content/notification.tsx'
import { Breadcrumb, type Crumb } from './breadcrumb.tsx'
import { Footer } from './footer.tsx'
import { Header } from './header.tsx'
import type { Shell } from './shell.ts'

interface Props {
  readonly shell: Shell
  /** Of the window; the page writes its own `<h1>`. */
  readonly title: string
  readonly breadcrumb?: readonly Crumb[] | undefined
  /** The whole width, for tables; otherwise lines stay short enough to be read. */
  readonly wide?: boolean | undefined
  readonly children: ComponentChildren
}

/**
 * A whole page.
 * @example renderPage(<Layout shell={shell} title="Mes salariés" breadcrumb={[{ label: 'Accueil', href: '/' }, { label: 'Mes salariés' }]}>…</Layout>)
 */
export function Layout({ shell, title, breadcrumb = [], wide = false, children }: Props) {
  return (
    <html lang="fr">
      <head>
        <meta charset="utf-8" />
        <title>{`${shell.errorCount > 0 ? 'Erreur\u00a0: ' : ''}${title} – Maillage`}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="theme-color" content="#4b1e45" />
        <link rel="icon" href={`${shell.assets}/mark.svg`} type="image/svg+xml" />
        <link rel="preload" href={`${shell.assets}/fonts/regular.woff2`} as="font" type="font/woff2" crossorigin="anonymous" />
        <link rel="stylesheet" href={`${shell.assets}/style.css`} />
      </head>
      <body class="m-body">
        <a class="m-skip" href="#contenu">
          Aller au contenu
        </a>
        <Header shell={shell} />
        <div class="m-container m-page">
          <Breadcrumb crumbs={breadcrumb} />
          <main class={wide ? 'm-main m-main-wide' : 'm-main'} id="contenu" tabIndex={-1}>
            {shell.notice ? (
              <Notification kind={shell.notice.kind} title={shell.notice.title}>
                {shell.notice.text}
              </Notification>
            ) : null}
            <AssetBase.Provider value={shell.assets}>{children}</AssetBase.Provider>
          </main>
        </div>
        <Footer />
      </body>
    </html>
  )
}
