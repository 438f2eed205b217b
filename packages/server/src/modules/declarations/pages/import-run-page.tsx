import { frenchDate, plural } from '@maillage/kernel'
import { Button, ButtonGroup, emptyForm, Form, type FormState, HiddenField, SummaryList, Tag } from '@maillage/ui'
import { legalDay } from '../../../platform/clock.ts'
import { memberPage } from '../../../platform/http/page.ts'
import { type PageRequest, text } from '../../../platform/http/page-request.ts'
import { recordId } from '../../../platform/http/record-id.ts'
import { notFoundReply, type Reply, show } from '../../../platform/http/reply.ts'
import type { Member } from '../../../platform/http/slice.ts'
import { undoImport } from '../commands/undo-import.ts'
import { mayImport, mayImportAny } from '../import-policy.ts'
import { type ImportRun, importRun } from '../queries/import-runs.ts'
import type { ImportKind } from '../tables-imports.ts'

const KIND_WORDS: Readonly<Record<ImportKind, { readonly title: string; readonly things: string; readonly href: string }>> = {
  people: { title: 'Import de personnes', things: 'personnes', href: '/personnes' },
  contracts: { title: 'Import de contrats', things: 'contrats', href: '/contrats' },
  hours: { title: 'Import d’heures', things: 'heures', href: '/heures' },
}
const HERE = '/imports'
const crumbs = [{ label: 'Accueil', href: '/' }]

/** What a payroll file recorded, and the way back. */
export const recordedHref = (id: string) => `${HERE}/${id}/bilan`

const when = ({ at }: ImportRun, request: PageRequest<Member>) => frenchDate(legalDay(at, request.actor.hat.timeZone))
const StateOf = ({ run }: { readonly run: ImportRun }) =>
  run.state === 'undone' ? <Tag tone="neutral">Annulé</Tag> : <Tag tone="positive">Enregistré</Tag>

async function runIn(request: PageRequest<Member>): Promise<ImportRun | undefined> {
  const id = recordId(request.params['id'])
  return id === undefined ? undefined : request.read((ctx) => importRun(ctx, id))
}

function runPage(request: PageRequest<Member>, run: ImportRun, form: FormState): Reply {
  const { title, things, href } = KIND_WORDS[run.kind]
  return show(
    title,
    <>
      <h1 class="govuk-heading-l">
        {title} <StateOf run={run} />
      </h1>
      <SummaryList
        rows={[
          { label: 'Fichier', value: run.fileName },
          ...(run.siaeName === null ? [] : [{ label: 'Structure', value: run.siaeName }]),
          { label: 'Importé le', value: when(run, request) },
          { label: 'Par', value: run.by },
          { label: run.state === 'undone' ? 'Lignes retirées' : 'Lignes enregistrées', value: plural(run.lines, 'ligne') },
        ]}
      />
      <p class="govuk-body">
        <a class="govuk-link" href={href}>
          Voir les {things}
        </a>
        {mayImport(request.actor, run.kind) ? (
          <>
            {' · '}
            <a class="govuk-link" href={`${href}/importer`}>
              Importer un autre fichier
            </a>
          </>
        ) : null}
      </p>
      {(run.state === 'recorded' || form.errors.length > 0) && mayImport(request.actor, run.kind) ? (
        <>
          <h2 class="govuk-heading-m">Annuler cet import</h2>
          <p class="govuk-body">
            Tout ce que ce fichier a enregistré est retiré, et ce qui était écrit avant revient. Ce n’est possible que tant que rien ne
            s’appuie dessus.
            {run.kind === 'people'
              ? ' Des fiches se retirent par la personne qui les a importées, pendant trente jours, tant que personne d’autre ne les a ouvertes.'
              : null}
          </p>
          <Form action={recordedHref(run.id)} csrf={request.csrf} requestId={request.formId} state={form}>
            <HiddenField name="version" value={String(run.version)} />
            <ButtonGroup>
              <Button kind="warning">Annuler l’import</Button>
            </ButtonGroup>
          </Form>
        </>
      ) : null}
    </>,
    { errorCount: form.errors.length, breadcrumb: [...crumbs, { label: 'Imports', href: HERE }, { label: run.fileName }] },
  )
}

/** One file: what it recorded, and the way back. */
export const importRunPage = memberPage({
  path: `${HERE}/:id/bilan`,
  allowed: mayImportAny,
  async get(request) {
    const run = await runIn(request)
    return run ? runPage(request, run, emptyForm) : notFoundReply
  },
  async post(request) {
    const run = await runIn(request)
    if (!run) return notFoundReply
    const result = await request.submit(undoImport, {
      input: { runId: run.id, version: text(request.form, 'version') },
      location: ({ runId }) => recordedHref(runId),
      notice: { kind: 'success', title: 'Import annulé', text: 'Ce qui était écrit avant est revenu.' },
    })
    return result.reply ?? runPage(request, run, result.form)
  },
})
