import { frenchDate, plural } from '@maillage/kernel'
import { Button, ButtonGroup, Form, type FormState } from '@maillage/ui'
import { memberPage } from '../../../platform/http/page.ts'
import { type FormBody, type PageRequest, text } from '../../../platform/http/page-request.ts'
import { recordId } from '../../../platform/http/record-id.ts'
import { notFoundReply, type Reply, show } from '../../../platform/http/reply.ts'
import type { Member } from '../../../platform/http/slice.ts'
import { joinWorkshop } from '../commands/join-workshop.ts'
import { asksAnotherList, searchErrors, tickedIn, ticking, WhoWasThere } from '../components/who-was-there.tsx'
import { mayAccompany } from '../policy.ts'
import { findWorkshop } from '../queries/workshops.ts'
import { WORKSHOPS } from './workshops-page.tsx'

/** The form for a workshop of its reader; « page introuvable » for any other. */
async function joinForm(request: PageRequest<Member>, { values, errors }: FormState): Promise<Reply> {
  const id = recordId(request.params['id'])
  const found =
    id &&
    (await request.read(async (ctx) => {
      const known = await findWorkshop(ctx, id)
      if (known?.workshop.recordedBy !== request.actor.accountId) return undefined
      const there = known.people.map(({ personId }) => personId)
      return { workshop: known.workshop, people: await ticking(ctx, values as FormBody, there) }
    }))
  if (!found) return notFoundReply
  const { workshop, people } = found
  const form = { values: { ...values, personIds: tickedIn(values as FormBody, people) }, errors }
  const here = `${WORKSHOPS}/${workshop.id}`
  return show(
    'Ajouter à un atelier',
    <>
      <p class="govuk-caption-l">
        {workshop.theme}, {frenchDate(workshop.happenedOn)}
      </p>
      <h1 class="govuk-heading-l">Ajouter une personne présente</h1>
      <Form action={`${here}/ajouter`} csrf={request.csrf} requestId={request.formId} state={form}>
        <WhoWasThere form={form} people={people} />
        <ButtonGroup>
          <Button name="_save" value="present">
            Ajouter à l’atelier
          </Button>
          <a class="govuk-link" href={here}>
            Ne rien changer
          </a>
        </ButtonGroup>
      </Form>
    </>,
    {
      errorCount: errors.length,
      breadcrumb: [
        { label: 'Accueil', href: '/' },
        { label: 'Ateliers', href: WORKSHOPS },
        { label: workshop.theme, href: here },
        { label: 'Ajouter' },
      ],
    },
  )
}

/** Somebody who was there and had been forgotten. */
export const joinWorkshopPage = memberPage({
  path: `${WORKSHOPS}/:id/ajouter`,
  allowed: mayAccompany,
  get: (request) =>
    joinForm(request, {
      values: Object.fromEntries(['q', 'equipe', 'suivi'].map((name) => [name, text(request.query, name)])),
      errors: [],
    }),
  async post(request) {
    const id = recordId(request.params['id'])
    if (id === undefined) return notFoundReply
    if (asksAnotherList(request.form)) return joinForm(request, { values: request.form, errors: [] })
    const result = await request.submit(joinWorkshop, {
      input: { workshopId: id, personIds: request.form['personIds'] },
      errors: searchErrors(request.form),
      location: () => `${WORKSHOPS}/${id}`,
      notice: ({ present }) => ({ kind: 'success', title: `${plural(present, 'personne ajoutée', 'personnes ajoutées')} à l’atelier` }),
    })
    return result.reply ?? joinForm(request, result.form)
  },
})
