import { frenchDate, frenchMonth, monthOf, plural } from '@maillage/kernel'
import {
  Button,
  ButtonGroup,
  ButtonLink,
  type Column,
  DataTable,
  Details,
  EmptyState,
  emptyForm,
  Form,
  HiddenField,
  InsetText,
  Notification,
  Tag,
} from '@maillage/ui'
import { memberPage } from '../../../platform/http/page.ts'
import type { PageRequest } from '../../../platform/http/page-request.ts'
import { notFoundReply, type Reply, show } from '../../../platform/http/reply.ts'
import type { Member } from '../../../platform/http/slice.ts'
import { monthHref } from '../../employment/index.ts'
import type { GridReading } from '../grid/understand-line.ts'
import type { ImportLine, LineState } from '../import-run.ts'
import { RUN_LABELS } from '../messages.fr.ts'
import { mayImportGrids } from '../policy.ts'
import { bringsFacts, lineName, Reasons, said, Understood } from './line-parts.tsx'
import { crumbsOfRun, type RunShown, runHref, shownRun } from './run-address.ts'

type Line = ImportLine<GridReading>

const STATES: Readonly<Record<LineState, { readonly label: string; readonly tone: 'positive' | 'alert' | 'neutral' }>> = {
  understood: { label: 'Comprise', tone: 'positive' },
  refused: { label: 'Refusée', tone: 'alert' },
  'set-aside': { label: 'Laissée de côté', tone: 'neutral' },
  'not-a-fact': { label: 'Sans fait', tone: 'neutral' },
}

const LEFT: Readonly<Record<string, string>> = {
  blank: 'vide',
  total: 'total',
  'header-again': 'en-tête répété',
  note: 'note',
  above: 'au-dessus de la grille',
}

/** A button of its own, which sends what the run was when it was read. */
export const RunButton = ({
  request,
  run,
  under,
  kind = 'secondary',
  children,
}: {
  readonly request: PageRequest<Member>
  readonly run: RunShown['run']
  readonly under: string
  readonly kind?: 'primary' | 'secondary' | 'warning'
  readonly children: string
}) => (
  <Form action={runHref(run.id, under)} csrf={request.csrf} requestId={request.formId} state={emptyForm}>
    <HiddenField name="version" value={String(run.version)} />
    <Button kind={kind}>{children}</Button>
  </Form>
)

const columnsOf = ({ run, team }: RunShown): readonly Column<Line>[] => [
  {
    key: 'ligne',
    label: 'Ligne',
    render: (line) => (
      <>
        {run.state === 'read' ? (
          <a class="govuk-link" href={runHref(run.id, `/lignes/${line.id}`)}>
            {lineName(line, run.layout)}
          </a>
        ) : (
          lineName(line, run.layout)
        )}
        <div>
          <Tag tone={STATES[line.state].tone}>{STATES[line.state].label}</Tag>
        </div>
      </>
    ),
  },
  {
    key: 'fichier',
    label: 'Le fichier dit',
    render: (line) => (
      <>
        {said(line, run.layout, 'initials') || 'Sans initiales'}
        <div class="m-entry-about">
          {[
            said(line, run.layout, 'sex'),
            said(line, run.layout, 'age'),
            said(line, run.layout, 'entry') && `entrée ${said(line, run.layout, 'entry')}`,
          ]
            .filter(Boolean)
            .join(', ')}
        </div>
      </>
    ),
  },
  {
    key: 'personne',
    label: 'Personne',
    render: ({ reading }) => {
      const member = team.members.find(({ stayId }) => stayId === reading?.stayId)
      return member ? (
        <a class="govuk-link" href={`/personnes/${member.personId}`}>
          {member.name}
        </a>
      ) : (
        'Non reconnue'
      )
    },
  },
  {
    key: 'enregistrer',
    label: run.state === 'recorded' ? 'Enregistré' : 'Sera enregistré',
    render: (line) => <Understood line={line} recorded={run.state === 'recorded'} />,
  },
  { key: 'pourquoi', label: 'À savoir', render: (line) => <Reasons line={line} /> },
]

const Sheets = ({ run, lines }: RunShown) => {
  const left = lines.filter(({ state }) => state === 'not-a-fact')
  const others = run.layout?.sheets.filter((sheet) => sheet.left !== undefined) ?? []
  const kinds = Object.entries(LEFT).flatMap(([code, label]) => {
    const found = left.filter(({ reasons }) => reasons[0]?.code === code).map(({ line }) => line + 1)
    return code === 'above' || found.length === 0 ? [] : [`${plural(found.length, 'ligne')} (${label}) : ${found.join(', ')}`]
  })
  if (kinds.length + others.length === 0) return null
  return (
    <Details summary="Ce qui n’est pas une ligne de salarié">
      <ul class="govuk-list govuk-list--bullet">
        {kinds.map((each) => (
          <li key={each}>{each}.</li>
        ))}
        {others.map(({ name, left: why }) => (
          <li key={name}>
            {why === 'other-month'
              ? `Feuille « ${name} » : la grille d’un autre mois, laissée de côté.`
              : `Feuille « ${name} » : pas de grille, laissée de côté.`}
          </li>
        ))}
      </ul>
    </Details>
  )
}

const Acts = ({ request, shown }: { readonly request: PageRequest<Member>; readonly shown: RunShown }) => {
  const { run, lines } = shown
  const refused = lines.filter(({ state }) => state === 'refused').length
  if (run.state === 'recorded') {
    return (
      <ButtonGroup>
        {run.month && run.siaeId ? (
          <ButtonLink href={monthHref(run.siaeId, monthOf(run.month), `/suivi?edition=structure&format=${run.fileKind}`)}>
            Récupérer la grille
          </ButtonLink>
        ) : null}
        <ButtonLink kind="secondary" href={runHref(run.id, '/annuler')}>
          Annuler cet import
        </ButtonLink>
      </ButtonGroup>
    )
  }
  return (
    <>
      {refused === 0 ? (
        <ButtonGroup>
          <ButtonLink href={runHref(run.id, '/confirmer')}>Confirmer l’import</ButtonLink>
          <a class="govuk-link" href={runHref(run.id, '/abandonner')}>
            Abandonner
          </a>
        </ButtonGroup>
      ) : (
        <>
          <InsetText>
            Corrigez chaque ligne refusée en ouvrant son numéro, ou laissez-la de côté. L’import s’enregistre en entier ou pas du tout.
          </InsetText>
          <ButtonGroup>
            <RunButton request={request} run={run} under="/laisser">
              {refused > 1 ? `Laisser de côté les ${refused} lignes refusées` : 'Laisser de côté la ligne refusée'}
            </RunButton>
            <RunButton request={request} run={run} under="/relire">
              Relire le fichier
            </RunButton>
            <a class="govuk-link" href={runHref(run.id, '/abandonner')}>
              Abandonner
            </a>
          </ButtonGroup>
        </>
      )}
    </>
  )
}

function page(request: PageRequest<Member>, shown: RunShown): Reply {
  const { run, lines } = shown
  const people = lines.filter(({ state }) => state !== 'not-a-fact')
  const count = (state: LineState) => people.filter((line) => line.state === state).length
  const erased = run.layout === null
  return show(
    `Import de ${run.fileName}`,
    <>
      <p class="govuk-caption-l">Suivi mensuel{run.month ? `, ${frenchMonth(monthOf(run.month))}` : ''}</p>
      <h1 class="govuk-heading-l">
        {run.fileName} <Tag tone={run.state === 'recorded' ? 'positive' : 'neutral'}>{RUN_LABELS[run.state]}</Tag>
      </h1>
      {erased ? (
        <EmptyState title="Le contenu de ce fichier est effacé">
          Il reste la trace de l’import : son nom, sa date et ce qu’il est devenu.
        </EmptyState>
      ) : (
        <>
          <p class="govuk-body">
            {plural(count('understood'), 'ligne comprise', 'lignes comprises')},{' '}
            {plural(count('refused'), 'ligne refusée', 'lignes refusées')}
            {count('set-aside') > 0 ? `, ${plural(count('set-aside'), 'ligne laissée de côté', 'lignes laissées de côté')}` : ''}.{' '}
            {run.state === 'read' ? 'Rien n’est encore enregistré.' : ''} Contenu gardé jusqu’au {frenchDate(run.contentUntil)}.
          </p>
          {run.state === 'read' && count('refused') === 0 ? (
            people.some(bringsFacts) ? (
              <Notification kind="information" title="Tout est prêt à confirmer" />
            ) : (
              <Notification kind="information" title="Rien de nouveau à enregistrer">
                La plateforme sait déjà tout ce que disent ces lignes. Confirmez seulement si vous voulez que la grille vous soit rendue
                cellule pour cellule.
              </Notification>
            )
          ) : null}
          <Acts request={request} shown={shown} />
          <DataTable
            caption="Lignes du fichier"
            counted={['ligne', 'lignes']}
            columns={columnsOf(shown)}
            rows={people}
            rowKey={({ id }) => id}
            empty={<EmptyState title="Aucune ligne de salarié">Le fichier n’en contient pas.</EmptyState>}
          />
          <Sheets {...shown} />
        </>
      )}
    </>,
    { wide: true, breadcrumb: crumbsOfRun(run) },
  )
}

/** Line by line, what is understood of a file, what is refused and why. */
export const importPage = memberPage({
  path: '/imports/:id',
  allowed: mayImportGrids,
  async get(request) {
    const shown = await shownRun(request)
    return shown ? page(request, shown) : notFoundReply
  },
})
