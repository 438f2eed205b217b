import { publicPage } from '../../../platform/http/page.ts'
import { json } from '../../../platform/http/reply.ts'
import { findCommunes } from '../queries/find-communes.ts'

/** The map of the country changes once a year: what somebody typed an hour ago need not be asked again. */
const KEPT_SECONDS = 3600

/** What the commune box asks while somebody types. The same answer for everybody. */
export const communesJson = publicPage({
  path: '/communes.json',
  async get({ query, read }) {
    const typed = query['q']
    return json(typeof typed === 'string' ? await read((ctx) => findCommunes(ctx, typed)) : [], { keptSeconds: KEPT_SECONDS })
  },
})
