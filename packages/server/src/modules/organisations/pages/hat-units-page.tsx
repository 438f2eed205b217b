import { Button, ErrorSummary, emptyForm, Form, type FormState, HiddenField, InsetText, Select } from '@maillage/ui'
import { memberPage } from '../../../platform/http/page.ts'
import { type PageRequest, text } from '../../../platform/http/page-request.ts'
import { notFoundReply, type Reply, show } from '../../../platform/http/reply.ts'
import type { Member } from '../../../platform/http/slice.ts'
import { ROLE_LABELS } from '../../accounts/index.ts'
import { joinUnit } from '../commands/join-unit.ts'
import { leaveUnit } from '../commands/leave-unit.ts'
import { type UnitLine, units } from '../queries/units.ts'
import { type SteeredHat, steeredHat } from './steered-hat.ts'

interface LeavingProps {
  readonly request: PageRequest<Member>
  readonly found: SteeredHat
}

const Leaving = ({ request, found: { hat } }: LeavingProps) => (
  <ul class="govuk-list">
    {hat.units.map(({ id, name }) => (
      <li key={id}>
        <form class="m-button-group" action={`/casquettes/${hat.membershipId}/equipes/retirer`} method="post">
          <HiddenField name="_csrf" value={request.csrf} />
          <HiddenField name="unitId" value={id} />
          <span>{name}</span>
          <Button kind="secondary">
            Retirer<span class="govuk-visually-hidden"> de {name}</span>
          </Button>
        </form>
      </li>
    ))}
  </ul>
)

const Joining = ({ request, found, form, open }: LeavingProps & { readonly form: FormState; readonly open: readonly UnitLine[] }) => (
  <Form action={`/casquettes/${found.hat.membershipId}/equipes`} csrf={request.csrf} requestId={request.formId} state={form}>
    <Select
      form={form}
      name="unitId"
      label="Ajouter à une équipe"
      options={open.map(({ id, name, siaeName }) => ({ value: id, label: siaeName ? `${name} (${siaeName})` : name }))}
    />
    <Button>Ajouter à cette équipe</Button>
  </Form>
)

async function unitsForm(request: PageRequest<Member>, found: SteeredHat, form: FormState): Promise<Reply> {
  const { person, hat } = found
  const all = await request.read((ctx) => units(ctx, request.actor.hat.organisationId))
  const open = all.filter((unit) => unit.open.last === null && !hat.units.some(({ id }) => id === unit.id))
  const here = `/membres/${person.accountId}`
  return show(
    'Équipes d’un membre',
    <>
      <p class="govuk-caption-l">
        {person.name}, {ROLE_LABELS[hat.role] ?? hat.role}
      </p>
      <h1 class="govuk-heading-l">Ses équipes</h1>
      <p class="govuk-body">
        Sous cette casquette, {person.name} atteint les personnes suivies par ces équipes. Qui quitte une équipe y garde ses droits jusqu’à
        ce soir.
      </p>
      {/* The form shows its own errors; without any team left to add, there is no form. */}
      {open.length === 0 ? (
        <ErrorSummary state={{ values: {}, errors: form.errors.map(({ text: sentence }) => ({ text: sentence })) }} />
      ) : null}
      {hat.units.length > 0 ? (
        <Leaving request={request} found={found} />
      ) : (
        <InsetText>Pas encore d’équipe sous cette casquette.</InsetText>
      )}
      {open.length > 0 ? <Joining request={request} found={found} form={form} open={open} /> : null}
      {all.length === 0 ? (
        <p class="govuk-body">
          Votre organisation n’a pas d’équipe :{' '}
          <a class="govuk-link" href="/mon-organisation/equipes/ajouter">
            ajoutez-en une
          </a>
          .
        </p>
      ) : null}
    </>,
    {
      errorCount: form.errors.length,
      breadcrumb: [{ label: 'Mon organisation', href: '/mon-organisation' }, { label: person.name, href: here }, { label: 'Équipes' }],
    },
  )
}

/** Puts a member in teams, under one of their hats. */
export const hatUnitsPage = memberPage({
  path: '/casquettes/:id/equipes',
  async get(request) {
    const found = await steeredHat(request)
    return found ? unitsForm(request, found, emptyForm) : notFoundReply
  },
  async post(request) {
    const found = await steeredHat(request)
    if (!found) return notFoundReply
    const result = await request.submit(joinUnit, {
      input: { membershipId: found.hat.membershipId, unitId: text(request.form, 'unitId') },
      location: () => `/casquettes/${found.hat.membershipId}/equipes`,
      notice: { kind: 'success', title: 'Équipe ajoutée' },
    })
    return result.reply ?? unitsForm(request, found, result.form)
  },
})

/** Takes a member out of one of the teams listed there. */
export const leaveUnitPage = memberPage({
  path: '/casquettes/:id/equipes/retirer',
  async post(request) {
    const found = await steeredHat(request)
    if (!found) return notFoundReply
    const result = await request.submit(leaveUnit, {
      input: { membershipId: found.hat.membershipId, unitId: text(request.form, 'unitId') },
      location: () => `/casquettes/${found.hat.membershipId}/equipes`,
      notice: { kind: 'success', title: 'Équipe quittée', text: 'Les droits qui en viennent s’arrêtent ce soir.' },
    })
    return result.reply ?? unitsForm(request, found, { values: {}, errors: result.form.errors })
  },
})
