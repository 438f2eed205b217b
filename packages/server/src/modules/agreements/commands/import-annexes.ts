import { granted } from '@maillage/kernel'
import { z } from 'zod'
import { command } from '../../../platform/command/command.ts'
import { lock } from '../../../platform/command/lock.ts'
import { readAnnexFile } from '../annex-file.ts'
import { judgeAnnexFile } from '../judge-annex-file.ts'
import { refuse } from '../messages.fr.ts'
import { noteAnomalies } from '../note-anomalies.ts'
import { recordsAgreements } from '../policy.ts'
import { insertAnnex } from '../store.ts'
import { tellAnnex } from '../tell-annex.ts'

const schema = z.object({
  file: z.string('Collez les lignes du fichier').superRefine((written, context) => {
    const { fault } = readAnnexFile(written)
    if (fault) context.addIssue({ code: 'custom', message: fault })
  }),
})

/** Records every annex of a file, or none: a line that is not understood stops the others, because nobody would know afterwards which are missing. */
export const importAnnexes = command({
  name: 'agreements/import-annexes',
  runsAs: 'app',
  schema,
  async run(ctx, { file }) {
    if (!recordsAgreements(ctx.actor)) return refuse('agreements/not-the-authority')
    const { lines } = readAnnexFile(file)
    const seen = await judgeAnnexFile(ctx, lines)
    for (const id of [...new Set(seen.flatMap((line) => (line.understood ? [line.siae.id] : [])))].toSorted()) await lock(ctx, 'annex', id)
    // Read again: another officer may have signed one meanwhile.
    const judged = await judgeAnnexFile(ctx, lines)
    const refused = judged.filter(({ understood }) => !understood)
    if (refused.length > 0) return refuse('agreements/import-not-understood', { count: refused.length }, 'file')
    let anomalies = 0
    for (const line of judged) {
      if (!line.understood) continue
      const id = ctx.ids.next()
      await insertAnnex(ctx, line.siae, { id, agreementId: line.agreementId, ...line.annex, origin: 'imported' })
      anomalies += (await noteAnomalies(ctx, { siaeId: line.siae.id, annexId: id })).length
      await tellAnnex(ctx, 'annex-signed', line.siae, id)
    }
    return granted({ count: judged.length, anomalies })
  },
  trace: () => ({ subjects: {}, fields: ['file'] }),
})
