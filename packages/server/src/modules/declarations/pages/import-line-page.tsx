import { frenchDate } from '@maillage/kernel'
import { EXIT_REASONS, exitReasonLabels } from '@maillage/rules/exits'
import { Button, ButtonGroup, Form, type FormState, HiddenField, Notification, Select, SummaryList, TextField } from '@maillage/ui'
import { memberPage } from '../../../platform/http/page.ts'
import { type PageRequest, text } from '../../../platform/http/page-request.ts'
import { notFoundReply, type Reply, show } from '../../../platform/http/reply.ts'
import type { Member } from '../../../platform/http/slice.ts'
import { correctLine } from '../commands/correct-line.ts'
import { FORM_COLUMNS } from '../grid/grid-columns.ts'
import { reasonSentence } from '../grid/line-words.fr.ts'
import type { GridReading } from '../grid/understand-line.ts'
import { exitReasonIn } from '../grid/words.ts'
import type { ImportLine } from '../import-run.ts'
import { mayImportGrids } from '../policy.ts'
import { lineName, said } from './line-parts.tsx'
import { crumbsOfRun, type RunShown, runHref, shownRun } from './run-address.ts'

type Line = ImportLine<GridReading>

const TYPED = ['initials', 'sex', 'entry', 'measure', 'contractHours', 'workplace', 'exitDate', 'paid', 'worked'] as const

/** What the boxes show: what was corrected, else what the file says. */
function valuesOf(line: Line, { run }: RunShown): FormState {
  const at = (key: string) => line.corrections?.[key] ?? said(line, run.layout, key)
  const nature = exitReasonIn(at('exitNature'))
  return {
    errors: [],
    values: {
      ...Object.fromEntries(TYPED.map((key) => [key, at(key)])),
      exitNature: nature ? exitReasonLabels[nature] : '',
      stayId: line.corrections?.['stayId'] ?? line.reading?.stayId ?? '',
      contractLast: line.corrections?.['contractLast'] ?? '',
    },
  }
}

const NATURES = EXIT_REASONS.filter((reason) => reason !== 'death').map((reason) => ({
  value: exitReasonLabels[reason],
  label: exitReasonLabels[reason],
}))

function page(request: PageRequest<Member>, shown: RunShown, line: Line, form: FormState): Reply {
  const { run, team } = shown
  const columns = run.layout?.sheets[line.sheet]?.grid?.columns ?? {}
  const blocking = line.reasons.filter((reason) => reason.blocking)
  const has = (key: string) => columns[key] !== undefined
  return show(
    lineName(line, run.layout),
    <>
      <p class="govuk-caption-l">{run.fileName}</p>
      <h1 class="govuk-heading-l">{lineName(line, run.layout)}</h1>
      {blocking.length > 0 && form.errors.length === 0 ? (
        <Notification kind="warning" title="À corriger">
          <ul class="govuk-list govuk-list--bullet">
            {blocking.map((reason) => (
              <li key={reasonSentence(reason)}>{reasonSentence(reason)}</li>
            ))}
          </ul>
        </Notification>
      ) : null}
      <Form action={runHref(run.id, `/lignes/${line.id}`)} csrf={request.csrf} requestId={request.formId} state={form}>
        <HiddenField name="version" value={String(run.version)} />
        <Select
          form={form}
          name="stayId"
          label="Personne"
          hint="Présente dans la structure ce mois-ci, ou sortie dans les trois mois d’avant"
          placeholder="Reconnue par ses initiales et son entrée"
          options={team.members.map(({ stayId, name, open }) => ({ value: stayId, label: `${name}, entrée le ${frenchDate(open.first)}` }))}
          optional
        />
        <TextField form={form} name="initials" label="Initiales" width={5} optional />
        {has('sex') ? <TextField form={form} name="sex" label="Sexe" hint="F ou H" width={3} optional /> : null}
        {has('entry') ? (
          <TextField form={form} name="entry" label="Date entrée dans la structure" hint="Par exemple : 03/03/2024" width={10} optional />
        ) : null}
        {has('measure') ? (
          <>
            <TextField form={form} name="measure" label="Mesure et date" hint="Par exemple : CDDI 03/03/2024" width={20} optional />
            <TextField
              form={form}
              name="contractLast"
              label="Dernier jour de ce contrat"
              hint="La grille ne le dit pas. Sans lui, un contrat que la plateforme ne connaît pas n’est pas enregistré."
              width={10}
              optional
            />
          </>
        ) : null}
        {has('contractHours') ? <TextField form={form} name="contractHours" label="Nbre d’heures du contrat" width={10} optional /> : null}
        {has('workplace') ? <TextField form={form} name="workplace" label="Lieu de travail" width={30} optional /> : null}
        {has('exitDate') ? (
          <TextField form={form} name="exitDate" label="Date de sortie de la SIAE" hint="Par exemple : 31/10/2026" width={10} optional />
        ) : null}
        {has('exitNature') ? (
          <Select form={form} name="exitNature" label="Nature de la sortie" placeholder="Aucune" options={NATURES} optional />
        ) : null}
        {has('paid') ? <TextField form={form} name="paid" label="Heures payées" width={10} optional /> : null}
        {has('worked') ? <TextField form={form} name="worked" label="Heures travaillées" width={10} optional /> : null}
        <ButtonGroup>
          <Button name="act" value="correct">
            Corriger la ligne
          </Button>
          <Button name="act" value={line.state === 'set-aside' ? 'take' : 'aside'} kind="secondary">
            {line.state === 'set-aside' ? 'Reprendre la ligne' : 'Laisser la ligne de côté'}
          </Button>
          <a class="govuk-link" href={runHref(run.id)}>
            Revenir aux lignes
          </a>
        </ButtonGroup>
      </Form>
      <h2 class="govuk-heading-m">Ce que dit le fichier</h2>
      <SummaryList
        rows={FORM_COLUMNS.filter(({ key }) => has(key)).map(({ key, label }) => ({ label, value: said(line, run.layout, key) || null }))}
      />
    </>,
    { errorCount: form.errors.length, breadcrumb: crumbsOfRun(run, lineName(line, run.layout)) },
  )
}

const findLine = (shown: RunShown | undefined, id: string | undefined) =>
  shown?.run.state === 'read' ? shown.lines.find((line) => line.id === id && line.state !== 'not-a-fact') : undefined

/** One line of a file, corrected on the screen: the file itself stays as it is. */
export const importLinePage = memberPage({
  path: '/imports/:id/lignes/:ligne',
  allowed: mayImportGrids,
  async get(request) {
    const shown = await shownRun(request)
    const line = findLine(shown, request.params['ligne'])
    return shown && line ? page(request, shown, line, valuesOf(line, shown)) : notFoundReply
  },
  async post(request) {
    const shown = await shownRun(request)
    const line = findLine(shown, request.params['ligne'])
    if (!shown || !line) return notFoundReply
    const { run } = shown
    const act = text(request.form, 'act')
    const before = valuesOf(line, shown).values
    const said = (key: string) => {
      const now = text(request.form, key)
      return line.corrections?.[key] === undefined && now === (before[key] ?? '') ? undefined : now
    }
    const corrections = Object.fromEntries(
      [...TYPED, 'exitNature', 'stayId', 'contractLast'].filter((key) => key in request.form).map((key) => [key, said(key)]),
    )
    const result = await request.submit(correctLine, {
      input: {
        runId: run.id,
        lineId: line.id,
        version: text(request.form, 'version'),
        ...(act === 'aside' || act === 'take' ? { aside: act === 'aside' } : { corrections }),
      },
      location: () => runHref(run.id),
      notice: ({ state }) => ({
        kind: state === 'refused' ? 'warning' : 'success',
        title: state === 'refused' ? 'Ligne relue, encore refusée' : state === 'set-aside' ? 'Ligne laissée de côté' : 'Ligne comprise',
        text: `${lineName(line, run.layout)}. Rien n’est encore enregistré.`,
      }),
    })
    return result.reply ?? page(request, shown, line, result.form)
  },
})
