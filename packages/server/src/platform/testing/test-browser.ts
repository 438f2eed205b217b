import { csrfOf, newToken, tokenHash } from '../session/token.ts'
import type { World } from './database-test.ts'

export interface Answer {
  readonly status: number
  readonly location: string | undefined
  readonly body: string
  /** The text a reader sees, without tags and entities, spaces made single. */
  readonly text: string
}

/** A browser without JavaScript: keeps its cookies and sends the proof of its forms. */
export interface TestBrowser {
  /** The secret in its cookie: changes at sign-in. */
  token(): string
  get(path: string): Promise<Answer>
  /** `headers` are added: another origin, a proxy. */
  post(path: string, fields?: TypedFields, headers?: Readonly<Record<string, string>>): Promise<Answer>
  /** A form with a file, in the control `file`. */
  postFile(
    path: string,
    file: { readonly name: string; readonly bytes: Uint8Array },
    fields?: Readonly<Record<string, string>>,
  ): Promise<Answer>
}

/** What a form sends; a name with a list is sent once for each of its values. */
export type TypedFields = Readonly<Record<string, string | readonly string[]>>

const bodyOf = (fields: TypedFields): string =>
  new URLSearchParams(
    Object.entries(fields).flatMap(([name, value]) => (typeof value === 'string' ? [value] : value).map((each) => [name, each])),
  ).toString()

function textOf(html: string): string {
  return html
    .replace(/<(script|style)[\s\S]*?<\/\1>/g, ' ')
    .replace(/<[^>]+>/g, ' ')
    .replace(/&amp;/g, '&')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&nbsp;|\u00a0|\u202f/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}

const BOUNDARY = 'maillage-tests'

/** A form as a browser sends it when it has a file. */
function withFile(fields: Readonly<Record<string, string>>, file: { readonly name: string; readonly bytes: Uint8Array }): Buffer {
  const part = (head: string, content: Uint8Array) =>
    Buffer.concat([Buffer.from(`--${BOUNDARY}\r\ncontent-disposition: form-data; ${head}\r\n\r\n`), content, Buffer.from('\r\n')])
  return Buffer.concat([
    ...Object.entries(fields).map(([name, value]) => part(`name="${name}"`, Buffer.from(value))),
    part(`name="file"; filename="${file.name}"\r\ncontent-type: application/octet-stream`, file.bytes),
    Buffer.from(`--${BOUNDARY}--\r\n`),
  ])
}

/** Opens the site in this world, signed in as an account when one is given. */
export async function openBrowser(world: World, accountId?: string): Promise<TestBrowser> {
  const server = await world.server()
  let token = newToken()
  if (accountId !== undefined) {
    token = newToken()
    const opened = await world.database.beforeActor<{ answer: boolean }>('open_session', [tokenHash(token), accountId, 12])
    if (!opened?.answer) throw new Error('This account cannot sign in')
  }
  let notice: string | undefined
  const send = async (
    method: 'GET' | 'POST',
    url: string,
    payload?: string | Buffer,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Answer> => {
    const reply = await server.inject({
      method,
      url,
      cookies: { maillage_session: token, ...(notice ? { maillage_notice: notice } : {}) },
      ...(payload === undefined
        ? {}
        : {
            payload,
            headers: { 'content-type': 'application/x-www-form-urlencoded', host: 'localhost', origin: 'http://localhost', ...headers },
          }),
    })
    for (const cookie of reply.cookies) {
      if (cookie.name === 'maillage_session' && cookie.value) token = cookie.value
      if (cookie.name === 'maillage_notice') notice = cookie.value || undefined
    }
    return { status: reply.statusCode, location: reply.headers.location, body: reply.body, text: textOf(reply.body) }
  }
  return {
    token: () => token,
    get: (path) => send('GET', path),
    post: (path, fields = {}, headers = {}) => send('POST', path, bodyOf({ _csrf: csrfOf(token), ...fields }), headers),
    postFile: (path, file, fields = {}) =>
      send('POST', path, withFile({ _csrf: csrfOf(token), ...fields }, file), {
        'content-type': `multipart/form-data; boundary=${BOUNDARY}`,
      }),
  }
}
