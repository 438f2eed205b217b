import type { Multipart } from '@fastify/multipart'
import type { FastifyRequest } from 'fastify'
import { storable, TooManyFields } from '../http/form-body.ts'
import { NO_UPLOAD, type Upload } from './upload.ts'
import { UPLOAD_LIMITS } from './upload-limits.ts'

/** What a form with a file may hold. Above `BODY_LIMIT` the connection is refused at once; between the two, the page says it under the field. */
export const MULTIPART_LIMITS = {
  fileSize: UPLOAD_LIMITS.bytes,
  files: 1,
  fields: 60,
  fieldSize: 100_000,
  fieldNameSize: 200,
  headerPairs: 50,
  parts: 61,
} as const

const BODY_LIMIT = 4 * UPLOAD_LIMITS.bytes
const NAME_LIMIT = 200
const PARSER_SAYS = /^(Unexpected end of multipart data|(Part|File) terminated early|Multipart: )/

/** A form whose length is not told, far too long, or without an end. */
class UnreadableForm extends Error {
  readonly statusCode: 400 | 411 | 413

  constructor(statusCode: 400 | 411 | 413, options?: ErrorOptions) {
    super('A form with a file cannot be read', options)
    this.statusCode = statusCode
  }
}

export interface UploadForm {
  readonly form: Record<string, string | string[]>
  readonly upload: Upload
}

/** The last part of the path that a browser may send, without what is not written in a name. */
const plainName = (written: string) =>
  storable(written)
    .replace(/^.*[/\\]/, '')
    .replace(/\p{C}/gu, '')
    .trim()
    .slice(-NAME_LIMIT) || 'fichier'

function addField(form: Record<string, string | string[]>, part: Extract<Multipart, { type: 'field' }>): void {
  if (part.fieldnameTruncated || part.valueTruncated) throw new TooManyFields('A field is too long in a form')
  const [name, value] = [storable(part.fieldname), storable(typeof part.value === 'string' ? part.value : '')]
  const before = form[name]
  if (before === undefined) form[name] = value
  else if (typeof before === 'string') form[name] = [before, value]
  else before.push(value)
}

/**
 * Reads a form sent with its file. The proofs of the form come before the file: `isAwaited` looks at them first, and the bytes of a file that nobody
 * awaits are let go as they come. Never on the disk: the file is in memory, small, and goes away with the request.
 */
export async function readUploadForm(
  request: FastifyRequest,
  isAwaited: (form: Readonly<Record<string, string | string[]>>) => boolean,
): Promise<UploadForm> {
  const length = Number(request.headers['content-length'] ?? Number.NaN)
  if (!(length <= BODY_LIMIT)) throw new UnreadableForm(Number.isNaN(length) ? 411 : 413)
  try {
    return await readParts(request, isAwaited)
  } catch (error) {
    // The parser speaks of what was sent by plain errors: none of them is a fault of ours.
    if (error instanceof Error && PARSER_SAYS.test(error.message)) throw new UnreadableForm(400, { cause: error })
    throw error
  }
}

async function readParts(
  request: FastifyRequest,
  isAwaited: (form: Readonly<Record<string, string | string[]>>) => boolean,
): Promise<UploadForm> {
  // Without a prototype: `__proto__` is a name like any other.
  const form = Object.create(null) as Record<string, string | string[]>
  let upload: Upload = NO_UPLOAD
  for await (const part of request.parts()) {
    if (part.type === 'field') addField(form, part)
    else if (!isAwaited(form)) part.file.resume()
    else {
      const bytes = await part.toBuffer()
      // A browser sends an empty part without a name when no file was chosen.
      if (part.file.truncated) upload = { state: 'too-large' }
      else if (part.filename || bytes.length > 0) upload = { state: 'given', name: plainName(part.filename), bytes }
    }
  }
  return { form, upload }
}
