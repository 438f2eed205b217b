import { frenchDate, granted } from '@maillage/kernel'
import { z } from 'zod'
import { command } from '../../../platform/command/command.ts'
import { lock } from '../../../platform/command/lock.ts'
import { notFound } from '../../../platform/command/perform.ts'
import { emitEvent } from '../../../platform/events/emit-event.ts'
import { territoryExists } from '../../territories/index.ts'
import { checkIdentity } from '../check-identity.ts'
import { refuse } from '../messages.fr.ts'
import { editedFields } from '../person-fields.ts'
import { mayKeepFiles } from '../policy.ts'
import { legalRepresentative } from '../queries/legal-representative.ts'
import { personCard } from '../queries/person-card.ts'
import { teamsHolding } from '../queries/teams-holding.ts'
import { contactsTyped, namesTyped, replaceContacts, replaceNames, replaceRepresentative, updateBirth } from '../store.ts'

const schema = editedFields.extend({ personId: z.uuid(), version: z.coerce.number().int().positive() })

/** Corrects who a person is and how to reach them. What was known before is kept; a former name stays with those who knew it. */
export const editIdentity = command({
  name: 'people/edit-identity',
  runsAs: 'app',
  schema,
  async run(ctx, { personId, version, ...typed }) {
    await lock(ctx, 'person', personId)
    const card = await personCard(ctx, personId)
    if (!card) return notFound()
    if (!mayKeepFiles(ctx.actor) || (await teamsHolding(ctx, card.id)).length === 0) return refuse('people/not-yours')
    if (card.diedOn !== null) return refuse('people/person-died', { on: frenchDate(card.diedOn) })
    if (card.version !== version) return refuse('platform/stale')
    const birth = checkIdentity(typed, ctx.today)
    if (!birth.ok) return birth
    const communeId = typed.communeCode ? `commune-${typed.communeCode}` : null
    if (communeId !== null && !(await territoryExists(ctx, communeId))) return refuse('people/commune-unknown', {}, 'communeCode')
    const { representativeName: name, representativeRelation: relation, representativePhone: phone } = typed
    if ((name === undefined) !== (relation === undefined) || (phone !== undefined && name === undefined))
      return refuse('people/representative-incomplete', {}, name === undefined ? 'representativeName' : 'representativeRelation')
    if (!(await updateBirth(ctx, card.id, version, birth.value, typed.sex ?? null))) return refuse('platform/stale')
    const changed = [
      ...(await replaceNames(ctx, card, namesTyped(typed))),
      ...(await replaceContacts(ctx, card.id, contactsTyped(typed, communeId))),
      ...(await replaceRepresentative(
        ctx,
        card.id,
        await legalRepresentative(ctx, card.id),
        name && relation ? { name, relation, phone: phone ?? null } : null,
        birth.value,
      )),
      ...(card.birth.date === birth.value.date && card.birth.precision === birth.value.precision ? [] : ['birthDate']),
      ...(card.sex === (typed.sex ?? null) ? [] : ['sex']),
    ]
    if (name !== undefined && changed.includes('representative'))
      await emitEvent(ctx, { type: 'people/representative-named', version: 1, subjectId: card.id, ids: { person: card.id } })
    if (changed.length > 0)
      await emitEvent(ctx, { type: 'people/identity-edited', version: 1, subjectId: card.id, ids: { person: card.id } })
    return granted({ personId: card.id, changed })
  },
  trace: (_typed, { personId, changed }) => ({ subjects: { person: personId }, fields: changed }),
})
