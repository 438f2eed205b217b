import type { VNode } from 'preact'
import { renderToString } from 'preact-render-to-string'

/**
 * The whole HTML document of a page, ready to be sent. The vnode is a `Layout`, which writes `<html lang="fr">`.
 * @example reply.type('text/html').send(renderPage(<Layout shell={shell} title="Mes salariés">…</Layout>))
 */
export function renderPage(page: VNode): string {
  return `<!doctype html>\n${renderToString(page)}`
}
