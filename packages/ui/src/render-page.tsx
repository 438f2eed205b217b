import type { VNode } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { frenchSpacesOfHtml } from './french-spaces.ts'

/**
 * The whole HTML document of a page, ready to be sent, its texts with French spaces. The vnode is a `Layout`, which writes `<html lang="fr">`.
 * @example reply.type('text/html').send(renderPage(<Layout shell={shell} title="Mes salariés">…</Layout>))
 */
export function renderPage(page: VNode): string {
  return `<!doctype html>\n${frenchSpacesOfHtml(renderToString(page))}`
}
