// `npm run audit -- verify [--known 12:3fa9…]`: is the audit what it was when it was sealed? Exit code 1 when it is not.
import { parseArgs } from 'node:util'
import { auditSentences, verifyAudit } from '../platform/audit/verify-audit.ts'
import { asOwner } from '../platform/database/as-owner.ts'
import { CommandStop, runCommand } from './command-stop.ts'
import { onAdministered } from './on-administered.ts'

const USAGE = 'npm run audit -- verify [--known 12:empreinte]'

await runCommand(async () => {
  const { values, positionals } = parseArgs({ options: { known: { type: 'string' } }, allowPositionals: true, strict: false })
  if (positionals[0] !== 'verify' || positionals.length !== 1) throw new CommandStop(USAGE)
  const [, number, hash] = /^(\d+):([0-9a-f]{64})$/.exec(typeof values['known'] === 'string' ? values['known'] : '') ?? []
  if (values['known'] !== undefined && hash === undefined) {
    throw new CommandStop(`« --known » attend le numéro et l’empreinte d’un scellé, tels que cette commande les a donnés.\n${USAGE}`)
  }
  const noted = hash === undefined ? undefined : { number: Number(number), hash }
  const state = await onAdministered(({ source }) => asOwner(source, (tx) => verifyAudit(tx, noted)))
  for (const sentence of auditSentences(state)) (state.fault ? console.error : console.log)(sentence)
  if (state.fault) process.exitCode = 1
})
