import { normalised } from '@maillage/kernel'
import { emptyForm, type FieldMessage, type FormState, typedValues } from '@maillage/ui'
import { memberPage } from '../../../platform/http/page.ts'
import { type FormBody, type PageRequest, type SubmitRequest, text } from '../../../platform/http/page-request.ts'
import { notFoundReply, type Reply } from '../../../platform/http/reply.ts'
import type { Member } from '../../../platform/http/slice.ts'
import type { ImportScreen } from '../imports/import-screen.ts'
import { keptTable } from '../imports/judged-line.ts'
import { mostNamed, sentRows } from '../imports/sent-rows.ts'
import { carriedColumns } from '../imports/sent-table.ts'
import { corrected, tableIn, tableOf, textOfTable } from '../layouts/file-table.ts'
import { type Mapping, missingColumns } from '../layouts/layout.ts'
import { neverRead, recogniseColumns, titleRow } from '../layouts/recognise-columns.ts'
import { carriedRows, textOfRows } from '../layouts/text-table.ts'
import { rememberedTitles, type Titles } from '../store-imports.ts'
import { TAKEN } from './differences-table.tsx'
import { chooseColumns, chooseFile, correctionName, type RawFile, reviewLines, type Step } from './import-steps.tsx'

const LINES_AT_MOST = 1000
const CHARACTERS_AT_MOST = 400_000

/** The file under its line of titles, without what is never read; or the sentence that says why it is none. */
function rawFile(screen: ImportScreen, rows: readonly (readonly string[])[], remembered: Titles): RawFile | { readonly fault: string } {
  const head = titleRow(screen.layout, rows, remembered)
  const titles = (rows[head] ?? []).map((title) => title.trim())
  const never = new Set(titles.flatMap((title, at) => (neverRead(title) ? [at] : [])))
  const under = rows.slice(head + 1).map((row) => row.map((cell, at) => (never.has(at) ? '' : cell)))
  const filled = under.filter((row) => row.some((cell) => cell.trim() !== '')).length
  if (filled === 0) return { fault: 'Il n’y a aucune ligne sous les titres. Donnez les lignes avec la ligne de titres.' }
  if (filled > LINES_AT_MOST)
    return { fault: `Ce fichier compte ${filled} lignes, pour ${LINES_AT_MOST} au plus : coupez-le en plusieurs.` }
  const carried = textOfRows([titles, ...under])
  if (carried.length > CHARACTERS_AT_MOST)
    return { fault: 'Ce fichier est trop long. Gardez les colonnes utiles, ou coupez-le en plusieurs.' }
  return { text: carried, firstRank: head + 2, titles, rows: under }
}

/** The file that the step of columns carries. */
function carriedFile(form: FormBody): RawFile {
  const [titles = [], ...rows] = carriedRows(String(form['raw'] ?? ''))
  return { text: String(form['raw'] ?? ''), firstRank: Number(text(form, 'firstRank')) || 2, titles, rows }
}

/** What each column was taken for, as the selects say. */
function chosenColumns(
  { layout }: ImportScreen,
  form: FormBody,
  titles: readonly string[],
): { mapping: Mapping; errors: readonly FieldMessage[] } {
  const mapping: Record<string, number> = {}
  const errors: FieldMessage[] = []
  titles.forEach((title, at) => {
    const chosen = text(form, `col-${at}`)
    if (chosen === '' || !Object.hasOwn(layout, chosen) || neverRead(title)) return
    if (mapping[chosen] === undefined) mapping[chosen] = at
    else
      errors.push({
        field: `col-${at}`,
        text: `Deux colonnes sont prises pour « ${layout[chosen]?.label} ». Laissez l’une des deux de côté.`,
      })
  })
  return { mapping, errors }
}

/** Which columns miss, on the page that asks for them. */
function missingErrors(screen: ImportScreen, form: FormBody, mapping: Mapping): readonly FieldMessage[] {
  const given = screen.given(form)
  return missingColumns(screen.layout, mapping)
    .filter((name) => !given.includes(name))
    .map((name) => ({ text: `Aucune colonne ne donne « ${screen.layout[name]?.label} » : choisissez laquelle.` }))
}

const titlesChosen = (titles: readonly string[], mapping: Mapping): Titles => {
  const byRank = new Map(Object.entries(mapping).map(([name, at]) => [at, name]))
  return Object.fromEntries(
    titles.flatMap((title, at) => (title === '' || neverRead(title) ? [] : [[normalised(title), byRank.get(at) ?? '']])),
  )
}

const asideWords = (examples: readonly number[], feet: readonly number[]): string =>
  [
    examples.length > 0 ? `Ligne ${examples.join(', ')} : l’exemple du modèle, laissé de côté.` : '',
    feet.length > 0 ? `Ligne ${feet.join(', ')} : un total, laissé de côté.` : '',
  ]
    .filter(Boolean)
    .join(' ')

const SEPARATE = '/'

/** The table of the review with what was corrected on screen. */
function correctedTable({ layout }: ImportScreen, form: FormBody) {
  const known = carriedColumns(layout)
  const table = tableIn(String(form['table'] ?? ''), known)
  const corrections = new Map(
    table.rows.flatMap(({ rank }) =>
      known.flatMap((column) => {
        const name = correctionName(rank, column)
        return form[name] === undefined ? [] : [[`${rank}${SEPARATE}${column}`, text(form, name)] as const]
      }),
    ),
  )
  return corrected(table, corrections)
}

async function review(
  step: Step,
  request: SubmitRequest<Member>,
  table: ReturnType<typeof tableIn>,
  carried: { titles: string; aside: string },
  told: readonly FieldMessage[] = [],
): Promise<Reply> {
  const { screen } = step
  const place = text(request.form, screen.place.name)
  const { kept, aside } = keptTable(table)
  const reading = await request.read((ctx) => screen.judge(ctx, place, kept, request.form))
  if (!reading) return notFoundReply
  return reviewLines(step, { table: textOfTable(table), skipped: aside, ...carried }, reading, told)
}

async function afterColumns(step: Step, request: SubmitRequest<Member>, file: RawFile, mapping: Mapping): Promise<Reply> {
  const { table, examples, feet } = tableOf(mapping, file.rows, file.firstRank)
  if (table.rows.length === 0) {
    const fault =
      examples.length > 0 ? 'Ce fichier n’a que l’exemple du modèle : remplacez-le par vos lignes.' : 'Ce fichier n’a aucune ligne.'
    return chooseFile({ ...step, form: { values: request.form, errors: [{ field: 'file', text: fault }] } })
  }
  return review(step, request, table, { titles: JSON.stringify(titlesChosen(file.titles, mapping)), aside: asideWords(examples, feet) })
}

/** The first form: the file is read, and its columns proposed; when each title was already chosen once, nothing is asked again. */
async function readFile(step: Step, request: SubmitRequest<Member>): Promise<Reply> {
  const { screen } = step
  const refuse = (errors: readonly FieldMessage[]) => chooseFile({ ...step, form: { values: request.form, errors } })
  const place = text(request.form, screen.place.name)
  if (!step.places.some(({ id }) => id === place))
    return refuse([{ field: screen.place.name, text: `Choisissez dans la liste : ${screen.place.label.toLocaleLowerCase('fr')}.` }])
  const sent = await sentRows(request)
  if ('fault' in sent) return refuse([{ field: 'file', text: sent.fault }])
  const remembered = await request.read((ctx) =>
    rememberedTitles(ctx, { organisationId: ctx.actor.hat.organisationId, siaeId: screen.siaeOf(place), kind: screen.kind }),
  )
  const rows = mostNamed(screen.layout, sent.sheets, remembered)
  const file = rawFile(screen, rows, remembered)
  if ('fault' in file) return refuse([{ field: 'file', text: file.fault }])
  const source = JSON.stringify(sent.source)
  const values = { ...request.form, source }
  const mapping = recogniseColumns(screen.layout, file.titles, remembered)
  const settled = file.titles.every((title) => title === '' || neverRead(title) || Object.hasOwn(remembered, normalised(title)))
  if (settled && missingErrors(screen, request.form, mapping).length === 0)
    return afterColumns({ ...step, form: { values, errors: [] } }, request, file, mapping)
  const proposed = Object.fromEntries(Object.entries(mapping).map(([name, at]) => [`col-${at}`, name]))
  return chooseColumns({ ...step, form: { values: { ...values, ...proposed }, errors: [] } }, file)
}

/** The way of an import: the file, its columns, its lines, one page each, nothing written before the last. */
export function importPage(screen: ImportScreen) {
  const stepOf = async (request: PageRequest<Member>, form: FormState): Promise<Step> => ({
    screen,
    request,
    form,
    places: await request.read(screen.places),
  })
  return memberPage({
    path: screen.path,
    allowed: screen.allowed,
    takesFile: true,
    async get(request) {
      return chooseFile(await stepOf(request, emptyForm))
    },
    async post(request) {
      const { form } = request
      const step = await stepOf(request, { values: form, errors: [] })
      const asked = text(form, 'step')
      if (asked === 'columns') {
        const file = carriedFile(form)
        const { mapping, errors } = chosenColumns(screen, form, file.titles)
        const all = [...errors, ...missingErrors(screen, form, mapping)]
        if (all.length > 0) return chooseColumns({ ...step, form: { values: form, errors: all } }, file)
        return afterColumns(step, request, file, mapping)
      }
      if (asked !== 'read' && asked !== 'confirm' && asked !== 'all') return readFile(step, request)
      const table = correctedTable(screen, form)
      const carried = { titles: text(form, 'titles'), aside: text(form, 'aside') }
      if (asked === 'read') return review(step, request, table, carried)
      const sent = await screen.send(request, {
        place: text(form, screen.place.name),
        table: textOfTable(table),
        titles: carried.titles,
        source: text(form, 'source'),
        // All of those that the page showed, or those that were ticked.
        accepted: asked === 'all' ? text(form, 'seen') : typedValues({ values: form, errors: [] }, TAKEN).join(' '),
      })
      return sent.reply ?? review({ ...step, form: { ...sent.form, errors: [] } }, request, table, carried, sent.form.errors)
    },
  })
}
