import { frenchDate, frenchHours, frenchShortDate, type Period } from '@maillage/kernel'
import { missionContractDueOn } from '@maillage/rules/assignments'
import { ButtonGroup, ButtonLink, type Column, DataTable, EmptyState, InsetText, SummaryList, Tag } from '@maillage/ui'
import { memberPage } from '../../../platform/http/page.ts'
import { recordId } from '../../../platform/http/record-id.ts'
import { notFoundReply, show } from '../../../platform/http/reply.ts'
import { CATEGORY_LABELS, END_REASON_LABELS } from '../messages.fr.ts'
import { mayPlace, mayReadPlacements, mayState } from '../policy.ts'
import { missionCard } from '../queries/mission-register.ts'
import { statementHref } from '../queries/owed-statements.ts'
import { statementsOf, type TimeStatement } from '../queries/statements-of.ts'
import { owedDays } from '../statement-days.ts'
import { CLIENTS, MISSIONS, missionTrail } from './placement-trail.ts'
import { shownWhen } from './request-columns.tsx'

interface Owed {
  readonly days: Period
  readonly told: TimeStatement | undefined
}

const columnsFor = (assignmentId: string, states: boolean): readonly Column<Owed>[] => [
  {
    key: 'jours',
    label: 'Jours',
    render: ({ days: { first, last } }) => {
      const shown = `du ${frenchShortDate(first)} au ${frenchShortDate(last)}`
      return states ? (
        <a class="govuk-link" href={statementHref(assignmentId, first)}>
          {shown}
        </a>
      ) : (
        shown
      )
    },
  },
  { key: 'heures', label: 'Heures', align: 'end', render: ({ told }) => (told ? frenchHours(told.hours) : '–') },
  { key: 'signe', label: 'Signé par le client', render: ({ told }) => (told?.signedOn ? `le ${frenchShortDate(told.signedOn)}` : 'Non') },
  {
    key: 'etat',
    label: 'État',
    render: ({ told }) =>
      told ? told.validated ? <Tag tone="positive">Validé</Tag> : <Tag>À valider</Tag> : <Tag tone="attention">Manquant</Tag>,
  },
]

/** A mission: who goes where, its papers, its statements. */
export const missionPage = memberPage({
  path: `${MISSIONS}/:id`,
  allowed: mayReadPlacements,
  async get({ params, read, actor }) {
    const id = recordId(params['id'])
    const found =
      id === undefined
        ? undefined
        : await read(async (ctx) => {
            const mission = await missionCard(ctx, id)
            if (!mission) return undefined
            const due = mission.kind === 'ETTI' ? missionContractDueOn(ctx.law, mission.firstDay) : null
            return { mission, statements: await statementsOf(ctx, id), due, today: ctx.today }
          })
    if (!found) return notFoundReply
    const { mission, statements, due, today } = found
    const owed = owedDays(mission.kind, mission, today)
      .map((days): Owed => ({ days, told: statements.find((each) => each.days.first === days.first) }))
      .toReversed()
    const places = mayPlace(actor) && !mission.cancelled
    const here = `${MISSIONS}/${mission.id}`
    const late = (given: typeof due) =>
      given === null && due !== null ? `avant la fin du ${frenchDate(due)}${due < today ? ' : en retard' : ''}` : null
    return show(
      `Mission : ${mission.work}`,
      <>
        <p class="govuk-caption-l">
          {mission.work},{' '}
          <a class="govuk-link" href={`${CLIENTS}/${mission.clientId}`}>
            {mission.clientName}
          </a>
        </p>
        <h1 class="govuk-heading-l">{mission.personName ?? 'Personne non accessible'}</h1>
        {mission.cancelled ? (
          <p class="govuk-body">
            <Tag>Annulée</Tag>
          </p>
        ) : null}
        {mission.safety === null ? null : (
          <InsetText>
            <strong>Sécurité :</strong> {mission.safety}
          </InsetText>
        )}
        <SummaryList
          rows={[
            { label: 'Structure', value: mission.siaeName },
            { label: 'Client', value: `${CATEGORY_LABELS[mission.category]}, ${mission.commune}` },
            { label: 'Premier jour', value: frenchDate(mission.firstDay) },
            {
              label: 'Dernier jour',
              value: [
                mission.lastDay === null ? 'sans terme' : frenchDate(mission.lastDay),
                mission.agreedLastDay !== null && mission.agreedLastDay !== mission.lastDay
                  ? `(d’abord prévu le ${frenchDate(mission.agreedLastDay)})`
                  : '',
                mission.endReason === null ? '' : `: ${END_REASON_LABELS[mission.endReason].toLowerCase()}`,
              ]
                .filter(Boolean)
                .join(' '),
            },
            { label: 'Jours et horaires', value: shownWhen(mission) },
            { label: 'Heures par semaine', value: mission.weeklyHours === null ? null : frenchHours(mission.weeklyHours) },
            {
              label: 'Contrat de mise à disposition',
              value:
                mission.agreementSignedOn === null
                  ? `À signer ${late(mission.agreementSignedOn) ?? ''}`
                  : `Signé le ${frenchDate(mission.agreementSignedOn)}`,
            },
            ...(mission.kind === 'ETTI'
              ? [
                  {
                    label: 'Contrat de mission',
                    value:
                      mission.contractGivenOn === null
                        ? `À remettre ${late(mission.contractGivenOn) ?? ''}`
                        : `Remis le ${frenchDate(mission.contractGivenOn)}`,
                  },
                ]
              : []),
          ]}
        />
        {places ? (
          <ButtonGroup>
            <ButtonLink href={`${here}/fin`} kind="secondary">
              Prolonger ou terminer
            </ButtonLink>
            <ButtonLink href={`${here}/contrats`} kind="secondary">
              Dates des contrats
            </ButtonLink>
            <a class="govuk-link" href={`${here}/annuler`}>
              Annuler la mission
            </a>
          </ButtonGroup>
        ) : null}
        <p class="govuk-body">
          <a class="govuk-link" href={`/personnes/${mission.personId}`}>
            Fiche de la personne
          </a>
          {mission.category === 'company' && mission.kind === 'AI' ? (
            <>
              {' · '}
              <a class="govuk-link" href={`/personnes/${mission.personId}/heures-en-entreprise`}>
                Ses heures en entreprise
              </a>
            </>
          ) : null}
        </p>
        <DataTable
          caption="Relevés d’heures"
          counted={['relevé', 'relevés']}
          columns={columnsFor(mission.id, mayState(actor) && !mission.cancelled)}
          rows={mission.cancelled ? [] : owed}
          rowKey={({ days }) => String(days.first)}
          empty={<EmptyState title="Aucun relevé pour l’instant">Le premier s’ouvre au premier jour de la mission.</EmptyState>}
        />
      </>,
      { wide: true, breadcrumb: missionTrail({ label: mission.personName ?? 'Mission' }) },
    )
  },
})
