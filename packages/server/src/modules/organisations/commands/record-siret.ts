import { day, frenchDate, granted, parseSiret, sirenOf } from '@maillage/kernel'
import { z } from 'zod'
import { command } from '../../../platform/command/command.ts'
import { lock } from '../../../platform/command/lock.ts'
import { notFound } from '../../../platform/command/perform.ts'
import { emitEvent } from '../../../platform/events/emit-event.ts'
import { refuse } from '../messages.fr.ts'
import { isOpen, shownSiren } from '../model.ts'
import { maySteer } from '../policy.ts'
import { findOrganisation, findSiae, latestSiret, otherSiaeWithSiret, replaceSiret } from '../store.ts'

const schema = z.object({
  siaeId: z.uuid(),
  siret: z
    .string()
    .min(1, 'Saisissez le numéro SIRET')
    .transform((typed, issues) => {
      const siret = parseSiret(typed)
      if (siret) return siret
      issues.addIssue('Ce numéro SIRET est inexact\u00a0: il compte 14 chiffres, vérifiez chacun d’eux')
      return z.NEVER
    }),
  firstDay: z.iso.date('Saisissez le premier jour de ce numéro').transform(day),
})

/** Records the number under which a structure is established from a day on; the one before ends the day before. */
export const recordSiret = command({
  name: 'organisations/record-siret',
  runsAs: 'app',
  schema,
  async run(ctx, { siaeId, siret, firstDay }) {
    const siae = await findSiae(ctx, siaeId)
    if (!siae) return notFound()
    if (!maySteer(ctx.actor, siae)) return refuse('organisations/not-yours')
    if (!isOpen(siae, ctx.today)) return refuse('organisations/siae-closed', { name: siae.name })
    const carrier = await findOrganisation(ctx, siae.organisationId)
    if (carrier?.siren && carrier.siren !== sirenOf(siret)) {
      return refuse('organisations/siret-of-another-entity', { siren: shownSiren(carrier.siren) }, 'siret')
    }
    await lock(ctx, 'organisation', siae.organisationId)
    const current = await latestSiret(ctx, siaeId)
    if (current?.number === siret) return refuse('organisations/siret-unchanged', {}, 'siret')
    const other = await otherSiaeWithSiret(ctx, siae, siret)
    if (other) return refuse('organisations/siret-taken', { name: other.name }, 'siret')
    if (firstDay < siae.open.first) return refuse('organisations/siret-before-siae', { first: frenchDate(siae.open.first) }, 'firstDay')
    if (current && firstDay <= current.first)
      return refuse('organisations/siret-too-early', { first: frenchDate(current.first) }, 'firstDay')
    await replaceSiret(ctx, siaeId, siret, firstDay)
    await emitEvent(ctx, {
      type: 'organisations/siret-changed',
      version: 1,
      subjectId: siaeId,
      ids: { siae: siaeId },
      territoryId: siae.territoryId,
    })
    return granted({ siaeId })
  },
  trace: ({ siaeId }) => ({ subjects: { siae: siaeId }, fields: ['siret', 'firstDay'] }),
})
