import { frenchList } from '@maillage/kernel'
import { Button, ButtonGroup, Checkboxes, DateField, dateFieldValues, Form, type FormState, Radios, Select } from '@maillage/ui'
import { dateInput } from '../../../platform/http/date-input.ts'
import { memberPage } from '../../../platform/http/page.ts'
import { type PageRequest, text } from '../../../platform/http/page-request.ts'
import { recordId } from '../../../platform/http/record-id.ts'
import { notFoundReply, type Reply, show } from '../../../platform/http/reply.ts'
import type { Member } from '../../../platform/http/slice.ts'
import { nameReferent } from '../commands/name-referent.ts'
import { REFERENT_LABELS } from '../messages.fr.ts'
import { REFERENT_ROLES } from '../model.ts'
import { mayKeepFiles } from '../policy.ts'
import { membersOfTeams, type TeamMember } from '../queries/members-of-teams.ts'
import { type PersonCard, personCard } from '../queries/person-card.ts'

interface Found {
  readonly card: PersonCard
  readonly members: readonly TeamMember[]
}

function referentForm(request: PageRequest<Member>, { card, members }: Found, form: FormState): Reply {
  const here = `/personnes/${card.id}`
  return show(
    'Nommer un référent',
    <>
      <p class="govuk-caption-l">{card.displayName}</p>
      <h1 class="govuk-heading-l">Nommer un référent ou un suppléant</h1>
      <p class="govuk-body">
        Le référent lit le dossier d’accompagnement ; ses collègues ne lisent que l’identité et les étapes du parcours.
      </p>
      <Form action={`${here}/referents/ajouter`} csrf={request.csrf} requestId={request.formId} state={form}>
        <Select
          form={form}
          name="membershipId"
          label="Membre de l’équipe"
          options={members.map(({ membershipId, name, units }) => ({
            value: membershipId,
            label: `${name} (${frenchList(units.map((unit) => unit.name))})`,
          }))}
        />
        <Radios
          form={form}
          name="role"
          label="Type de suivi"
          choices={REFERENT_ROLES.map((value) => ({ value, label: REFERENT_LABELS[value] }))}
        />
        <Checkboxes
          form={form}
          name="deputy"
          label="Suppléance"
          choices={[{ value: 'oui', label: 'Il s’agit d’un suppléant, pour un temps' }]}
          optional
        />
        <DateField form={form} name="firstDay" label="Premier jour" />
        <DateField form={form} name="lastDay" label="Dernier jour" hint="Obligatoire pour un suppléant" optional />
        <ButtonGroup>
          <Button>Nommer cette personne</Button>
          <a class="govuk-link" href={`${here}/acces`}>
            Annuler
          </a>
        </ButtonGroup>
      </Form>
    </>,
    {
      errorCount: form.errors.length,
      breadcrumb: [
        { label: 'Personnes', href: '/personnes' },
        { label: card.displayName, href: here },
        { label: 'Accès', href: `${here}/acces` },
        { label: 'Nommer un référent' },
      ],
    },
  )
}

async function found(request: PageRequest<Member>): Promise<Found | undefined> {
  const id = recordId(request.params['id'])
  if (!id) return undefined
  return request.read(async (ctx) => {
    const card = await personCard(ctx, id)
    return card && { card, members: await membersOfTeams(ctx, card.id) }
  })
}

/** Names who follows a person, or who stands in for them. */
export const nameReferentPage = memberPage({
  path: '/personnes/:id/referents/ajouter',
  allowed: mayKeepFiles,
  async get(request) {
    const known = await found(request)
    if (!known) return notFoundReply
    const today = await request.read(async (ctx) => ctx.today)
    return referentForm(request, known, { values: dateFieldValues('firstDay', today), errors: [] })
  },
  async post(request) {
    const known = await found(request)
    if (!known) return notFoundReply
    const membershipId = text(request.form, 'membershipId')
    const [firstDay, lastDay] = [
      dateInput(request.form, 'firstDay', 'le premier jour'),
      dateInput(request.form, 'lastDay', 'le dernier jour'),
    ]
    const result = await request.submit(nameReferent, {
      input: {
        personId: known.card.id,
        membershipId,
        // A member in two teams that hold the person follows them from the first: the rights are the same.
        unitId: known.members.find((member) => member.membershipId === membershipId)?.units[0]?.id ?? known.card.id,
        role: text(request.form, 'role'),
        deputy: text(request.form, 'deputy') === 'oui',
        firstDay: firstDay.iso,
        lastDay: lastDay.iso,
      },
      errors: [...firstDay.errors, ...lastDay.errors],
      location: ({ personId }) => `/personnes/${personId}/acces`,
      notice: { kind: 'success', title: 'Référent nommé' },
    })
    return result.reply ?? referentForm(request, known, result.form)
  },
})
