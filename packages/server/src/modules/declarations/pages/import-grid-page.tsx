import { frenchMonth, isoMonth, type Month, parseMonth } from '@maillage/kernel'
import { Button, ButtonGroup, Details, emptyForm, FileField, Form, type FormState, InsetText, Radios } from '@maillage/ui'
import { memberPage } from '../../../platform/http/page.ts'
import { type PageRequest, text } from '../../../platform/http/page-request.ts'
import { recordId } from '../../../platform/http/record-id.ts'
import { notFoundReply, type Reply, show } from '../../../platform/http/reply.ts'
import type { Member } from '../../../platform/http/slice.ts'
import { uploadSentence } from '../../../platform/uploads/messages.fr.ts'
import { TABLE_KINDS } from '../../../platform/uploads/tables.ts'
import { readUpload } from '../../../platform/uploads/upload.ts'
import { type Employer, employer, monthHref } from '../../employment/index.ts'
import { readGrid } from '../commands/read-grid.ts'
import { FORM_COLUMNS } from '../grid/grid-columns.ts'
import { mayImportGridOf, mayImportGrids } from '../policy.ts'
import { runHref } from './run-address.ts'

const COUNTED = [
  { value: 'week', label: 'Par semaine', hint: '26 h, 35 h' },
  { value: 'month', label: 'Par mois', hint: '112,67 h, 151,67 h : ramenées à la semaine, 12 mois pour 52 semaines' },
]

/** The structure and the month of the address, when they are mine. */
export async function siaeAndMonth(request: PageRequest<Member>): Promise<{ readonly siae: Employer; readonly month: Month } | undefined> {
  const siaeId = recordId(request.params['siaeId'])
  const month = parseMonth(request.params['mois'] ?? '')
  if (siaeId === undefined || month === undefined) return undefined
  const siae = await request.read((ctx) => employer(ctx, siaeId))
  return siae && mayImportGridOf(request.actor, siae) ? { siae, month } : undefined
}

const Formats = ({ here, edition }: { readonly here: string; readonly edition: 'structure' | 'transmise' | 'vierge' }) => (
  <>
    {TABLE_KINDS.map((kind, at) => (
      <>
        {at > 0 ? ', ' : ''}
        <a class="govuk-link" href={`${here}/suivi?edition=${edition}&format=${kind}`} download>
          {kind.toUpperCase()}
        </a>
      </>
    ))}
  </>
)

function page(request: PageRequest<Member>, { siae, month }: { readonly siae: Employer; readonly month: Month }, form: FormState): Reply {
  const here = monthHref(siae.id, month)
  return show(
    'Importer un suivi mensuel',
    <>
      <p class="govuk-caption-l">{siae.name}</p>
      <h1 class="govuk-heading-l">Importer un suivi mensuel, {frenchMonth(month)}</h1>
      <p class="govuk-body">
        La grille « Suivi des salariés dans les SIAE » que vous tenez dans un tableur. Rien n’est enregistré à l’envoi : vous voyez d’abord,
        ligne par ligne, ce qui est compris, ce qui ne l’est pas et pourquoi.
      </p>
      {request.demonstration ? (
        <InsetText>
          Pour essayer :{' '}
          <a class="govuk-link" href={`${here}/suivi?edition=exemple`} download>
            téléchargez un suivi de ce mois
          </a>
          , tenu comme on en voit, avec des personnes de votre équipe. Une ligne est à corriger, une autre à laisser de côté.
        </InsetText>
      ) : null}
      <Form action={`${here}/importer`} csrf={request.csrf} requestId={request.formId} state={form} withFile>
        <FileField
          form={form}
          name="file"
          label="Fichier"
          hint="XLSX, ODS ou CSV, 5 Mo au plus. Les en-têtes fusionnés, les totaux et les lignes vides sont reconnus."
          accept=".xlsx,.ods,.csv"
        />
        <Radios
          form={form}
          name="contractHours"
          label="Dans la colonne « Nbre d’heures du contrat », les heures sont comptées"
          choices={COUNTED}
        />
        <ButtonGroup>
          <Button>Lire le fichier</Button>
          <a class="govuk-link" href={here}>
            Revenir au mois
          </a>
        </ButtonGroup>
      </Form>
      <Details summary="Qui lit ce que dit le fichier">
        <p class="govuk-body">
          Vous seul(e) relisez les cellules du fichier ; la structure voit qu’un import a été fait. Ce qu’il dit est chiffré dans la base.
          Un fichier non confirmé est effacé au bout de 14 jours. Confirmé, il est gardé 12 mois pour vous rendre la grille cellule pour
          cellule, puis effacé. Les difficultés, les actions et les partenaires ne sont pas importés : ils restent dans votre fichier.
        </p>
      </Details>
      <Details summary="Les colonnes de la grille">
        <ol class="govuk-list govuk-list--number">
          {FORM_COLUMNS.map(({ key, label }) => (
            <li key={key}>{label}</li>
          ))}
        </ol>
        <p class="govuk-body">Deux colonnes ajoutées sont comprises aussi : « Heures payées » et « Heures travaillées ».</p>
      </Details>
      <h2 class="govuk-heading-m">Produire le suivi de ce mois</h2>
      <ul class="govuk-list govuk-list--bullet">
        <li>
          Pour la structure, toutes les colonnes : <Formats here={here} edition="structure" />
        </li>
        <li>
          Version transmise, sans les colonnes 11 à 14 (difficultés, actions, partenaires, prestations) :{' '}
          <Formats here={here} edition="transmise" />
        </li>
        <li>
          Modèle vierge : <Formats here={here} edition="vierge" />
        </li>
      </ul>
    </>,
    {
      errorCount: form.errors.length,
      breadcrumb: [
        { label: 'Accueil', href: '/' },
        { label: `Heures, ${frenchMonth(month)}`, href: here },
        { label: 'Importer un suivi mensuel' },
      ],
    },
  )
}

/** Sends a grid: read, nothing recorded yet. */
export const importGridPage = memberPage({
  path: '/heures/:siaeId/:mois/importer',
  allowed: mayImportGrids,
  takesFile: true,
  async get(request) {
    const found = await siaeAndMonth(request)
    return found ? page(request, found, emptyForm) : notFoundReply
  },
  async post(request) {
    const found = await siaeAndMonth(request)
    if (!found) return notFoundReply
    const read = await readUpload(request.upload)
    const errors = read.ok ? [] : read.refusals.map((refusal) => ({ field: 'file', text: uploadSentence(refusal) }))
    const result = await request.submit(readGrid, {
      input: {
        siaeId: found.siae.id,
        month: isoMonth(found.month),
        contractHours: text(request.form, 'contractHours'),
        file: read.ok ? read.value : {},
      },
      errors,
      location: ({ runId }) => runHref(runId),
      notice: { kind: 'information', title: 'Fichier lu', text: 'Rien n’est encore enregistré : relisez, puis confirmez.' },
    })
    return result.reply ?? page(request, found, result.form)
  },
})
