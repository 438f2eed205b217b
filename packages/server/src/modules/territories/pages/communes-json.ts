import { publicPage } from '../../../platform/http/page.ts'
import { json } from '../../../platform/http/reply.ts'
import { findCommunes } from '../queries/find-communes.ts'

/** What the commune box asks while somebody types. */
export const communesJson = publicPage({
  path: '/communes.json',
  async get({ query, read }) {
    const typed = String(query['q'] ?? '').slice(0, 80)
    return json(await read((ctx) => findCommunes(ctx, typed)))
  },
})
