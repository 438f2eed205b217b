import { frenchDate, frenchHours, frenchShortDate } from '@maillage/kernel'
import {
  Button,
  type Column,
  DataTable,
  DateField,
  EmptyState,
  emptyForm,
  Form,
  type FormState,
  HiddenField,
  Select,
  Tag,
  TextField,
} from '@maillage/ui'
import { dateInput } from '../../../platform/http/date-input.ts'
import { memberPage } from '../../../platform/http/page.ts'
import { type PageRequest, text } from '../../../platform/http/page-request.ts'
import { notFoundReply, type Reply, show } from '../../../platform/http/reply.ts'
import type { Member } from '../../../platform/http/slice.ts'
import { recordWaiver } from '../commands/record-waiver.ts'
import { mayPlace, mayReadPlacements } from '../policy.ts'
import { type CompanyCounter, companyCounters } from '../queries/company-counters.ts'
import { type PlacingSiae, placingSiaes } from '../queries/placing-siaes.ts'
import { waiversOf } from '../queries/waivers-of.ts'
import { COUNTERS, missionTrail } from './placement-trail.ts'

/** Hundredths of an hour left under which somebody is said to come near the limit: three weeks at 28 hours. */
const NEAR = 8400

const COLUMNS: readonly Column<CompanyCounter>[] = [
  {
    key: 'personne',
    label: 'Personne',
    render: ({ personId, name }) => (
      <a class="govuk-link" href={`/personnes/${personId}/heures-en-entreprise`}>
        {name ?? 'Personne non accessible'}
      </a>
    ),
  },
  { key: 'faites', label: 'Faites', align: 'end', render: ({ counter: { value } }) => frenchHours(value.used) },
  { key: 'prevues', label: 'Prévues', align: 'end', render: ({ counter: { value } }) => frenchHours(value.planned) },
  { key: 'restent', label: 'Restent', align: 'end', render: ({ counter: { value } }) => frenchHours(value.left) },
  { key: 'jusquau', label: 'Compteur jusqu’au', render: ({ counter: { value } }) => frenchShortDate(value.window.last) },
  {
    key: 'savoir',
    label: 'À savoir',
    render: ({ counter: { value } }) =>
      value.used > value.limit ? (
        <Tag tone="attention">Dépassé</Tag>
      ) : value.passedOn !== null ? (
        <Tag tone="attention">Dépassement le {frenchShortDate(value.passedOn)}</Tag>
      ) : value.left < NEAR ? (
        <Tag>Proche du maximum</Tag>
      ) : (
        '–'
      ),
  },
]

interface Scene {
  readonly counters: readonly CompanyCounter[]
  readonly waivers: Awaited<ReturnType<typeof waiversOf>>
  readonly siaes: readonly PlacingSiae[]
}

const sceneOf = (request: PageRequest<Member>): Promise<Scene> =>
  request.read(async (ctx) => ({
    counters: await companyCounters(ctx),
    waivers: await waiversOf(ctx),
    siaes: (await placingSiaes(ctx)).filter(({ kind }) => kind === 'AI'),
  }))

function page(request: PageRequest<Member>, { counters, waivers, siaes }: Scene, form: FormState): Reply {
  const [only] = siaes
  return show(
    'Heures en entreprise',
    <>
      <h1 class="govuk-heading-l">Heures en entreprise</h1>
      <p class="govuk-body">
        Une association intermédiaire met une même personne à la disposition d’entreprises pendant un nombre d’heures limité, toutes
        entreprises réunies. Les particuliers, les associations et les collectivités ne comptent pas. Qui a le moins d’heures devant soi
        vient d’abord.
      </p>
      <DataTable
        caption="Compteurs"
        counted={['personne', 'personnes']}
        columns={COLUMNS}
        rows={counters}
        rowKey={({ personId }) => personId}
        empty={
          <EmptyState title="Personne n’a travaillé en entreprise">
            Le compteur s’ouvre à la première mission dans une entreprise.
          </EmptyState>
        }
      />
      <h2 class="govuk-heading-m">Dérogations du préfet</h2>
      {waivers.length === 0 ? (
        <p class="govuk-body">Aucune dérogation enregistrée.</p>
      ) : (
        <ul class="govuk-list govuk-list--bullet">
          {waivers.map(({ id, first, last, reference }) => (
            <li key={id}>
              Du {frenchDate(first)} au {frenchDate(last)} : {reference}
            </li>
          ))}
        </ul>
      )}
      {mayPlace(request.actor) && only ? (
        <section aria-labelledby="derogation">
          <h3 class="govuk-heading-s" id="derogation">
            Enregistrer une dérogation obtenue
          </h3>
          <Form action={COUNTERS} csrf={request.csrf} requestId={request.formId} state={form}>
            {siaes.length === 1 ? (
              <HiddenField name="siaeId" value={only.id} />
            ) : (
              <Select
                form={form}
                name="siaeId"
                label="Association intermédiaire"
                options={siaes.map(({ id, name }) => ({ value: id, label: name }))}
              />
            )}
            <TextField form={form} name="reference" label="Référence de la décision" width={30} />
            <DateField form={form} name="firstDay" label="Premier jour de la dérogation" />
            <DateField form={form} name="lastDay" label="Dernier jour de la dérogation" hint="Trois ans au plus, renouvelables" />
            <Button kind="secondary">Enregistrer la dérogation</Button>
          </Form>
        </section>
      ) : null}
    </>,
    { wide: true, errorCount: form.errors.length, breadcrumb: missionTrail({ label: 'Heures en entreprise' }) },
  )
}

/** Where everybody placed with companies stands, and what the préfet waived. */
export const countersPage = memberPage({
  path: COUNTERS,
  allowed: mayReadPlacements,
  get: async (request) => page(request, await sceneOf(request), emptyForm),
  async post(request) {
    if (!mayPlace(request.actor)) return notFoundReply
    const scene = await sceneOf(request)
    const [first, last] = [dateInput(request.form, 'firstDay', 'le premier jour'), dateInput(request.form, 'lastDay', 'le dernier jour')]
    const result = await request.submit(recordWaiver, {
      input: {
        siaeId: text(request.form, 'siaeId'),
        reference: text(request.form, 'reference'),
        firstDay: first.iso,
        lastDay: last.iso,
      },
      errors: [...first.errors, ...last.errors],
      location: () => COUNTERS,
      notice: { kind: 'success', title: 'Dérogation enregistrée' },
    })
    return result.reply ?? page(request, scene, result.form)
  },
})
