import { granted } from '@maillage/kernel'
import { command } from '../../../platform/command/command.ts'
import { emitEvent } from '../../../platform/events/emit-event.ts'
import { territoryExists } from '../../territories/index.ts'
import { checkIdentity } from '../check-identity.ts'
import { refuse } from '../messages.fr.ts'
import { personFields } from '../person-fields.ts'
import { mayKeepFiles } from '../policy.ts'
import { insertPerson } from '../store.ts'

/** Opens the file of a person: identity, names, contact and the first right on it, together. */
export const createPerson = command({
  name: 'people/create-person',
  runsAs: 'app',
  schema: personFields,
  async run(ctx, typed) {
    if (!mayKeepFiles(ctx.actor)) return refuse('people/not-yours')
    if (!ctx.actor.hat?.units.includes(typed.unitId)) return refuse('people/unit-not-yours', {}, 'unitId')
    const birth = checkIdentity(typed, ctx.today)
    if (!birth.ok) return birth
    const communeId = typed.communeCode ? `commune-${typed.communeCode}` : null
    if (communeId !== null && !(await territoryExists(ctx, communeId))) return refuse('people/commune-unknown', {}, 'communeCode')
    const personId = ctx.ids.next()
    await insertPerson(ctx, { ...typed, id: personId, birth: birth.value, communeId })
    await emitEvent(ctx, { type: 'people/person-created', version: 1, subjectId: personId, ids: { person: personId, unit: typed.unitId } })
    return granted({ personId })
  },
  trace: (typed, { personId }) => ({
    subjects: { person: personId, unit: typed.unitId },
    fields: Object.entries(typed).flatMap(([field, value]) => (value === undefined || field === 'unitId' ? [] : [field])),
  }),
})
