import { granted } from '@maillage/kernel'
import { z } from 'zod'
import { command } from '../../../platform/command/command.ts'
import { lock } from '../../../platform/command/lock.ts'
import { notFound } from '../../../platform/command/perform.ts'
import { personFields } from '../person-fields.ts'
import { contactsTyped, replaceContacts } from '../store.ts'

const { phone, phoneSafe, email, emailSafe } = personFields.shape
const schema = z.object({ phone, phoneSafe, email, emailSafe })

/** The person says how to reach them, and whether nobody else reads there: applied at once, the former way kept in its history. */
export const correctOwnContact = command({
  name: 'people/correct-own-contact',
  runsAs: 'app',
  schema,
  async run(ctx, typed) {
    const { subject } = ctx.actor
    if (!subject) return notFound()
    await lock(ctx, 'person', subject.personId)
    const ways = contactsTyped({ birthName: '', usageName: undefined, givenNames: '', address: undefined, ...typed }, null)
    const fields = await replaceContacts(ctx, subject.personId, ways, ['phone', 'email'])
    return granted({ fields })
  },
  trace: (_typed, { fields }) => ({ subjects: {}, fields }),
})
