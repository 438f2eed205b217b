import { createHash } from 'node:crypto'
import { daysOf, frenchList, frenchMonth, isoMonth, type Month, parseMonth, plural } from '@maillage/kernel'
import {
  Button,
  ButtonGroup,
  ButtonLink,
  Details,
  EmptyState,
  emptyForm,
  type FieldMessage,
  Form,
  type FormState,
  HiddenField,
  InsetText,
  Notification,
  Select,
  TextArea,
  TextField,
  typedValue,
} from '@maillage/ui'
import type { ComponentChildren } from 'preact'
import { memberPage } from '../../../platform/http/page.ts'
import { type FormBody, type PageRequest, text } from '../../../platform/http/page-request.ts'
import { recordId } from '../../../platform/http/record-id.ts'
import { notFoundReply, type Reply, show } from '../../../platform/http/reply.ts'
import type { Member } from '../../../platform/http/slice.ts'
import { type Employer, employer, type MonthState, mayTypeHours, monthHref, monthSheetsOf } from '../../employment/index.ts'
import { importHours } from '../commands/import-hours.ts'
import { mayImportHours } from '../import-policy.ts'
import { CHOSEN_PERSON, keysOf } from '../imports/judged-line.ts'
import { type ChosenPeople, monthPasted, type PastedMonth } from '../imports/month-pasted.ts'
import { textOfTable } from '../layouts/file-table.ts'
import { DifferencesTable } from './differences-table.tsx'

const CHARACTERS_AT_MOST = 200_000
const LINES_AT_MOST = 600
const FAULTS_SHOWN = 30
const NAMES_SHOWN = 20

interface Scene {
  readonly siae: Employer
  readonly month: Month
  readonly state: MonthState['state']
}

interface Shown {
  readonly request: PageRequest<Member>
  readonly scene: Scene
  readonly form: FormState
}

async function sceneIn(request: PageRequest<Member>): Promise<Scene | undefined> {
  const siaeId = recordId(request.params['siaeId'])
  const month = parseMonth(request.params['mois'] ?? '')
  if (siaeId === undefined || month === undefined) return undefined
  return request.read(async (ctx) => {
    const siae = await employer(ctx, siaeId)
    if (!siae || !mayTypeHours(ctx.actor, siae) || ctx.today < daysOf(month).first) return undefined
    const [sheet] = await monthSheetsOf(ctx, { siaeId, first: month, last: month })
    return { siae, month, state: sheet?.state ?? 'missing' }
  })
}

const nameOf = (rank: number) => `person-${rank}`
const CHOICE = /^person-(\d+)$/

/** Whom somebody chose, each with the name that the line bore: the text may have been corrected since. */
function chosenIn(body: FormBody): ChosenPeople {
  const ranks = Object.keys(body).flatMap((name) => CHOICE.exec(name)?.[1] ?? [])
  return ranks
    .toSorted((a, b) => Number(a) - Number(b))
    .flatMap((rank) => {
      const personId = recordId(text(body, nameOf(Number(rank))))
      return personId === undefined ? [] : [{ name: text(body, `name-${rank}`), personId }]
    })
}

const CLOSED = {
  validated: { how: 'Reprendre en brouillon', under: '/reprendre' },
  sent: { how: 'Débloquer', under: '/debloquer' },
} as const

const hrefOf = ({ siae, month }: Scene) => monthHref(siae.id, month)

function framed({ scene, form }: Shown, body: ComponentChildren): Reply {
  const { siae, month } = scene
  return show(
    `Coller le mois, ${frenchMonth(month)}`,
    <>
      <p class="govuk-caption-l">{siae.name}</p>
      <h1 class="govuk-heading-l">Coller les heures, {frenchMonth(month)}</h1>
      {body}
    </>,
    {
      wide: true,
      errorCount: form.errors.length,
      breadcrumb: [
        { label: 'Accueil', href: '/' },
        { label: `Heures, ${frenchMonth(month)}`, href: hrefOf(scene) },
        { label: 'Coller le mois' },
      ],
    },
  )
}

/** A month that is closed is corrected by a version of its own, with its reason: never by a paste. */
const Closed = ({ href, state }: { readonly href: string; readonly state: keyof typeof CLOSED }) => (
  <>
    <Notification kind="warning" title={state === 'sent' ? 'Ce mois est transmis' : 'Ce mois est validé'}>
      Ses heures ne changent plus sans laisser de trace.{' '}
      {state === 'sent'
        ? 'Débloquez-le avec un motif : vos corrections feront une nouvelle version, et ce qui avait été transmis restera lisible.'
        : 'Reprenez-le en brouillon, collez vos heures, puis validez-le de nouveau : la version d’avant restera lisible.'}
    </Notification>
    <ButtonGroup>
      <ButtonLink href={`${href}${CLOSED[state].under}`}>{CLOSED[state].how}</ButtonLink>
      <a class="govuk-link" href={href}>
        Revenir au mois
      </a>
    </ButtonGroup>
  </>
)

const nameIn = (typed: Readonly<Record<string, string>>) =>
  typed['fullName'] ?? [typed['birthName'], typed['givenNames']].filter(Boolean).join(' ')

/** The choices already made, carried on. */
const Chosen = ({ pasted }: { readonly pasted: PastedMonth }) => (
  <>
    {pasted.lines
      .filter(({ typed, candidates }) => typed[CHOSEN_PERSON] && candidates === undefined)
      .map(({ rank, typed }) => (
        <>
          <HiddenField name={nameOf(rank)} value={typed[CHOSEN_PERSON] ?? ''} />
          <HiddenField name={`name-${rank}`} value={nameIn(typed)} />
        </>
      ))}
  </>
)

/** The box, with the choices that some of its lines still need. */
function TextForm({ shown: { request, scene, form }, pasted }: { readonly shown: Shown; readonly pasted?: PastedMonth }) {
  const asked = (pasted?.lines ?? []).filter(({ candidates }) => candidates !== undefined)
  return (
    <Form action={`${hrefOf(scene)}/coller`} csrf={request.csrf} requestId={request.formId} state={form}>
      {pasted ? <Chosen pasted={pasted} /> : null}
      {asked.map(({ rank, candidates = [], typed }) => (
        <div key={rank}>
          <HiddenField name={`name-${rank}`} value={nameIn(typed)} />
          <Select form={form} name={nameOf(rank)} label={`Ligne ${rank}, « ${nameIn(typed)} » : de qui s’agit-il ?`} options={candidates} />
        </div>
      ))}
      <TextArea
        form={form}
        name="pasted"
        label="Lignes du mois"
        hint="Une ligne par personne : son nom, puis ses heures payées, travaillées, d’accompagnement et de clause, dans cet ordre ; ou collez aussi la ligne de titres de votre tableau. Ajoutez la date de naissance après le nom si deux personnes portent le même."
        rows={pasted ? Math.min(30, Math.max(14, pasted.table.rows.length + 2)) : 14}
      />
      <HiddenField name="step" value="read" />
      <ButtonGroup>
        <Button kind={pasted && form.errors.length === 0 ? 'secondary' : 'primary'}>
          {pasted ? 'Relire ces lignes' : 'Lire ces lignes'}
        </Button>
        <a class="govuk-link" href={hrefOf(scene)}>
          Revenir au mois sans rien changer
        </a>
      </ButtonGroup>
    </Form>
  )
}

const isClosed = (state: Scene['state']): state is keyof typeof CLOSED => state === 'validated' || state === 'sent'

function typePage(shown: Shown): Reply {
  const { scene, form } = shown
  const typed = typedValue(form, 'pasted') !== ''
  return framed(
    shown,
    <>
      {isClosed(scene.state) ? (
        <Closed href={hrefOf(scene)} state={scene.state} />
      ) : (
        <p class="govuk-body">
          Copiez les colonnes de votre tableur, collez-les ici. Rien n’est enregistré avant que vous ayez relu ce qui a été compris.
        </p>
      )}
      {isClosed(scene.state) && !typed ? null : <TextForm shown={shown} />}
    </>,
  )
}

/** A box does not number its lines: the name finds the line. */
const withName = (said: string, rank: number, name: string) =>
  name === '' || said.includes(name) ? said : said.replace(`Ligne ${rank}`, `Ligne ${rank}, ${name}`)

/** What to correct in the text, line by line; a name that several people bear is chosen in its own control. */
const faultsIn = ({ lines }: PastedMonth): readonly FieldMessage[] => {
  const all = lines.flatMap(({ rank, faults, candidates, typed }) =>
    faults.map((fault) => ({
      field: fault.column === CHOSEN_PERSON && candidates ? nameOf(rank) : 'pasted',
      text: withName(fault.text, rank, nameIn(typed)),
    })),
  )
  const more = all.length - FAULTS_SHOWN
  return more <= 0
    ? all
    : [
        ...all.slice(0, FAULTS_SHOWN),
        { field: 'pasted', text: `Et ${plural(more, 'autre faute', 'autres fautes')} plus bas : corrigez celles-ci, puis relisez.` },
      ]
}

/** Confirms exactly what was read: the text travels as it was understood, and a box changed since is read again first. */
const ConfirmForm = ({ shown: { request, scene, form }, pasted, count }: { shown: Shown; pasted: PastedMonth; count: number }) => (
  <Form action={`${hrefOf(scene)}/coller`} csrf={request.csrf} requestId={request.formId} state={form}>
    <HiddenField name="pasted" value={typedValue(form, 'pasted')} />
    <Chosen pasted={pasted} />
    <HiddenField name="seen" value={keysOf(pasted.lines).join(' ')} />
    {scene.state === 'reopened' ? (
      <TextField form={form} name="reason" label="Pourquoi ces heures sont corrigées" hint="Ce motif reste dans l’historique du mois." />
    ) : null}
    <ButtonGroup>
      <Button name="step" value="confirm">
        {count === 1 ? 'Enregistrer la ligne' : `Enregistrer les ${count} lignes`}
      </Button>
    </ButtonGroup>
  </Form>
)

function reviewPage(shown: Shown, pasted: PastedMonth, told: readonly FieldMessage[] = []): Reply {
  const { scene } = shown
  const { lines, missing, feet } = pasted
  const faults = faultsIn(pasted)
  const known = lines.filter(({ state }) => state === 'known')
  const changing = lines.filter(({ state }) => state === 'new' || state === 'changed')
  const wrong = lines.length - changing.length - known.length
  const form: FormState = { values: shown.form.values, errors: faults.length > 0 ? faults : told }
  const here = { ...shown, form }
  return framed(
    here,
    <>
      <p class="govuk-body">
        {plural(changing.length, 'ligne')} à enregistrer, {known.length} déjà enregistrée{known.length > 1 ? 's' : ''}, {wrong} à corriger
        {wrong > 0 ? ', ou à effacer du texte' : ''}.{feet.length > 0 ? ` Ligne ${feet.join(', ')} : un total, laissé de côté.` : ''} Rien
        n’est encore enregistré.
      </p>
      {faults.length > 0 ? (
        <TextForm shown={here} pasted={pasted} />
      ) : changing.length === 0 ? (
        <EmptyState title="Rien de nouveau à enregistrer" action={{ label: 'Revenir au mois', href: hrefOf(scene) }}>
          Tout ce que disent ces lignes est déjà enregistré.
        </EmptyState>
      ) : null}
      {missing.length > 0 ? (
        <InsetText>
          {plural(missing.length, 'personne')} sous contrat ce mois-ci {missing.length > 1 ? 'n’ont' : 'n’a'} d’heures ni dans ce texte, ni
          enregistrées : {frenchList(missing.slice(0, NAMES_SHOWN))}
          {missing.length > NAMES_SHOWN ? ` et ${missing.length - NAMES_SHOWN} autres` : ''}.
        </InsetText>
      ) : null}
      <DifferencesTable caption={faults.length > 0 ? 'Ce qui est compris' : 'Ce qui sera enregistré'} lines={changing} told="Votre texte" />
      {known.length > 0 ? (
        <Details summary={`${plural(known.length, 'ligne')} déjà enregistrée${known.length > 1 ? 's' : ''} : rien n’y change`}>
          <ul class="govuk-list govuk-list--bullet">
            {known.map(({ rank, who, told: said }) => (
              <li key={rank}>
                Ligne {rank}, {who} : {said}
              </li>
            ))}
          </ul>
        </Details>
      ) : null}
      {faults.length > 0 ? null : (
        <>
          {changing.length > 0 ? <ConfirmForm shown={here} pasted={pasted} count={changing.length} /> : null}
          <Details summary="Changer le texte collé">
            <TextForm shown={{ ...here, form: { values: form.values, errors: [] } }} pasted={pasted} />
          </Details>
        </>
      )}
    </>,
  )
}

const sourceOf = (pasted: string) => {
  const bytes = new TextEncoder().encode(pasted)
  const fingerprint = createHash('sha256').update(bytes).digest('hex')
  return JSON.stringify({ name: 'Lignes collées', kind: 'csv', size: bytes.length, fingerprint })
}

/** Why a text is not read at all. */
function unreadable(typed: string, lines: number): string | undefined {
  if (typed === '') return 'Collez les lignes de votre tableur : une ligne par personne.'
  if (typed.length > CHARACTERS_AT_MOST) return 'Ce texte est trop long. Gardez les colonnes utiles, ou collez-le en plusieurs fois.'
  if (lines > LINES_AT_MOST) return `Ce texte compte ${lines} lignes, pour ${LINES_AT_MOST} au plus : collez-le en plusieurs fois.`
  return undefined
}

/** The hours of a month pasted from a spreadsheet, for a whole team at once: read, corrected in the box, then confirmed. */
export const pasteMonthPage = memberPage({
  path: '/heures/:siaeId/:mois/coller',
  allowed: mayImportHours,
  async get(request) {
    const scene = await sceneIn(request)
    return scene ? typePage({ request, scene, form: emptyForm }) : notFoundReply
  },
  async post(request) {
    const scene = await sceneIn(request)
    if (!scene) return notFoundReply
    const { siae, month, state } = scene
    const typed = String(request.form['pasted'] ?? '').trimEnd()
    const shown = { request, scene, form: { values: { ...request.form, pasted: typed }, errors: [] } }
    const closed = isClosed(state)
      ? `${frenchMonth(month)} est ${state === 'sent' ? 'transmis' : 'validé'} : rien n’a été enregistré. Votre texte est gardé ci-dessous.`
      : undefined
    const fault = closed ?? unreadable(typed.trim(), typed.split('\n').length)
    if (fault) return typePage({ ...shown, form: { ...shown.form, errors: [{ field: 'pasted', text: fault }] } })
    const read = () => request.read((ctx) => monthPasted(ctx, { siae, month, state, text: typed, chosen: chosenIn(request.form) }))
    const pasted = await read()
    if (text(request.form, 'step') !== 'confirm') return reviewPage(shown, pasted)
    const result = await request.submit(importHours, {
      input: {
        siaeId: siae.id,
        month: isoMonth(month),
        reason: text(request.form, 'reason'),
        table: textOfTable(pasted.table),
        titles: '',
        source: sourceOf(typed),
        accepted: text(request.form, 'seen'),
      },
      location: () => hrefOf(scene),
      notice: ({ changed }) => ({
        kind: 'success',
        title: 'Heures enregistrées',
        text: `${plural(changed, 'ligne')} collée${changed > 1 ? 's' : ''}, en brouillon. Ce collage s’annule depuis « Imports », tant que rien ne s’appuie dessus.`,
      }),
    })
    return result.reply ?? reviewPage(shown, await read(), result.form.errors)
  },
})
