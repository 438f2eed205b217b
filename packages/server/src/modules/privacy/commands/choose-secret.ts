import { granted } from '@maillage/kernel'
import { z } from 'zod'
import { command } from '../../../platform/command/command.ts'
import { notFound } from '../../../platform/command/perform.ts'
import { passwordHash } from '../../accounts/index.ts'
import { refuse } from '../messages.fr.ts'
import { isObvious, SECRET_DIGITS } from '../model.ts'
import { writeSecret } from '../store.ts'

const schema = z.object({
  secret: z.string().regex(new RegExp(`^[0-9]{${SECRET_DIGITS}}$`), `Écrivez un secret de ${SECRET_DIGITS} chiffres`),
  again: z.string().max(20, 'Tapez deux fois le même secret'),
})

/** The person chooses the six digits that will come with the code of their paper; for a year, then they ask for a new paper. */
export const chooseSecret = command({
  name: 'privacy/choose-secret',
  runsAs: 'app',
  schema,
  async run(ctx, { secret, again }) {
    const { subject } = ctx.actor
    if (!subject) return notFound()
    if (secret !== again) return refuse('privacy/secrets-differ', {}, 'again')
    if (isObvious(secret)) return refuse('privacy/secret-obvious', {}, 'secret')
    return (await writeSecret(ctx, subject.keyId, await passwordHash(secret)))
      ? granted({ keyId: subject.keyId })
      : refuse('privacy/key-revoked')
  },
  trace: (_typed, { keyId }) => ({ subjects: { key: keyId }, fields: ['secret'] }),
})
