import { granted, type Outcome } from '@maillage/kernel'
import { z } from 'zod'
import { command } from '../../../platform/command/command.ts'
import type { Ctx } from '../../../platform/command/context.ts'
import { createPerson, matchPerson, mayKeepFiles } from '../../people/index.ts'
import { refuse } from '../import-messages.fr.ts'
import { mayImportPeople, PEOPLE_ROLES } from '../import-policy.ts'
import { importFields } from '../imports/import-fields.ts'
import { judgePeopleFile, type ToOpen } from '../imports/judge-people.ts'
import { sentTable } from '../imports/sent-table.ts'
import { peopleLayout } from '../layouts/layouts.ts'
import { readLines } from '../layouts/read-lines.ts'
import { type RecordedLine, recordRun, rememberTitles } from '../store-imports.ts'

const schema = z.object({ unitId: z.uuid('Choisissez l’équipe qui suit ces personnes'), ...importFields })

/** Opens one file: confirmed when nobody has one, provisional when one exists elsewhere. Who holds it is never known here. */
async function openFile(
  ctx: Ctx,
  unitId: string,
  { birth, ...person }: ToOpen,
): Promise<Outcome<{ readonly personId: string; readonly provisional: boolean }>> {
  const fields = {
    unitId,
    birthName: person.birthName,
    usageName: person.usageName ?? undefined,
    givenNames: person.givenNames,
    birthDate: birth.date ?? undefined,
    birthPrecision: birth.precision,
    sex: person.sex ?? undefined,
    phone: person.phone ?? undefined,
    email: person.email ?? undefined,
    address: person.address ?? undefined,
    state: 'confirmed',
    singleName: undefined,
    ageConfirmed: undefined,
    phoneSafe: undefined,
    emailSafe: undefined,
    communeCode: undefined,
  } as const
  const match = await matchPerson.execute(ctx, fields)
  if (!match.ok) return match
  if (match.value.answer === 'too-many') return refuse('declarations/too-many-strangers')
  const provisional = match.value.answer !== 'none'
  const created = await createPerson.execute(ctx, { ...fields, state: provisional ? 'provisional' : 'confirmed' })
  return created.ok ? granted({ personId: created.value.personId, provisional }) : created
}

/**
 * Opens the files of the people whom a list names, all of them or none. Each is asked about as on the screen, and counted: a list is no way to learn
 * who is known here.
 */
export const importPeople = command({
  name: 'declarations/import-people',
  runsAs: 'app',
  schema,
  async run(ctx, { unitId, table, titles, source }) {
    const { hat } = ctx.actor
    if (!hat || !mayImportPeople(ctx.actor) || !mayKeepFiles(ctx.actor)) return refuse('declarations/import-not-yours')
    if (!hat.units.includes(unitId)) return refuse('declarations/team-needed', {}, 'unitId')
    const judged = await judgePeopleFile(ctx, readLines(peopleLayout, sentTable(peopleLayout, table)))
    const refused = judged.filter(({ state }) => state === 'refused').length
    if (refused > 0) return refuse('declarations/import-not-understood', { count: refused })
    const opening = judged.flatMap(({ rank, opens }) => (opens ? [{ rank, opens }] : []))
    if (opening.length === 0) return refuse('declarations/nothing-to-import')
    const recorded: RecordedLine[] = []
    let provisional = 0
    for (const { rank, opens } of opening) {
      const opened = await openFile(ctx, unitId, opens)
      if (!opened.ok) return { ok: false, refusals: opened.refusals.map(({ field: _box, ...refusal }) => refusal) }
      provisional += opened.value.provisional ? 1 : 0
      recorded.push({ rank, personId: opened.value.personId, recorded: { person: opened.value.personId } })
    }
    const run = { organisationId: hat.organisationId, siaeId: null, kind: 'people' } as const
    await rememberTitles(ctx, run, titles)
    const runId = await recordRun(ctx, { ...run, unitId, readers: PEOPLE_ROLES, source, lines: recorded })
    return granted({ runId, count: recorded.length, provisional })
  },
  trace: ({ unitId }, { runId }) => ({ subjects: { unit: unitId, import: runId }, fields: ['file'] }),
})
