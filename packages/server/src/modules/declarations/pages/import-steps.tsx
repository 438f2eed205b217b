import { plural } from '@maillage/kernel'
import {
  Button,
  ButtonGroup,
  Checkboxes,
  DataTable,
  Details,
  type FieldMessage,
  FileField,
  Form,
  type FormState,
  HiddenField,
  InsetText,
  Select,
  type SelectOption,
  Tag,
  TextArea,
  TextField,
  typedValues,
} from '@maillage/ui'
import { type FormBody, type PageRequest, text } from '../../../platform/http/page-request.ts'
import { type Reply, show } from '../../../platform/http/reply.ts'
import type { Member } from '../../../platform/http/slice.ts'
import type { ImportScreen, Reading } from '../imports/import-screen.ts'
import { CHOSEN_PERSON, type JudgedLine, keysOf, LEFT_ASIDE } from '../imports/judged-line.ts'
import { neverRead } from '../layouts/recognise-columns.ts'
import { DifferencesTable, TAKEN } from './differences-table.tsx'

/** A page of the way, and what it carries from the one before. */
export interface Step {
  readonly screen: ImportScreen
  readonly request: PageRequest<Member>
  readonly places: readonly { readonly id: string; readonly name: string }[]
  readonly form: FormState
}

const crumbsOf = ({ home, title }: ImportScreen) => [{ label: 'Accueil', href: '/' }, home, { label: title }]

const carriedValue = (form: FormState, name: string) => text(form.values as FormBody, name)

/** What every step after the first keeps of it. */
const Carried = ({ step: { screen, form } }: { readonly step: Step }) => (
  <>
    {[screen.place.name, 'source', ...screen.moreNames].map((name) => (
      <HiddenField key={name} name={name} value={carriedValue(form, name)} />
    ))}
  </>
)

const PlaceField = ({ step: { screen, places, form } }: { readonly step: Step }) => {
  const [only, another] = places
  return only && !another ? (
    <HiddenField name={screen.place.name} value={only.id} />
  ) : (
    <Select
      form={form}
      name={screen.place.name}
      label={screen.place.label}
      options={places.map(({ id, name }) => ({ value: id, label: name }))}
    />
  )
}

/** The first step: where the lines come from. */
export function chooseFile(step: Step): Reply {
  const { screen, request, places, form } = step
  const labels = Object.values(screen.layout)
  return show(
    screen.title,
    <>
      <h1 class="govuk-heading-l">{screen.title}</h1>
      <p class="govuk-body">{screen.intro}</p>
      {places.length === 0 ? (
        <p class="govuk-body">
          Pour importer, il faut appartenir à une équipe d’une structure. Demandez à la direction de {request.actor.hat.organisationName} de
          vous y ajouter.
        </p>
      ) : (
        <>
          <Details summary="Les colonnes attendues, et un modèle">
            <p class="govuk-body">
              L’ordre des colonnes est libre, les titres de votre logiciel aussi : vous direz à quoi chacun correspond, et la plateforme
              s’en souviendra. Obligatoires :{' '}
              {labels
                .filter(({ required }) => required)
                .map(({ label }) => label)
                .join(', ')}
              . Facultatives :{' '}
              {labels
                .filter(({ required }) => !required)
                .map(({ label }) => label)
                .join(', ')}
              .
            </p>
            <p class="govuk-body">
              Le numéro de sécurité sociale, les coordonnées bancaires, les salaires et ce qui touche à la santé ne sont jamais lus.
            </p>
            <p class="govuk-body">
              <a class="govuk-link" href={`${screen.path}/modele.xlsx`} download>
                Modèle pour tableur (XLSX)
              </a>{' '}
              ·{' '}
              <a class="govuk-link" href={`${screen.path}/modele.csv`} download>
                Modèle CSV
              </a>
            </p>
          </Details>
          <Form action={screen.path} csrf={request.csrf} requestId={request.formId} state={form} withFile>
            <PlaceField step={step} />
            {screen.more?.(form)}
            <FileField
              form={form}
              name="file"
              label="Fichier"
              accept=".xlsx,.ods,.csv,.txt"
              hint="XLSX, ODS ou CSV, 5 Mo au plus ; ou collez ses lignes plus bas. Son nom et le nombre de lignes sont gardés, jamais le fichier."
            />
            <Details summary="Ou coller les lignes" open={text(form.values as FormBody, 'pasted') !== ''}>
              <TextArea
                form={form}
                name="pasted"
                label="Lignes du fichier"
                hint="Copiez-les dans votre tableur avec la ligne de titres, puis collez-les ici."
                rows={10}
                optional
              />
            </Details>
            <HiddenField name="step" value="file" />
            <ButtonGroup>
              <Button>Lire le fichier</Button>
              <a class="govuk-link" href={screen.home.href}>
                Ne rien importer
              </a>
            </ButtonGroup>
          </Form>
        </>
      )}
    </>,
    { wide: true, errorCount: form.errors.length, breadcrumb: crumbsOf(screen) },
  )
}

/** A file as it was read: its titles, some of its lines, and the text that carries them all. */
export interface RawFile {
  readonly text: string
  readonly firstRank: number
  readonly titles: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

/** The second step: which column is which. */
export function chooseColumns(step: Step, file: RawFile): Reply {
  const { screen, request, form } = step
  const options: readonly SelectOption[] = Object.entries(screen.layout).map(([value, { label }]) => ({ value, label }))
  const never = file.titles.flatMap((title) => (neverRead(title) ? [`« ${title} » : ${neverRead(title)}`] : []))
  return show(
    `${screen.title} : les colonnes`,
    <>
      <h1 class="govuk-heading-l">À quoi correspond chaque colonne ?</h1>
      <p class="govuk-body">Vérifiez ce que la plateforme propose. Votre choix est gardé pour le prochain fichier de la structure.</p>
      {never.length > 0 ? <InsetText>Jamais lu : {never.join(' ; ')}.</InsetText> : null}
      <Form action={screen.path} csrf={request.csrf} requestId={request.formId} state={form}>
        <Carried step={step} />
        <HiddenField name="raw" value={file.text} />
        <HiddenField name="firstRank" value={String(file.firstRank)} />
        <HiddenField name="step" value="columns" />
        {file.titles.map((title, at) =>
          neverRead(title) ? null : (
            <Select
              key={`col-${at}`}
              form={form}
              name={`col-${at}`}
              label={title || `Colonne ${at + 1}, sans titre`}
              hint={`Par exemple : ${
                file.rows
                  .slice(0, 40)
                  .flatMap((row) => row[at] || [])
                  .slice(0, 3)
                  .join(' · ') || 'rien'
              }`}
              options={options}
              placeholder="Laissée de côté"
            />
          ),
        )}
        <ButtonGroup>
          <Button>Lire les lignes</Button>
          <a class="govuk-link" href={screen.path}>
            Recommencer
          </a>
        </ButtonGroup>
      </Form>
    </>,
    { errorCount: form.errors.length, breadcrumb: crumbsOf(screen) },
  )
}

const SHOWN_TO_CORRECT = 40

/** The name of the control that corrects a cell. */
export const correctionName = (rank: number, column: string) => `fix-${rank}-${column}`

const NAME_COLUMNS = ['fullName', 'birthName', 'givenNames', 'birthDate'] as const

/** Which controls correct a line: those of its cells, and its names when it is not known who it is about. */
function correctable({ layout }: ImportScreen, { faults, typed, candidates }: JudgedLine): readonly string[] {
  const columns = faults.flatMap(({ column }) => {
    if (column === LEFT_ASIDE) return []
    if (column !== CHOSEN_PERSON) return [column]
    return candidates ? [CHOSEN_PERSON] : NAME_COLUMNS.filter((name) => name in layout && (typed[name] || name === 'birthDate'))
  })
  return [...new Set(columns)]
}

function Correction({
  step: { screen, form },
  line,
  choices,
}: {
  readonly step: Step
  readonly line: JudgedLine
  readonly choices: NonNullable<Reading['choices']>
}) {
  return (
    <section class="m-section">
      <h3 class="govuk-heading-s">
        Ligne {line.rank} – {line.who}
      </h3>
      {correctable(screen, line).map((column) => {
        const name = correctionName(line.rank, column)
        const label = column === CHOSEN_PERSON ? 'Personne' : (screen.layout[column]?.label ?? column)
        const options = column === CHOSEN_PERSON ? line.candidates : (choices[column] ?? screen.layout[column]?.choices)
        const named = { form, name, label: `${label}, ligne ${line.rank}` }
        return options ? (
          <Select key={name} {...named} options={options} />
        ) : (
          <TextField key={name} {...named} width={20} autocomplete="off" spellcheck={false} />
        )
      })}
      <Checkboxes
        form={form}
        name={correctionName(line.rank, LEFT_ASIDE)}
        label={`Ou bien, ligne ${line.rank}`}
        choices={[{ value: 'oui', label: 'Laisser cette ligne de côté' }]}
      />
    </section>
  )
}

/** The errors of the lines still to correct, each on its control. */
const errorsOfLines = (screen: ImportScreen, lines: readonly JudgedLine[]): readonly FieldMessage[] =>
  lines.flatMap((line) => {
    const [place] = correctable(screen, line)
    return line.faults.map(({ column, text: said }) => ({
      field: correctionName(line.rank, column === CHOSEN_PERSON && !line.candidates ? (place ?? column) : column),
      text: said,
    }))
  })

const STATES = {
  new: { label: 'Nouvelle', tone: 'positive' },
  changed: { label: 'Changée', tone: 'info' },
  known: { label: 'Déjà enregistrée', tone: 'neutral' },
  refused: { label: 'À corriger', tone: 'alert' },
} as const

function Lines({ caption, lines }: { readonly caption: string; readonly lines: readonly JudgedLine[] }) {
  return (
    <DataTable
      caption={caption}
      counted={['ligne', 'lignes']}
      rows={lines}
      rowKey={({ rank }) => String(rank)}
      columns={[
        { key: 'ligne', label: 'Ligne', render: ({ rank }) => `Ligne\u00a0${rank}` },
        { key: 'personne', label: 'Personne', render: ({ who }) => who },
        { key: 'dit', label: 'Ce qui sera enregistré', render: ({ told }) => told },
        {
          key: 'etat',
          label: 'État',
          render: ({ state, notes }) => (
            <>
              <Tag tone={STATES[state].tone}>{STATES[state].label}</Tag>
              {notes.map((note) => (
                <div key={note}>{note}</div>
              ))}
            </>
          ),
        },
      ]}
      empty={null}
    />
  )
}

/** One difference is accepted, or each of them by its box, or all of them. */
const AcceptButtons = ({ count }: { readonly count: number }) => (
  <>
    <Button name="step" value="all">
      {count === 1 ? 'Accepter la différence' : `Accepter les ${count} différences`}
    </Button>
    {count > 1 ? (
      <Button kind="secondary" name="step" value="confirm">
        Accepter seulement celles cochées
      </Button>
    ) : null}
  </>
)

/** The last step: what is understood, what is to correct, what will be recorded. */
export function reviewLines(
  step: Step,
  carried: { readonly table: string; readonly titles: string; readonly aside: string; readonly skipped: number },
  reading: Reading,
  told: readonly FieldMessage[],
): Reply {
  const { screen, request } = step
  const { lines } = reading
  const { skipped } = carried
  const refused = lines.filter(({ state }) => state === 'refused')
  const shown = refused.slice(0, SHOWN_TO_CORRECT)
  const changing = lines.filter(({ state }) => state === 'new' || state === 'changed')
  // A line that says the contract otherwise is not alike, even when nothing of it is accepted here.
  const toldApart = lines.filter(({ state, differences = [] }) => state === 'known' && differences.length > 0)
  const known = lines.filter((line) => line.state === 'known' && !toldApart.includes(line))
  const typed = Object.fromEntries(
    shown.flatMap((line) => correctable(screen, line).map((column) => [correctionName(line.rank, column), line.typed[column] ?? ''])),
  )
  const form: FormState = { values: { ...step.form.values, ...typed }, errors: [...told, ...errorsOfLines(screen, shown)] }
  const here = { ...step, form }
  const [one, many] = screen.counted
  return show(
    `${screen.title} : relire`,
    <>
      <h1 class="govuk-heading-l">Relire avant d’enregistrer</h1>
      <p class="govuk-body">
        {plural(changing.length, 'ligne')} {screen.byDifference ? (changing.length > 1 ? 'différentes' : 'différente') : 'à enregistrer'},{' '}
        {known.length + toldApart.length} déjà enregistrée{known.length + toldApart.length > 1 ? 's' : ''}, {refused.length} à corriger
        {skipped > 0 ? `, ${skipped} laissée${skipped > 1 ? 's' : ''} de côté` : ''}.{carried.aside ? ` ${carried.aside}` : ''}
      </p>
      <Form action={screen.path} csrf={request.csrf} requestId={request.formId} state={form}>
        <Carried step={here} />
        <HiddenField name="table" value={carried.table} />
        <HiddenField name="titles" value={carried.titles} />
        <HiddenField name="aside" value={carried.aside} />
        {refused.length > 0 ? (
          <>
            <h2 class="govuk-heading-m">À corriger</h2>
            {refused.length > shown.length ? (
              <InsetText>
                Voici les {shown.length} premières lignes à corriger, sur {refused.length}. S’il y en a tant, il est plus simple de corriger
                le fichier, ou les colonnes choisies, et de recommencer.
              </InsetText>
            ) : null}
            {shown.map((line) => (
              <Correction key={line.rank} step={here} line={line} choices={reading.choices ?? {}} />
            ))}
          </>
        ) : null}
        {refused.length === 0 && changing.length > 0 ? reading.asks?.(form) : null}
        {screen.byDifference && refused.length === 0 ? (
          <>
            <DifferencesTable
              caption="Ce qui diffère de ce qui est enregistré"
              lines={[...changing, ...toldApart]}
              told="Le fichier dit"
              ticked={new Set(typedValues(form, TAKEN))}
            />
            <HiddenField name="seen" value={keysOf(lines).join(' ')} />
          </>
        ) : null}
        {refused.length === 0 && changing.length === 0 ? (
          <InsetText>Tout est déjà enregistré : il n’y a rien à faire.</InsetText>
        ) : (
          <ButtonGroup>
            {refused.length > 0 ? (
              <Button name="step" value="read">
                Relire les lignes corrigées
              </Button>
            ) : screen.byDifference ? (
              <AcceptButtons count={keysOf(lines).length} />
            ) : (
              <Button name="step" value="confirm">
                {changing.length === 1 ? `Enregistrer ${one}` : `Enregistrer ${changing.length} ${many}`}
              </Button>
            )}
            <a class="govuk-link" href={screen.path}>
              Recommencer
            </a>
          </ButtonGroup>
        )}
      </Form>
      {screen.byDifference ? null : <Lines caption="Ce qui sera enregistré" lines={changing} />}
      {screen.byDifference && refused.length > 0 && changing.length > 0 ? (
        <DifferencesTable caption="Ce qui diffère de ce qui est enregistré" lines={[...changing, ...toldApart]} told="Le fichier dit" />
      ) : null}
      {known.length > 0 ? (
        <Details summary={`${plural(known.length, 'ligne')} déjà enregistrée${known.length > 1 ? 's' : ''} : rien n’y change`}>
          <Lines caption="Déjà enregistré" lines={known} />
        </Details>
      ) : null}
      {refused.length === 0 && changing.length === 0 ? (
        <p class="govuk-body">
          <a class="govuk-link" href={screen.home.href}>
            Revenir à {screen.home.label.toLocaleLowerCase('fr')}
          </a>
        </p>
      ) : null}
    </>,
    { wide: true, errorCount: form.errors.length, breadcrumb: crumbsOf(screen) },
  )
}
