import { fileURLToPath } from 'node:url'
import { type KeyRing, readKeyRing } from '../keys/key-ring.ts'

export interface Settings {
  readonly host: string
  readonly port: number
  readonly databaseUrl: string | null
  readonly workerDatabaseUrl: string | null
  readonly databaseAdminUrl: string | null
  readonly dataFolder: string
  readonly publicUrl: string | null
  readonly smtpUrl: string | null
  readonly mailFrom: string
  readonly logLevel: string
  readonly trustProxy: boolean
  readonly keys: KeyRing | null
}

/** A setting as `npm run config` prints it. */
export interface Reading {
  readonly name: string
  readonly meaning: string
  readonly value: string
  readonly origin: 'environnement' | 'défaut'
  readonly fault: string | null
}

interface Setting<T> {
  readonly name: string
  readonly meaning: string
  readonly fallback: string
  readonly secret?: boolean
  /** The value, or a French sentence that says what is wrong and what to write. */
  readonly parse: (text: string) => { readonly value: T } | { readonly fault: string }
}

const asIs = (text: string) => ({ value: text })

const url = (name: string, protocols: readonly string[]) => (text: string) => {
  if (text === '') return { value: null }
  const parsed = URL.parse(text)
  return parsed && protocols.includes(parsed.protocol)
    ? { value: text }
    : { fault: `${name} n’est pas une adresse ${protocols.map((each) => `${each}//…`).join(' ou ')}.` }
}

const DATA_FOLDER = fileURLToPath(new URL('../../../../../.data', import.meta.url))

const SETTINGS = {
  host: { name: 'HOST', meaning: 'Adresse d’écoute', fallback: '127.0.0.1', parse: asIs },
  port: {
    name: 'PORT',
    meaning: 'Port d’écoute',
    fallback: '3000',
    parse: (text) =>
      /^\d{1,5}$/.test(text) && Number(text) <= 65_535
        ? { value: Number(text) }
        : { fault: `PORT vaut « ${text} » : écrivez un nombre de 0 à 65535, par exemple 3000.` },
  },
  databaseUrl: {
    name: 'DATABASE_URL',
    meaning: 'Base PostgreSQL, rôle maillage_web ; vide : base embarquée',
    fallback: '',
    secret: true,
    parse: url('DATABASE_URL', ['postgres:', 'postgresql:']),
  },
  workerDatabaseUrl: {
    name: 'DATABASE_WORKER_URL',
    meaning: 'La même base pour les tâches de fond, rôle maillage_worker',
    fallback: '',
    secret: true,
    parse: url('DATABASE_WORKER_URL', ['postgres:', 'postgresql:']),
  },
  databaseAdminUrl: {
    name: 'DATABASE_ADMIN_URL',
    meaning: 'La même base pour init-roles, migrate, backup, restore',
    fallback: '',
    secret: true,
    parse: url('DATABASE_ADMIN_URL', ['postgres:', 'postgresql:']),
  },
  dataFolder: { name: 'DATA_DIR', meaning: 'Dossier de la base embarquée', fallback: DATA_FOLDER, parse: asIs },
  publicUrl: {
    name: 'PUBLIC_URL',
    meaning: 'Adresse publique du service ; en https, les cookies deviennent « secure »',
    fallback: '',
    parse: url('PUBLIC_URL', ['http:', 'https:']),
  },
  smtpUrl: {
    name: 'SMTP_URL',
    meaning: 'Serveur d’envoi des courriels ; vide : les courriels restent dans la base',
    fallback: '',
    secret: true,
    parse: url('SMTP_URL', ['smtp:', 'smtps:']),
  },
  mailFrom: {
    name: 'MAIL_FROM',
    meaning: 'Expéditeur des courriels',
    fallback: 'Maillage <ne-pas-repondre@maillage.example>',
    parse: asIs,
  },
  logLevel: {
    name: 'LOG_LEVEL',
    meaning: 'Détail du journal',
    fallback: 'info',
    parse: (text) =>
      ['silent', 'error', 'warn', 'info', 'debug'].includes(text)
        ? { value: text }
        : { fault: `LOG_LEVEL vaut « ${text} » : choisissez silent, error, warn, info ou debug.` },
  },
  trustProxy: {
    name: 'TRUST_PROXY',
    meaning: 'Le service est derrière un répartiteur qui dit l’adresse de l’appelant (oui ou non)',
    fallback: 'non',
    parse: (text) =>
      ['oui', 'non'].includes(text) ? { value: text === 'oui' } : { fault: `TRUST_PROXY vaut « ${text} » : écrivez oui ou non.` },
  },
  keys: {
    name: 'MAILLAGE_KEYS',
    meaning: 'Clés de chiffrement, « nom:secret » séparés par des virgules ; la première chiffre, toutes déchiffrent',
    fallback: '',
    secret: true,
    parse: (text) => {
      const keys = text === '' ? null : readKeyRing(text)
      return keys === undefined
        ? {
            fault:
              'MAILLAGE_KEYS est mal écrit : attendu « nom:secret », le secret étant 32 octets en base64, par exemple par « openssl rand -base64 32 ».',
          }
        : { value: keys }
    },
  },
} as const satisfies { readonly [Key in keyof Settings]: Setting<Settings[Key]> }

export const settingNames: readonly string[] = Object.values(SETTINGS).map(({ name }) => name)

/** The configuration is wrong; the message lists every fault, one sentence a line. */
export class ConfigurationFault extends Error {}

/** Every setting with its value, its origin and its fault; secrets are masked. */
export function readings(environment: Readonly<Record<string, string | undefined>>): readonly Reading[] {
  return Object.values(SETTINGS as Readonly<Record<string, Setting<unknown>>>).map(({ name, meaning, fallback, secret, parse }) => {
    const given = environment[name]
    const result = parse(given ?? fallback)
    return {
      name,
      meaning,
      value: secret && given ? '••••' : (given ?? fallback),
      origin: given === undefined ? 'défaut' : 'environnement',
      fault: 'fault' in result ? result.fault : null,
    }
  })
}

/** Reads the configuration; throws every fault at once. */
export function readSettings(environment: Readonly<Record<string, string | undefined>>): Settings {
  const faults = readings(environment).flatMap(({ fault }) => (fault ? [fault] : []))
  if (faults.length > 0) throw new ConfigurationFault(faults.join('\n'))
  const entries = Object.entries(SETTINGS as Readonly<Record<string, Setting<unknown>>>).map(([key, { name, fallback, parse }]) => {
    const result = parse(environment[name] ?? fallback)
    return [key, 'value' in result ? result.value : null]
  })
  return Object.fromEntries(entries) as unknown as Settings
}
