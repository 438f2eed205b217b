import { Button, ButtonGroup, DataTable, EmptyState, ErrorSummary, emptyForm, Form, type FormState, Tag } from '@maillage/ui'
import type { Actor } from '../../../platform/command/actor.ts'
import { accountPage } from '../../../platform/http/page.ts'
import type { PageRequest } from '../../../platform/http/page-request.ts'
import { recordId } from '../../../platform/http/record-id.ts'
import { notFoundReply, type Reply, show } from '../../../platform/http/reply.ts'
import { confirmMerge } from '../commands/confirm-merge.ts'
import { undoMerge } from '../commands/undo-merge.ts'
import { bornWords } from '../model.ts'
import { mayDecideMerges } from '../policy.ts'
import { type MergedFile, type MergeToDecide, mergesToDecide } from '../queries/merges-to-decide.ts'

const PATH = '/administration/fusions'

const Compared = ({ merge: { kept, absorbed } }: { readonly merge: MergeToDecide }) => {
  const lines: readonly (readonly [label: string, of: (file: MergedFile) => string])[] = [
    ['Personne', ({ displayName }) => displayName],
    ['Nom de naissance', ({ birthName }) => birthName],
    ['Naissance', ({ birth, sex }) => bornWords(birth, sex)],
    ['Ouverte par', ({ organisation }) => organisation],
  ]
  return (
    <DataTable
      caption={kept.displayName}
      counted={['ligne à comparer', 'lignes à comparer']}
      rows={lines}
      rowKey={([label]) => label}
      columns={[
        { key: 'quoi', label: 'Identité', render: ([label]) => label },
        { key: 'gardee', label: 'Fiche gardée', render: ([, of]) => of(kept) },
        { key: 'double', label: 'Fiche en double', render: ([, of]) => of(absorbed) },
      ]}
      empty={null}
    />
  )
}

const Decision = ({ request, merge }: { readonly request: PageRequest<Actor>; readonly merge: MergeToDecide }) => (
  <section>
    <Compared merge={merge} />
    {merge.done ? (
      <p class="govuk-body">
        <Tag tone="positive">Fusion faite</Tag>
      </p>
    ) : null}
    <ButtonGroup>
      {merge.done ? null : merge.proposedByMe ? (
        <p class="govuk-body">Vous avez proposé cette fusion : une autre personne doit la confirmer.</p>
      ) : (
        <Form action={`${PATH}/${merge.id}/confirmer`} csrf={request.csrf} state={emptyForm}>
          <Button kind="warning">Réunir les deux fiches</Button>
        </Form>
      )}
      <Form action={`${PATH}/${merge.id}/defaire`} csrf={request.csrf} state={emptyForm}>
        <Button kind="secondary">{merge.done ? 'Défaire la fusion' : 'Écarter la proposition'}</Button>
      </Form>
    </ButtonGroup>
  </section>
)

async function mergesList(request: PageRequest<Actor>, form: FormState): Promise<Reply> {
  const merges = await request.read((ctx) => mergesToDecide(ctx))
  return show(
    'Fusions de fiches',
    <>
      <ErrorSummary state={form} />
      <h1 class="govuk-heading-l">Fusions de fiches</h1>
      <p class="govuk-body">
        Deux fiches d’une même personne n’en font plus qu’une. Comparez-les ; en cas de doute, ne réunissez pas. Une fusion se défait
        pendant trente jours.
      </p>
      {merges.length === 0 ? (
        <EmptyState title="Aucune fusion proposée">
          Ceux qui suivent les deux fiches d’une personne, ou un administrateur, peuvent en proposer une.
        </EmptyState>
      ) : (
        merges.map((merge) => <Decision key={merge.id} request={request} merge={merge} />)
      )}
    </>,
    { wide: true, errorCount: form.errors.length, breadcrumb: [{ label: 'Accueil', href: '/' }, { label: 'Fusions de fiches' }] },
  )
}

/** The merges that wait for an administrator. */
export const mergesPage = accountPage({
  path: PATH,
  get: async (request) => (mayDecideMerges(request.actor) ? mergesList(request, emptyForm) : notFoundReply),
})

const decision = (verb: 'confirmer' | 'defaire', command: typeof confirmMerge | typeof undoMerge, title: string) =>
  accountPage({
    path: `${PATH}/:id/${verb}`,
    async post(request) {
      const mergeId = recordId(request.params['id'])
      if (!mergeId || !mayDecideMerges(request.actor)) return notFoundReply
      const result = await request.submit(command, { input: { mergeId }, location: () => PATH, notice: { kind: 'success', title } })
      return result.reply ?? mergesList(request, result.form)
    },
  })

export const confirmMergePage = decision('confirmer', confirmMerge, 'Les deux fiches sont réunies')
export const undoMergePage = decision('defaire', undoMerge, 'C’est défait')
