import { invariant } from '@maillage/kernel'
import { readKeyRing } from '../keys/key-ring.ts'

const ring = readKeyRing(`tests:${Buffer.alloc(32, 'test').toString('base64')}`)
invariant(ring, 'it is a key ring')

/** The keys with which every world of tests seals: what a fixture seals, a page opens. */
export const TEST_KEYS = ring
