import { randomUUID } from 'node:crypto'
import type { Step } from './load.ts'
import type { Adviser, Cast, Counsellor } from './virtual-users.ts'

/** The floors, asked among the rest: a page that reads no slice's table, for the same member, and « select 1 » through the same pool. */
export const EMPTY_PAGE = 'floor: an empty page'
export const SELECT_ONE = 'floor: select 1'
export const WRITES: ReadonlySet<string> = new Set(['record an orientation', 'accept and hire'])

const SHARES: readonly (readonly [string, number])[] = [
  ['person', 24],
  ['people', 14],
  ['search', 12],
  ['home', 10],
  ['received', 10],
  ['register', 6],
  ['orient', 7],
  ['hire', 5],
  ['empty', 6],
  ['one', 6],
]

const dateBoxes = (name: string, on: Temporal.PlainDate) => ({
  [`${name}-day`]: String(on.day),
  [`${name}-month`]: String(on.month),
  [`${name}-year`]: String(on.year),
})

interface Sent {
  readonly counsellor: Counsellor
  readonly applicationId: string
}

/**
 * What people of the field do, in their proportions: read a person's page, lists, searches, propose somebody to a structure (form, then sending), hire
 * them there (form, then sending: the right begins). Deterministic, in turn.
 */
export function journeysOf({ counsellors, advisers }: Cast): () => Step {
  const today = Temporal.Now.plainDateISO('Europe/Paris')
  const pile = SHARES.flatMap(([what, share]) => Array.from({ length: share }, () => what))
  const ready: Step[] = []
  const sent: Sent[] = []
  let turn = 0
  const pick = <T>(list: readonly T[], rank: number): T => list[rank % list.length] as T

  const orientation = (adviser: Adviser, personId: string, counsellor: Counsellor): Step => ({
    name: 'form of orientation',
    user: adviser,
    path: `/orienter?structure=${counsellor.siaeId}&personne=${personId}`,
    status: 200,
    onAnswer: () =>
      ready.push({
        name: 'record an orientation',
        user: adviser,
        path: '/orienter',
        form: {
          request_id: randomUUID(),
          siaeId: counsellor.siaeId,
          personId,
          wantedPost: 'Ouvrière maraîchère',
          message: 'Disponible tout de suite.',
          diagnosed: 'oui',
          ...dateBoxes('diagnosedOn', today),
        },
        status: 303,
        onAnswer: ({ location }) => {
          const applicationId = /\/orientations\/([0-9a-f-]{36})/.exec(location)?.[1]
          if (applicationId) sent.push({ counsellor, applicationId })
        },
      }),
  })
  const hire = ({ counsellor, applicationId }: Sent): Step => ({
    name: 'form of hire',
    user: counsellor,
    path: `/candidatures/${applicationId}/embaucher`,
    status: 200,
    onAnswer: () =>
      ready.push({
        name: 'accept and hire',
        user: counsellor,
        path: `/candidatures/${applicationId}/embaucher`,
        form: {
          request_id: randomUUID(),
          ...dateBoxes('firstDay', today),
          ...dateBoxes('lastDay', today.add({ months: 6 })),
          type: 'CDDI',
          weeklyHours: '26',
          post: 'Maraîchage',
        },
        status: 303,
      }),
  })
  let oriented = 0
  const reading = (name: string, path: string, user: Counsellor): Step => ({ name, user, path, status: 200 })

  return () => {
    const prepared = ready.shift()
    if (prepared) return prepared
    turn += 1
    // A step through the pile that meets every share in turn, well mixed.
    const what = pick(pile, turn * 37)
    const counsellor = pick(counsellors, turn)
    if (what === 'person') return reading('page of a person', `/personnes/${pick(counsellor.people, turn)}`, counsellor)
    if (what === 'people') return reading('list of people', '/personnes', counsellor)
    if (what === 'search') return reading('search by name', `/personnes?q=nom${'abcdefgh'[turn % 8]}`, counsellor)
    if (what === 'home') return reading('home', '/', counsellor)
    if (what === 'received') return reading('applications received', '/candidatures', counsellor)
    if (what === 'register') return reading('register of structures', '/structures', counsellor)
    if (what === 'orient') {
      const adviser = pick(advisers, oriented)
      const personId = pick(adviser.people, Math.floor(oriented / advisers.length))
      return orientation(adviser, personId, pick(counsellors, 7 * oriented++))
    }
    const waiting = what === 'hire' ? sent.shift() : undefined
    if (waiting) return hire(waiting)
    if (what === 'one') return reading(SELECT_ONE, '/ready', counsellor)
    return reading(EMPTY_PAGE, '/accessibilite', counsellor)
  }
}
