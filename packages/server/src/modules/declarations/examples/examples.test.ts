import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { invariant } from '@maillage/kernel'
import { doAs, readAs, refusalsIn } from '../../../platform/testing/acting.ts'
import { databaseTest, type World } from '../../../platform/testing/database-test.ts'
import { readUpload } from '../../../platform/uploads/upload.ts'
import { readGrid } from '../commands/read-grid.ts'
import { aTeamWithGrid } from '../fixtures.ts'
import { reasonSentence } from '../grid/line-words.fr.ts'
import type { GridReading } from '../grid/understand-line.ts'
import { planWords } from '../pages/line-parts.tsx'
import { findRun, linesOf } from '../store.ts'

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ')

/** What is understood of a file of this folder: each line of somebody, and what is no line of anybody. */
async function understood(world: World, name: string) {
  const team = await world.load((tx) => aTeamWithGrid(tx))
  const file = await readUpload({ state: 'given', name, bytes: readFileSync(new URL(name, import.meta.url)) })
  invariant(file.ok, 'the example is read')
  const { accountId } = team.counsellor
  const done = await doAs(world, accountId, readGrid, { siaeId: team.siae.id, month: '2026-07', contractHours: 'week', file: file.value })
  assert.deepEqual(refusalsIn(done), [])
  invariant(done.state === 'done', 'the file is taken')
  const { runId } = done.value
  const names = new Map(
    Object.entries({ nadia: team.nadia, lucas: team.lucas, marie: team.marie, eva: team.eva }).map(([who, { stay }]) => [stay.id, who]),
  )
  const [run, lines] = await readAs(
    world,
    accountId,
    async (ctx) => [await findRun(ctx, runId), await linesOf<GridReading>(ctx, runId)] as const,
  )
  const people = lines
    .filter(({ state }) => state !== 'not-a-fact')
    .map(({ line, state, reading, reasons }) => ({
      line: line + 1,
      state,
      who: names.get(reading?.stayId ?? '') ?? null,
      plan: reading ? planWords(reading).map(plain) : [],
      known: reading?.known ?? [],
      refused: reasons.filter(({ blocking }) => blocking).map((reason) => plain(reasonSentence(reason))),
      kept: reasons.filter(({ blocking }) => !blocking).map(({ code, cell }) => `${cell} ${code}`),
    }))
  const left = lines.filter(({ state, reasons }) => state === 'not-a-fact' && reasons.length > 0 && reasons[0]?.code !== 'above')
  return { run, people, left: left.map(({ line, reasons }) => `${line + 1} ${reasons[0]?.code}`) }
}

databaseTest('the XLSX: merged headers, days as text and as numbers, a total, a note, two sheets', async (world) => {
  const { run, people, left } = await understood(world, 'suivi-jardin.xlsx')
  assert.deepEqual(people, [
    {
      line: 7,
      state: 'understood',
      who: 'nadia',
      plan: ['112,67 h payées'],
      known: ['entry', 'contract'],
      refused: [],
      kept: ['D7 kept-column', 'E7 kept-column', 'F7 kept-column', 'K7 kept-column', 'L7 kept-column', 'M7 kept-column', 'N7 kept-column'],
    },
    {
      line: 9,
      state: 'understood',
      who: 'lucas',
      plan: ['Sortie le 31/07/2026 : CDD', '98,50 h payées'],
      known: ['entry', 'contract'],
      refused: [],
      kept: ['D9 kept-column', 'E9 kept-column', 'K9 kept-column'],
    },
    {
      line: 10,
      state: 'refused',
      who: 'marie',
      plan: ['104,00 h payées'],
      known: ['entry', 'contract'],
      refused: ['O10 : « 31/06/2026 » : ce jour n’existe pas dans le calendrier. Corrigez-le.'],
      kept: ['D10 kept-column', 'E10 kept-column', 'J10 workplace-unknown'],
    },
    {
      line: 11,
      state: 'refused',
      who: null,
      plan: [],
      known: [],
      refused: ['A11 : personne de vos équipes n’a ces initiales ce mois-ci. Déclarez d’abord l’embauche, ou choisissez la personne.'],
      kept: ['D11 kept-column'],
    },
  ])
  assert.deepEqual(left, ['8 blank', '12 total', '13 note'])
  assert.deepEqual(
    run?.layout?.sheets.map(({ name, left: why }) => [name, why]),
    [
      ['Chantier jardin', undefined],
      ['Légende', 'no-grid'],
    ],
  )
})

databaseTest(
  'the ODS: a header again, a subtotal, a sheet of another month, a reason nobody can guess, a sex that does not agree',
  async (world) => {
    const { run, people, left } = await understood(world, 'suivi-ods.ods')
    assert.deepEqual(
      people.map(({ line, state, who, plan, refused }) => ({ line, state, who, plan, refused })),
      [
        {
          line: 4,
          state: 'refused',
          who: 'eva',
          plan: [],
          refused: ['L4 : « autre raison » ne dit pas quel motif de sortie enregistrer. Choisissez-le.'],
        },
        { line: 5, state: 'understood', who: 'nadia', plan: ['112,67 h travaillées'], refused: [] },
        {
          line: 6,
          state: 'refused',
          who: null,
          plan: [],
          refused: ['A6 : personne de vos équipes n’a ces initiales ce mois-ci. Déclarez d’abord l’embauche, ou choisissez la personne.'],
        },
        {
          line: 9,
          state: 'understood',
          who: 'marie',
          plan: ['Sortie le 15/07/2026 : Sans nouvelle', '0,00 h travaillées'],
          refused: [],
        },
      ],
    )
    assert.deepEqual(people[1]?.kept, ['D5 kept-column', 'E5 kept-column', 'G5 measure-unknown'])
    assert.deepEqual(left, ['7 total', '8 header-again'])
    assert.deepEqual(
      run?.layout?.sheets.map(({ name, left: why }) => [name, why]),
      [
        ['juillet', undefined],
        ['juin', 'other-month'],
      ],
    )
  },
)

databaseTest(
  'the CSV of Windows: accents, quotes over two lines, a name in place of initials, an exit without its nature',
  async (world) => {
    const { people, left } = await understood(world, 'suivi-1252.csv')
    assert.deepEqual(
      people.map(({ line, state, who, plan, refused, kept }) => ({ line, state, who, plan, refused, kept })),
      [
        {
          line: 4,
          state: 'understood',
          who: 'nadia',
          plan: ['112,67 h payées'],
          refused: [],
          kept: ['D4 kept-column', 'E4 kept-column', 'J4 kept-column'],
        },
        { line: 5, state: 'understood', who: 'lucas', plan: [], refused: [], kept: ['D5 kept-column', 'E5 kept-column'] },
        {
          line: 7,
          state: 'understood',
          who: 'marie',
          plan: ['104,00 h payées'],
          refused: [],
          kept: ['D7 kept-column', 'E7 kept-column', 'C7 age-unreadable', 'H7 hours-unreadable'],
        },
        {
          line: 8,
          state: 'refused',
          who: null,
          plan: [],
          refused: ['A8 : « Camille Roux » n’est pas des initiales. Choisissez la personne.'],
          kept: [],
        },
        {
          line: 9,
          state: 'refused',
          who: 'eva',
          plan: [],
          refused: ['L9 : la date de sortie est dite, pas sa nature. Choisissez le motif.'],
          kept: ['D9 kept-column'],
        },
      ],
    )
    assert.deepEqual(left, ['6 blank', '10 total'])
  },
)
