import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto'

/** The keys of this deployment: the first one seals, all of them open, so that a key can be replaced without losing what it sealed. */
export interface KeyRing {
  /** `purpose` is not secret, but what was sealed for one purpose does not open for another. */
  seal(text: string, purpose: string): string
  /** The text, or undefined when none of our keys sealed it for this purpose. */
  open(sealed: string, purpose: string): string | undefined
  /**
   * What tells whether two texts are the same without telling either, by each key: the first one is written, all of them are looked for. For another
   * purpose, the same text has other marks.
   */
  marks(text: string, purpose: string): readonly [string, ...string[]]
  /** Name of each key → what tells it from another without telling anything of it: an archive says with which keys it can be read. */
  readonly fingerprints: Readonly<Record<string, string>>
}

interface Key {
  readonly id: string
  readonly secret: Buffer
}

const CIPHER = 'aes-256-gcm'
const SECRET_BYTES = 32
const NONCE_BYTES = 12
const TAG_BYTES = 16
const SPELLED = /^([a-z0-9-]{1,32}):([A-Za-z0-9+/_-]{43}=?)$/

const fingerprintOf = (secret: Buffer) => createHmac('sha256', secret).update('maillage fingerprint').digest('hex').slice(0, 16)

const markBy = ({ id, secret }: Key, text: string, purpose: string) =>
  `${id}.${createHmac('sha256', secret).update(`maillage mark\0${purpose}\0${text}`).digest('base64url')}`

function ringOf(keys: readonly [Key, ...Key[]]): KeyRing {
  const [first, ...others] = keys
  return {
    fingerprints: Object.fromEntries(keys.map(({ id, secret }) => [id, fingerprintOf(secret)])),
    seal(text, purpose) {
      const nonce = randomBytes(NONCE_BYTES)
      const cipher = createCipheriv(CIPHER, first.secret, nonce).setAAD(Buffer.from(`${first.id} ${purpose}`))
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
      return `${first.id}.${Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url')}`
    },
    marks: (text, purpose) => [markBy(first, text, purpose), ...others.map((key) => markBy(key, text, purpose))],
    open(sealed, purpose) {
      const [id, encoded = ''] = sealed.split('.')
      const key = keys.find((each) => each.id === id)
      const bytes = Buffer.from(encoded, 'base64url')
      if (!key || bytes.length < NONCE_BYTES + TAG_BYTES) return undefined
      const decipher = createDecipheriv(CIPHER, key.secret, bytes.subarray(0, NONCE_BYTES), { authTagLength: TAG_BYTES })
        .setAAD(Buffer.from(`${key.id} ${purpose}`))
        .setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES))
      try {
        return Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()]).toString('utf8')
      } catch {
        return undefined
      }
    },
  }
}

/** Reads `name:secret,name:secret`, each secret being 32 bytes in base64; undefined when it is not so written. */
export function readKeyRing(text: string): KeyRing | undefined {
  const keys = text.split(',').map((each): Key | undefined => {
    const [, id, secret] = SPELLED.exec(each.trim()) ?? []
    return id && secret ? { id, secret: Buffer.from(secret, 'base64') } : undefined
  })
  const [first, ...others] = keys.filter((key) => key?.secret.length === SECRET_BYTES).filter((key) => key !== undefined)
  const distinct = new Set(keys.map((key) => key?.id)).size === keys.length
  return first && distinct && others.length + 1 === keys.length ? ringOf([first, ...others]) : undefined
}

/** A key that lives as long as the process: for what keeps nothing. */
export const passingKeyRing = (): KeyRing => ringOf([{ id: 'passing', secret: randomBytes(SECRET_BYTES) }])
