import { addYears, type CalendarDate, frenchNumber, frenchShortDate, includes } from '@maillage/kernel'
import {
  Button,
  type Column,
  DataTable,
  DateField,
  EmptyState,
  emptyForm,
  Form,
  type FormState,
  Select,
  SummaryList,
  TextField,
} from '@maillage/ui'
import { dateInput } from '../../../platform/http/date-input.ts'
import { memberPage } from '../../../platform/http/page.ts'
import { type PageRequest, text } from '../../../platform/http/page-request.ts'
import { recordId } from '../../../platform/http/record-id.ts'
import { notFoundReply, type Reply, show } from '../../../platform/http/reply.ts'
import type { Member } from '../../../platform/http/slice.ts'
import { addStaffPost } from '../commands/add-staff-post.ts'
import { STAFF_LABELS, type StaffRole } from '../messages.fr.ts'
import { mayEmploy, mayKeepStaff } from '../policy.ts'
import { type Employer, employer } from '../queries/employer.ts'
import { type StaffPost, staffOf } from '../queries/staff-of.ts'

/** Years of ended posts that the page still shows. */
const YEARS_SHOWN = 5

interface Scene {
  readonly siae: Employer
  readonly posts: readonly StaffPost[]
  readonly today: CalendarDate
  readonly keeps: boolean
}

export const staffHref = (siaeId: string): string => `/structures/${siaeId}/encadrement`

async function sceneOf(request: PageRequest<Member>): Promise<Scene | undefined> {
  const id = recordId(request.params['id'])
  if (id === undefined) return undefined
  return request.read(async (ctx) => {
    const siae = await employer(ctx, id)
    if (!siae || !mayEmploy(ctx.actor, siae)) return undefined
    const days = { first: addYears(ctx.today, -YEARS_SHOWN), last: addYears(ctx.today, 1) }
    return { siae, posts: await staffOf(ctx, { siaeId: id, ...days }), today: ctx.today, keeps: mayKeepStaff(ctx.actor, siae) }
  })
}

const shownFte = (hundredths: number): string => `${frenchNumber(hundredths / 100, 2)}\u00a0ETP`

const columnsFor = (siaeId: string, keeps: boolean): readonly Column<StaffPost>[] => [
  { key: 'poste', label: 'Poste', render: ({ label }) => label },
  { key: 'fonction', label: 'Fonction', render: ({ role }) => STAFF_LABELS[role] },
  { key: 'etp', label: 'Temps', align: 'end', render: ({ fte }) => shownFte(fte) },
  { key: 'debut', label: 'Depuis le', render: ({ open }) => frenchShortDate(open.first) },
  {
    key: 'fin',
    label: 'Dernier jour',
    render: ({ id, label, open }) =>
      open.last !== null ? (
        frenchShortDate(open.last)
      ) : keeps ? (
        <a class="govuk-link" href={`${staffHref(siaeId)}/${id}/finir`}>
          Finir<span class="govuk-visually-hidden"> le poste {label}</span>
        </a>
      ) : (
        '–'
      ),
  },
]

const Today = ({ posts, today }: Pick<Scene, 'posts' | 'today'>) => {
  const running = posts.filter(({ open }) => includes(open, today))
  const sums = (Object.keys(STAFF_LABELS) as StaffRole[]).flatMap((role) => {
    const of = running.filter((post) => post.role === role)
    return of.length === 0 ? [] : [{ label: STAFF_LABELS[role], value: shownFte(of.reduce((sum, { fte }) => sum + fte, 0)) }]
  })
  return sums.length === 0 ? null : (
    <>
      <h2 class="govuk-heading-m">Aujourd’hui</h2>
      <SummaryList rows={sums} />
    </>
  )
}

const AddForm = ({
  request,
  siaeId,
  form,
}: {
  readonly request: PageRequest<Member>
  readonly siaeId: string
  readonly form: FormState
}) => (
  <section aria-labelledby="ajouter">
    <h2 class="govuk-heading-m" id="ajouter">
      Ajouter un poste
    </h2>
    <p class="govuk-body">
      Un poste change de temps ? Finissez-le, puis ajoutez-le avec son nouveau temps. N’écrivez aucun nom de personne.
    </p>
    <Form action={staffHref(siaeId)} csrf={request.csrf} requestId={request.formId} state={form}>
      <Select form={form} name="role" label="Fonction" options={Object.entries(STAFF_LABELS).map(([value, label]) => ({ value, label }))} />
      <TextField form={form} name="label" label="Poste" hint="Par exemple, Encadrante maraîchage" width={30} />
      <TextField form={form} name="fte" label="Temps, en ETP" hint="Par exemple, 1 ou 0,8" inputmode="decimal" suffix="ETP" width={5} />
      <DateField form={form} name="firstDay" label="Premier jour" />
      <Button>Ajouter le poste</Button>
    </Form>
  </section>
)

function staffReply(request: PageRequest<Member>, { siae, posts, today, keeps }: Scene, form: FormState): Reply {
  return show(
    'Encadrement',
    <>
      <p class="govuk-caption-l">{siae.name}</p>
      <h1 class="govuk-heading-l">Salariés permanents</h1>
      <p class="govuk-body">Les postes qui encadrent, accompagnent et gèrent, par fonction. Personne n’y est nommé.</p>
      <Today posts={posts} today={today} />
      <DataTable
        caption="Postes permanents"
        counted={['poste', 'postes']}
        columns={columnsFor(siae.id, keeps)}
        rows={posts}
        rowKey={({ id }) => id}
        empty={
          <EmptyState title="Aucun poste déclaré">
            {keeps ? 'Ajoutez chaque poste ci-dessous.' : 'La direction ou la gestion les déclare.'} Ils servent à situer l’encadrement de
            la structure.
          </EmptyState>
        }
      />
      {keeps ? <AddForm request={request} siaeId={siae.id} form={form} /> : null}
    </>,
    {
      errorCount: form.errors.length,
      breadcrumb: [
        { label: 'Structures', href: '/structures' },
        { label: siae.name, href: `/structures/${siae.id}` },
        { label: 'Salariés permanents' },
      ],
    },
  )
}

/** The permanent posts of a structure, and one more. */
export const staffPage = memberPage({
  path: '/structures/:id/encadrement',
  async get(request) {
    const scene = await sceneOf(request)
    return scene ? staffReply(request, scene, emptyForm) : notFoundReply
  },
  async post(request) {
    const scene = await sceneOf(request)
    if (!scene?.keeps) return notFoundReply
    const firstDay = dateInput(request.form, 'firstDay', 'le premier jour du poste')
    const { id } = scene.siae
    const typed = (name: string) => text(request.form, name)
    const result = await request.submit(addStaffPost, {
      input: { siaeId: id, role: typed('role'), label: typed('label'), fte: typed('fte'), firstDay: firstDay.iso },
      errors: firstDay.errors,
      location: () => staffHref(id),
      notice: { kind: 'success', title: 'Poste ajouté' },
    })
    return result.reply ?? staffReply(request, scene, result.form)
  },
})
