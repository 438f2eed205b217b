import { frenchDate, plural } from '@maillage/kernel'
import { Button, ButtonGroup, DataTable, Details, emptyForm, Form, type FormState, HiddenField, Tag, TextArea } from '@maillage/ui'
import { memberPage } from '../../../platform/http/page.ts'
import { type PageRequest, text } from '../../../platform/http/page-request.ts'
import { type Reply, show } from '../../../platform/http/reply.ts'
import type { Member } from '../../../platform/http/slice.ts'
import { shownPosts } from '../agreement-words.ts'
import { FILE_TITLES, LINES_AT_MOST, readAnnexFile } from '../annex-file.ts'
import { importAnnexes } from '../commands/import-annexes.ts'
import { type JudgedLine, judgeAnnexFile } from '../judge-annex-file.ts'
import { messages } from '../messages.fr.ts'
import { recordsAgreements } from '../policy.ts'

const PATH = '/annexes/importer'
const CRUMBS = [{ label: 'Accueil', href: '/' }, { label: 'Conventions', href: '/conventions' }, { label: 'Importer des annexes' }]

function Preview({ lines }: { readonly lines: readonly JudgedLine[] }) {
  return (
    <DataTable
      caption="Ce qui a été compris"
      counted={['ligne', 'lignes']}
      rows={lines}
      rowKey={({ rank }) => String(rank)}
      columns={[
        { key: 'ligne', label: 'Ligne', render: ({ rank }) => `Ligne ${rank}` },
        { key: 'structure', label: 'Structure', render: ({ siaeName, cells }) => siaeName ?? (cells.siret || '–') },
        {
          key: 'annexe',
          label: 'Annexe',
          render: (line) =>
            line.understood
              ? `${line.annex.number ?? 'Sans numéro'}, du ${frenchDate(line.annex.firstDay)} au ${frenchDate(line.annex.lastDay)}, signée le ${frenchDate(line.annex.signedOn)}`
              : line.cells.number || '–',
        },
        {
          key: 'postes',
          label: 'Postes',
          align: 'end',
          render: (line) => (line.understood ? shownPosts(line.annex.posts) : line.cells.posts || '–'),
        },
        {
          key: 'etat',
          label: 'État',
          render: (line) => (
            <>
              {line.understood ? <Tag tone="positive">Comprise</Tag> : <Tag tone="alert">Refusée</Tag>}
              {(line.understood ? line.anomalies : line.reasons).map((sentence) => (
                <div key={sentence}>{sentence}</div>
              ))}
            </>
          ),
        },
      ]}
      empty={null}
    />
  )
}

function importForm(request: PageRequest<Member>, form: FormState, lines: readonly JudgedLine[] = []): Reply {
  return show(
    'Importer des annexes',
    <>
      <h1 class="govuk-heading-l">Importer des annexes</h1>
      <p class="govuk-body">
        Ouvrez votre fichier, copiez ses lignes avec leurs titres, puis collez-les ici. Rien n’est enregistré avant que vous ayez relu ce
        qui a été compris.
      </p>
      <Details summary="Les colonnes attendues">
        <p class="govuk-body">
          Une ligne par annexe, {LINES_AT_MOST} au plus. Colonnes séparées par des points-virgules ou des tabulations, dans l’ordre que vous
          voulez&nbsp;:
        </p>
        <p class="govuk-body">
          <code>{FILE_TITLES.join(' ; ')}</code>
        </p>
        <p class="govuk-body">
          Dates comme 31/12/2026, nombres comme 7,43. «&nbsp;Aide&nbsp;» dit Droit commun, Milieu pénitentiaire ou Contrat passerelle&nbsp;;
          vide, c’est le droit commun.
        </p>
      </Details>
      <Form action={PATH} csrf={request.csrf} requestId={request.formId} state={form}>
        <TextArea form={form} name="file" label="Lignes du fichier" rows={10} />
        <ButtonGroup>
          <Button>Lire les lignes</Button>
          <a class="govuk-link" href="/conventions">
            Ne rien importer
          </a>
        </ButtonGroup>
      </Form>
      <Preview lines={lines} />
    </>,
    { wide: true, errorCount: form.errors.length, breadcrumb: CRUMBS },
  )
}

function confirmation(request: PageRequest<Member>, file: string, lines: readonly JudgedLine[]): Reply {
  return show(
    'Relire avant d’enregistrer',
    <>
      <h1 class="govuk-heading-l">Relire avant d’enregistrer</h1>
      <Preview lines={lines} />
      <Form action={PATH} csrf={request.csrf} requestId={request.formId} state={emptyForm}>
        <HiddenField name="file" value={file} />
        <HiddenField name="step" value="confirm" />
        <ButtonGroup>
          <Button>{lines.length === 1 ? 'Enregistrer l’annexe' : `Enregistrer les ${plural(lines.length, 'annexe')}`}</Button>
          <a class="govuk-link" href={PATH}>
            Recommencer
          </a>
        </ButtonGroup>
      </Form>
    </>,
    { wide: true, breadcrumb: CRUMBS },
  )
}

/** Annexes from a file of the service: read, shown line by line, then recorded all together. */
export const importAnnexesPage = memberPage({
  path: PATH,
  allowed: recordsAgreements,
  async get(request) {
    return importForm(request, emptyForm)
  },
  async post(request) {
    const file = text(request.form, 'file')
    const { lines: read, fault } = readAnnexFile(file)
    const again = (errors: FormState['errors'], lines?: readonly JudgedLine[]) => importForm(request, { values: { file }, errors }, lines)
    if (fault) return again([{ field: 'file', text: fault }])
    const lines = await request.read((ctx) => judgeAnnexFile(ctx, read))
    const refused = lines.filter(({ understood }) => !understood).length
    if (refused > 0) return again([{ field: 'file', text: messages['agreements/import-not-understood']({ count: refused }) }], lines)
    if (text(request.form, 'step') !== 'confirm') return confirmation(request, file, lines)
    const result = await request.submit(importAnnexes, {
      input: { file },
      location: () => '/conventions',
      notice: ({ count, anomalies }) => ({
        kind: anomalies > 0 ? 'warning' : 'success',
        title: count === 1 ? 'Une annexe enregistrée' : `${count} annexes enregistrées`,
        ...(anomalies > 0 ? { text: `${plural(anomalies, 'anomalie')} à relire dans les annexes.` } : {}),
      }),
    })
    return result.reply ?? again(result.form.errors, lines)
  },
})
