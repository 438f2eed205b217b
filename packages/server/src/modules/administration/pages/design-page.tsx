import { Gallery } from '@maillage/ui'
import { publicPage } from '../../../platform/http/page.ts'
import { show } from '../../../platform/http/reply.ts'

/** Every component in each of its states. */
export const designPage = publicPage({
  path: '/design',
  get: async () => show('Composants', <Gallery />, { wide: true }),
})
