import { randomUUID } from 'node:crypto'
import type { Writer } from './small-demonstration.ts'

const FORM = { 'content-type': 'application/x-www-form-urlencoded' }
const PROOF = /name="_csrf" value="([^"]+)"/
const TITLE = /<h1[^>]*>([\s\S]*?)<\/h1>/

/** A browser that adds sites without pause, and remembers those it was told are added. */
export interface SiteWriter {
  /** Names whose addition the server acknowledged. */
  readonly acknowledged: readonly string[]
  /** Writes until the server is gone. */
  writeUntilGone(address: string): Promise<void>
  /** Adds one site: null when it is acknowledged, else what came back, « 503 Titre de la page ». */
  writeOnce(address: string): Promise<string | null>
  /** The names that the card of the structure shows. */
  shown(address: string): Promise<ReadonlySet<string>>
}

/** Enters the demonstration as its director. The session is in the database: it must survive the kills too. */
export async function openWriter(address: string, { accountId, siaeId }: Writer): Promise<SiteWriter> {
  let cookie = ''
  let sent = 0
  const send = async (url: string, fields?: Readonly<Record<string, string>>) => {
    const reply = await fetch(url, {
      ...(fields ? { method: 'POST', body: new URLSearchParams(fields).toString() } : {}),
      // Behind a proxy, another address every hundred requests: writers without pause stand for many people, and the limit is by address.
      headers: { cookie, 'x-forwarded-for': `10.0.${(sent / 25_000) | 0}.${1 + (((sent++ / 100) | 0) % 250)}`, ...(fields ? FORM : {}) },
      redirect: 'manual',
    })
    cookie =
      reply.headers
        .getSetCookie()
        .find((each) => each.startsWith('maillage_session='))
        ?.split(';')[0] ?? cookie
    return { status: reply.status, location: reply.headers.get('location'), body: await reply.text() }
  }
  const door = await send(`${address}/demonstration`)
  await send(`${address}/demonstration`, { _csrf: PROOF.exec(door.body)?.[1] ?? '', account: accountId })

  const acknowledged: string[] = []
  const card = `/structures/${siaeId}`
  const add = async (at: string, proof: string) => {
    const name = `Chantier ${randomUUID()}`
    const fields = {
      name,
      commune: '11262',
      'commune-text': 'N',
      'commune-for': 'N',
      'firstDay-day': '1',
      'firstDay-month': '3',
      'firstDay-year': '2026',
    }
    const reply = await send(`${at}${card}/sites/ajouter`, { _csrf: proof, request_id: randomUUID(), ...fields })
    const done = reply.status === 303 && reply.location === card
    if (done) acknowledged.push(name)
    return { done, reply }
  }
  let known: string | undefined
  return {
    acknowledged,
    async writeUntilGone(at) {
      try {
        const form = await send(`${at}${card}/sites/ajouter`)
        const proof = PROOF.exec(form.body)?.[1] ?? ''
        for (;;) {
          const { done, reply } = await add(at, proof)
          if (!done) throw new Error(`A site was refused: ${reply.status} ${reply.body.slice(0, 2000)}`)
        }
      } catch (error) {
        // The connection falls when the server is killed: what was being written then is not acknowledged.
        if (!(error instanceof TypeError)) throw error
      }
    },
    async writeOnce(at) {
      known ??= PROOF.exec((await send(`${at}${card}/sites/ajouter`)).body)?.[1]
      const { done, reply } = await add(at, known ?? '')
      return done ? null : `${reply.status} ${TITLE.exec(reply.body)?.[1] ?? ''}`.trim()
    },
    shown: async (at) => new Set((await send(`${at}${card}`)).body.match(/Chantier [0-9a-f-]{36}/g)),
  }
}
