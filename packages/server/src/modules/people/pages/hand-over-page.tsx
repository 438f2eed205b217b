import { plural } from '@maillage/kernel'
import { Button, ButtonGroup, DateField, dateFieldValues, EmptyState, Form, type FormState, Radios, Select } from '@maillage/ui'
import { dateInput } from '../../../platform/http/date-input.ts'
import { memberPage } from '../../../platform/http/page.ts'
import { type PageRequest, text } from '../../../platform/http/page-request.ts'
import { type Reply, show } from '../../../platform/http/reply.ts'
import type { Member } from '../../../platform/http/slice.ts'
import { handOverFiles } from '../commands/hand-over-files.ts'
import { mayHandOver, mayHandOverFor } from '../policy.ts'
import { type Colleague, colleaguesWhoFollow } from '../queries/colleagues-who-follow.ts'

const HERE = '/relais'

const named = (colleagues: readonly Colleague[]) => colleagues.map(({ membershipId, name }) => ({ value: membershipId, label: name }))

async function handOverForm(request: PageRequest<Member>, form: FormState): Promise<Reply> {
  const { actor } = request
  const colleagues = await request.read(colleaguesWhoFollow)
  const mayLeave = colleagues.filter((each) => mayHandOverFor(actor, each, 'absence'))
  const departs = colleagues.some((each) => mayHandOverFor(actor, each, 'departure'))
  return show(
    'Passer le relais',
    <>
      <p class="govuk-caption-l">{actor.hat.organisationName}</p>
      <h1 class="govuk-heading-l">Passer le relais</h1>
      {colleagues.length < 2 ? (
        <EmptyState title="Personne ne peut prendre le relais" action={{ label: 'Voir mon organisation', href: '/mon-organisation' }}>
          Il faut un autre membre qui suit des personnes dans votre organisation.
        </EmptyState>
      ) : (
        <>
          <p class="govuk-body">
            Toutes les personnes dont un membre est référent sont confiées à un collègue, en une fois. Pour une absence, il lit et note
            comme le référent, jusqu’au dernier jour. Pour un départ, il devient le référent. Les notes de travail, elles, restent à leur
            auteur.
          </p>
          <Form action={HERE} csrf={request.csrf} requestId={request.formId} state={form}>
            <Select form={form} name="fromId" label="Qui est absent, ou part" options={named(mayLeave)} />
            <Select form={form} name="toId" label="Qui prend le relais" options={named(colleagues)} />
            <Radios
              form={form}
              name="how"
              label="Pour combien de temps"
              choices={[
                { value: 'absence', label: 'Une absence', hint: 'Congés, arrêt, formation : le relais finit de lui-même' },
                ...(departs ? [{ value: 'departure', label: 'Pour de bon', hint: 'Un départ, un changement de poste' }] : []),
              ]}
            />
            <DateField form={form} name="firstDay" label="Premier jour" />
            <DateField form={form} name="lastDay" label="Dernier jour" hint="Pour une absence ; ce jour compris" optional />
            <ButtonGroup>
              <Button>Passer le relais</Button>
              <a class="govuk-link" href="/ma-matinee">
                Ne rien changer
              </a>
            </ButtonGroup>
          </Form>
        </>
      )}
    </>,
    { errorCount: form.errors.length, breadcrumb: [{ label: 'Personnes', href: '/personnes' }, { label: 'Passer le relais' }] },
  )
}

/** The people of a referent are entrusted to a colleague, for an absence or for good. */
export const handOverPage = memberPage({
  path: HERE,
  allowed: mayHandOver,
  async get(request) {
    const today = await request.read(async (ctx) => ctx.today)
    return handOverForm(request, { values: { how: 'absence', ...dateFieldValues('firstDay', today) }, errors: [] })
  },
  async post(request) {
    const [firstDay, lastDay] = [
      dateInput(request.form, 'firstDay', 'le premier jour'),
      dateInput(request.form, 'lastDay', 'le dernier jour'),
    ]
    const how = text(request.form, 'how')
    const result = await request.submit(handOverFiles, {
      input: {
        fromId: text(request.form, 'fromId'),
        toId: text(request.form, 'toId'),
        how,
        firstDay: firstDay.iso,
        lastDay: lastDay.iso ?? null,
      },
      errors: [...firstDay.errors, ...(how === 'departure' ? [] : lastDay.errors)],
      location: () => '/ma-matinee',
      notice: ({ people, to, left }) => ({
        kind: left > 0 ? 'warning' : 'success',
        title: `${plural(people, 'personne est confiée', 'personnes sont confiées')} à ${to}`,
        ...(left > 0
          ? {
              text: `${plural(left, 'personne garde', 'personnes gardent')} leur référent : ${to} ne travaille pas dans l’équipe qui les suit.`,
            }
          : {}),
      }),
    })
    return result.reply ?? handOverForm(request, result.form)
  },
})
