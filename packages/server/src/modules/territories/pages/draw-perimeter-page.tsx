import { type CommuneMatch, dateFieldValues, type FieldMessage, type FormState, readCommune, typedValues } from '@maillage/ui'
import { dateInput } from '../../../platform/http/date-input.ts'
import { memberPage } from '../../../platform/http/page.ts'
import { type PageRequest, type SubmitRequest, text } from '../../../platform/http/page-request.ts'
import { type Reply, show } from '../../../platform/http/reply.ts'
import type { Member } from '../../../platform/http/slice.ts'
import { definePerimeter } from '../commands/define-perimeter.ts'
import { drawsIn, mayDraw } from '../policy.ts'
import { communesWithin } from '../queries/communes-within.ts'
import { communeLabels, findCommunes } from '../queries/find-communes.ts'
import { type FaultyLine, readCommuneLines } from '../queries/read-commune-lines.ts'
import { PerimeterForm } from './perimeter-form.tsx'

const TOLD_AT_MOST = 20
const OUTSIDE = 'Cette commune est hors du territoire de votre organisation'

async function drawingForm(
  request: PageRequest<Member>,
  form: FormState,
  codes: readonly string[],
  matches?: readonly CommuneMatch[],
): Promise<Reply> {
  const labels = await request.read((ctx) => communeLabels(ctx, codes))
  const chosen = [...labels].map(([code, label]) => ({ code, label }))
  return show(
    'Dessiner un périmètre',
    <PerimeterForm csrf={request.csrf} formId={request.formId} form={form} chosen={chosen} matches={matches} />,
    {
      errorCount: form.errors.length,
      breadcrumb: [{ label: 'Accueil', href: '/' }, { label: 'Territoires', href: '/territoires' }, { label: 'Dessiner un périmètre' }],
    },
  )
}

const WHY = {
  unknown: 'n’est le nom ni le code Insee d’aucune commune',
  outside: 'est hors du territoire de votre organisation',
  several: 'désigne plusieurs communes de votre territoire\u00a0: écrivez son code Insee',
} as const satisfies Record<FaultyLine['why'], string>

/** One sentence for each line that names nothing, with its number. */
function lineErrors(faults: readonly FaultyLine[]): readonly FieldMessage[] {
  const told = faults
    .slice(0, TOLD_AT_MOST)
    .map(({ line, text: typed, why }) => ({ field: 'communes', text: `Ligne ${line} : « ${typed.slice(0, 60)} » ${WHY[why]}` }))
  const more = faults.length - told.length
  return more > 0 ? [...told, { field: 'communes', text: `Et ${more} autres lignes à corriger` }] : told
}

type Sent = SubmitRequest<Member>

/** Adds the commune of the box to those chosen, or shows what was found. */
async function addOne(request: Sent, codes: readonly string[]): Promise<Reply> {
  const commune = readCommune(request.form, 'commune')
  const again = (errors: readonly FieldMessage[], matches?: readonly CommuneMatch[]) =>
    drawingForm(request, { values: request.form, errors }, codes, matches)
  if (commune.state === 'missing') return again([{ field: 'commune', text: 'Saisissez la commune à ajouter' }])
  if (commune.state === 'to-search') {
    const matches = await request.read((ctx) => findCommunes(ctx, commune.text))
    return again(
      request.form['_search'] || matches.length === 0 ? [] : [{ field: 'commune', text: 'Choisissez la commune dans la liste' }],
      matches,
    )
  }
  const within = await request.read((ctx) => communesWithin(ctx, [commune.code], drawsIn(ctx.actor)))
  if (!within.has(commune.code)) return again([{ field: 'commune', text: OUTSIDE }])
  const emptied = { ...request.form, commune: '', 'commune-text': '', 'commune-for': '' }
  return drawingForm(request, { values: emptied, errors: [] }, [...new Set([...codes, commune.code])])
}

/** What is wrong with the box of one commune when the whole is saved: it was not chosen yet, or lies elsewhere. */
async function boxErrors(request: Sent, commune: ReturnType<typeof readCommune>): Promise<readonly FieldMessage[]> {
  if (commune.state === 'missing') return []
  if (commune.state === 'to-search')
    return [{ field: 'commune', text: 'Choisissez cette commune avec «\u00a0Chercher\u00a0», ou effacez la case' }]
  const within = await request.read((ctx) => communesWithin(ctx, [commune.code], drawsIn(ctx.actor)))
  return within.has(commune.code) ? [] : [{ field: 'commune', text: OUTSIDE }]
}

async function save(request: Sent, codes: readonly string[]): Promise<Reply> {
  const pasted = text(request.form, 'communes')
  const commune = readCommune(request.form, 'commune')
  const lines = await request.read((ctx) => readCommuneLines(ctx, pasted, drawsIn(ctx.actor)))
  const firstDay = dateInput(request.form, 'firstDay', 'le premier jour')
  const result = await request.submit(definePerimeter, {
    input: {
      name: text(request.form, 'name'),
      kind: text(request.form, 'kind'),
      firstDay: firstDay.iso,
      communes: [...codes, ...(commune.state === 'chosen' ? [commune.code] : []), ...lines.codes],
    },
    errors: [...firstDay.errors, ...(await boxErrors(request, commune)), ...lineErrors(lines.faults)],
    location: ({ id }) => `/territoires/${id}`,
    notice: { kind: 'success', title: 'Périmètre enregistré' },
  })
  return result.reply ?? drawingForm(request, result.form, codes)
}

/** The page that draws a bassin or a perimeter. */
export const drawPerimeterPage = memberPage({
  path: '/territoires/dessiner',
  allowed: mayDraw,
  async get(request) {
    const today = await request.read(async (ctx) => ctx.today)
    return drawingForm(request, { values: dateFieldValues('firstDay', today), errors: [] }, [])
  },
  async post(request) {
    const codes = typedValues({ values: request.form, errors: [] }, 'chosen')
    const removed = text(request.form, '_remove')
    if (removed !== '')
      return drawingForm(
        request,
        { values: request.form, errors: [] },
        codes.filter((code) => code !== removed),
      )
    // The Enter key in the box of the commune presses no named button: it adds, it does not save a half-made perimeter.
    const adds = request.form['_add'] || request.form['_search'] || (!request.form['_save'] && text(request.form, 'commune-text') !== '')
    return adds ? addOne(request, codes) : save(request, codes)
  },
})
