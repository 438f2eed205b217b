import { granted } from '@maillage/kernel'
import { z } from 'zod'
import { command } from '../../../platform/command/command.ts'
import { personFields } from '../person-fields.ts'
import { createPerson } from './create-person.ts'
import { requestAttachment, WAYS } from './request-attachment.ts'

const schema = personFields.omit({ state: true }).extend({
  way: z.enum([...WAYS, 'none'], 'Choisissez comment demander le rattachement'),
})

/** A provisional file for somebody who already has one elsewhere, and the request to share that one, together. */
export const openProvisional = command({
  name: 'people/open-provisional',
  runsAs: 'app',
  schema,
  async run(ctx, { way, ...typed }) {
    const created = await createPerson.execute(ctx, { ...typed, state: 'provisional' })
    if (!created.ok || way === 'none') return created.ok ? granted({ ...created.value, code: null }) : created
    return requestAttachment.execute(ctx, { personId: created.value.personId, way })
  },
  trace: (_typed, { personId }) => ({ subjects: { person: personId }, fields: ['way'] }),
})
