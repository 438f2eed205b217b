import { Layout } from '../layout/layout.tsx'
import type { Shell } from '../layout/shell.ts'
import { ContentGallery } from './content-gallery.tsx'
import { FiguresGallery } from './figures-gallery.tsx'
import { FormsGallery } from './forms-gallery.tsx'
import { TablesGallery } from './tables-gallery.tsx'

/**
 * Every component in each of its states, for whoever writes a screen. `Panel`, which is a page title, stands only at the end of procedures.
 * @example show('Composants', <Gallery />, { wide: true })
 */
export function Gallery() {
  return (
    <>
      <h1>Composants</h1>
      <p>Chaque composant dans chacun de ses états. Une page n’utilise que ceux-ci&nbsp;; ce qui manque s’ajoute ici d’abord.</p>
      <h2>Chiffres et raisons</h2>
      <FiguresGallery />
      <h2>Listes</h2>
      <TablesGallery />
      <h2>Contenus</h2>
      <ContentGallery />
      <h2>Formulaires</h2>
      <FormsGallery />
    </>
  )
}

/** The gallery as a whole page, for tests of the design system alone. */
export function GalleryPage({ shell }: { shell: Shell }) {
  return (
    <Layout shell={shell} title="Composants" breadcrumb={[{ label: 'Accueil', href: '/' }, { label: 'Composants' }]} wide>
      <Gallery />
    </Layout>
  )
}
