import { plural } from '@maillage/kernel'
import { Button, ButtonGroup, emptyForm, Form, type FormState, HiddenField } from '@maillage/ui'
import type { ComponentChildren } from 'preact'
import type { z } from 'zod'
import type { Command } from '../../../platform/command/command.ts'
import { memberPage } from '../../../platform/http/page.ts'
import { type PageRequest, text } from '../../../platform/http/page-request.ts'
import { goTo, type Notice, notFoundReply, type Reply, show } from '../../../platform/http/reply.ts'
import type { Member } from '../../../platform/http/slice.ts'
import { abandonImport } from '../commands/abandon-import.ts'
import { recordGrid } from '../commands/record-grid.ts'
import { rereadGrid } from '../commands/reread-grid.ts'
import { setRefusedAside } from '../commands/set-refused-aside.ts'
import { undoGrid } from '../commands/undo-grid.ts'
import type { RunState } from '../import-run.ts'
import { mayImportGrids } from '../policy.ts'
import { bringsFacts, planWords } from './line-parts.tsx'
import { crumbsOfRun, type RunShown, runHref, shownRun } from './run-address.ts'

interface Act<Value> {
  readonly path: string
  /** The state in which the run must be. */
  readonly when: RunState
  /** Whether there is anything to do it to; always, when it is not said. */
  readonly has?: (shown: RunShown) => boolean
  readonly title: string
  readonly button: (shown: RunShown) => string
  readonly kind: 'primary' | 'warning'
  readonly says: (shown: RunShown) => ComponentChildren
  readonly command: Command<z.ZodType, Value>
  readonly notice: (value: Value) => Notice
}

/** Whose facts, and which: what an import records, or takes back. */
const PlanList = ({ shown: { lines, team } }: { readonly shown: RunShown }) => (
  <ul class="govuk-list govuk-list--bullet">
    {lines.filter(bringsFacts).map(({ reading, id }) => (
      <li key={id}>
        {team.members.find(({ stayId }) => stayId === reading?.stayId)?.name} : {reading ? planWords(reading).join(' ; ') : ''}
      </li>
    ))}
  </ul>
)

const hasFacts = ({ lines }: RunShown): boolean => lines.some(bringsFacts)

/** A page that says what an act on a run does, then does it. */
function actPage<Value>({ path, when, has = () => true, title, button, kind, says, command, notice }: Act<Value>) {
  const page = (request: PageRequest<Member>, shown: RunShown, form: FormState): Reply =>
    show(
      title,
      <>
        <p class="govuk-caption-l">{shown.run.fileName}</p>
        <h1 class="govuk-heading-l">{title}</h1>
        {says(shown)}
        <Form action={runHref(shown.run.id, path)} csrf={request.csrf} requestId={request.formId} state={form}>
          <HiddenField name="version" value={String(shown.run.version)} />
          <ButtonGroup>
            <Button kind={kind}>{button(shown)}</Button>
            <a class="govuk-link" href={runHref(shown.run.id)}>
              Revenir aux lignes
            </a>
          </ButtonGroup>
        </Form>
      </>,
      { errorCount: form.errors.length, breadcrumb: crumbsOfRun(shown.run, title) },
    )
  return memberPage({
    path: `/imports/:id${path}`,
    allowed: mayImportGrids,
    async get(request) {
      const shown = await shownRun(request)
      if (!shown) return notFoundReply
      return shown.run.state === when && has(shown) ? page(request, shown, emptyForm) : goTo(runHref(shown.run.id))
    },
    async post(request) {
      const shown = await shownRun(request)
      if (!shown) return notFoundReply
      const result = await request.submit(command, {
        input: { runId: shown.run.id, version: text(request.form, 'version') },
        location: () => runHref(shown.run.id),
        notice,
      })
      return result.reply ?? page(request, shown, result.form)
    },
  })
}

const recordPage = actPage({
  path: '/confirmer',
  when: 'read',
  title: 'Confirmer l’import',
  button: (shown) => (hasFacts(shown) ? 'Enregistrer ces faits' : 'Garder la grille'),
  kind: 'primary',
  says: (shown) =>
    hasFacts(shown) ? (
      <>
        <p class="govuk-body">Ces faits seront enregistrés, tous ou aucun. Ce que la loi en dit s’affichera sur chaque fiche.</p>
        <PlanList shown={shown} />
      </>
    ) : (
      <p class="govuk-body">
        Aucune ligne retenue n’apporte de fait nouveau : rien ne sera enregistré. Le contenu du fichier sera gardé pour que la grille vous
        soit rendue cellule pour cellule.
      </p>
    ),
  command: recordGrid as never,
  notice: ({ count }: { readonly count: number }) => ({
    kind: 'success',
    title: 'Import confirmé',
    text: `${count === 0 ? 'Rien de nouveau n’était à enregistrer' : plural(count, 'ligne enregistrée', 'lignes enregistrées')}. Vous pouvez l’annuler tant que rien n’a été construit dessus.`,
  }),
})

const undoPage = actPage({
  path: '/annuler',
  when: 'recorded',
  title: 'Annuler cet import',
  button: () => 'Annuler l’import',
  kind: 'warning',
  says: (shown) => (
    <>
      {hasFacts(shown) ? (
        <>
          <p class="govuk-body">
            Ce que l’import a enregistré est retiré, sa trace reste. Si un de ces faits a été changé depuis, rien n’est retiré, et la page
            dit lequel.
          </p>
          <PlanList shown={shown} />
        </>
      ) : (
        <p class="govuk-body">Cet import n’a rien enregistré de nouveau : il n’y a pas de fait à retirer.</p>
      )}
      <p class="govuk-body">Le contenu du fichier est effacé : la grille ne pourra plus vous être rendue.</p>
    </>
  ),
  command: undoGrid as never,
  notice: () => ({ kind: 'success', title: 'Import annulé', text: 'Ce qu’il avait enregistré est retiré.' }),
})

const abandonPage = actPage({
  path: '/abandonner',
  when: 'read',
  title: 'Abandonner cet import',
  button: () => 'Abandonner et effacer',
  kind: 'warning',
  says: () => <p class="govuk-body">Rien n’a été enregistré. Le contenu du fichier et vos corrections sont effacés tout de suite.</p>,
  command: abandonImport as never,
  notice: () => ({ kind: 'success', title: 'Import abandonné', text: 'Le contenu du fichier est effacé.' }),
})

const setAsidePage = actPage({
  path: '/laisser',
  when: 'read',
  title: 'Laisser de côté les lignes refusées',
  button: () => 'Laisser de côté',
  has: ({ lines }) => lines.some(({ state }) => state === 'refused'),
  kind: 'primary',
  says: () => <p class="govuk-body">Elles restent dans votre fichier ; les autres pourront être confirmées.</p>,
  command: setRefusedAside as never,
  notice: ({ count }: { readonly count: number }) => ({
    kind: 'success',
    title: plural(count, 'ligne laissée de côté', 'lignes laissées de côté'),
  }),
})

const rereadPage = actPage({
  path: '/relire',
  when: 'read',
  title: 'Relire le fichier',
  button: () => 'Relire',
  kind: 'primary',
  says: () => (
    <p class="govuk-body">Le fichier est comparé de nouveau à ce que la plateforme connaît aujourd’hui. Vos corrections restent.</p>
  ),
  command: rereadGrid as never,
  notice: ({ changed }: { readonly changed: number }) => ({
    kind: 'information',
    title: changed === 0 ? 'Rien n’a changé' : plural(changed, 'ligne comprise autrement', 'lignes comprises autrement'),
  }),
})

export const runActs = [recordPage, undoPage, abandonPage, setAsidePage, rereadPage]
