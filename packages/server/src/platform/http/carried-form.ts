import type { KeyRing } from '../keys/key-ring.ts'
import type { FormBody } from './page-request.ts'

/** What somebody had typed when their session expired, kept in the sign-in form of their browser and nowhere else. */
export interface CarriedForm {
  /** The only address on which it may be shown again. */
  readonly url: string
  readonly fields: FormBody
}

/** The hidden field of the sign-in form. */
export const CARRIED = '_carried'

const PURPOSE = 'carried form'
const TYPED_AT_MOST = 200_000
const SECRET = /^_|^request_id$|password|secret/

/** A form without what must never be shown again. */
export const withoutSecrets = (form: FormBody): FormBody => Object.fromEntries(Object.entries(form).filter(([name]) => !SECRET.test(name)))

/** Seals what was typed; null when it is too long to travel in a page. */
export function carry(keys: KeyRing, form: CarriedForm): string | null {
  const text = JSON.stringify({ url: form.url, fields: withoutSecrets(form.fields) })
  return text.length > TYPED_AT_MOST ? null : keys.seal(text, PURPOSE)
}

/** What the sign-in form brings back, when it is ours. */
export function broughtBack(keys: KeyRing, form: FormBody): CarriedForm | undefined {
  const sealed = form[CARRIED]
  const text = typeof sealed === 'string' ? keys.open(sealed, PURPOSE) : undefined
  return text === undefined ? undefined : (JSON.parse(text) as CarriedForm)
}
