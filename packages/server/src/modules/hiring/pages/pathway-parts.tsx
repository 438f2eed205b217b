import { type CalendarDate, frenchDate, frenchHours, frenchShortDate } from '@maillage/kernel'
import { ButtonGroup, ButtonLink, DataTable, EmptyState, InsetText, Notification } from '@maillage/ui'
import type { ComponentChildren } from 'preact'
import { StateTag } from '../../applications/index.ts'
import { CONTRACT_LABELS } from '../../employment/index.ts'
import { anomalySentence } from '../messages.fr.ts'
import type { ApplicationLine, ContractLine, Pathway, StayLine } from '../queries/pathway-of.ts'

const between = (first: CalendarDate, last: CalendarDate | null) =>
  last === null ? `depuis le ${frenchDate(first)}` : `du ${frenchDate(first)} au ${frenchDate(last)}`

/** What the law says otherwise of the contracts of a stay: the employer reads it until it is settled. */
const Wrong = ({ stay: { contracts } }: { readonly stay: StayLine }) => {
  const found = contracts.flatMap(({ id, anomalies }) => anomalies.map((each) => ({ ...each, id })))
  return found.length === 0 ? null : (
    <Notification kind="warning" title="À régler">
      <ul class="govuk-list govuk-list--bullet">
        {found.map(({ id, rule, facts }) => (
          <li key={`${id}${rule}`}>{anomalySentence(rule, facts)}</li>
        ))}
      </ul>
    </Notification>
  )
}

const Stay = ({ stay }: { readonly stay: StayLine }) => (
  <DataTable<ContractLine>
    caption={`${stay.siaeName} (${stay.kind}), ${between(stay.open.first, stay.open.last)}`}
    counted={['contrat', 'contrats']}
    rows={stay.contracts}
    rowKey={({ id }) => id}
    columns={[
      {
        key: 'contrat',
        label: 'Contrat',
        render: ({ id, type, hireId }) =>
          hireId === null ? (
            <a class="govuk-link" href={`/contrats/${id}`}>
              {CONTRACT_LABELS[type]}
            </a>
          ) : (
            <a class="govuk-link" href={`/embauches/${hireId}`}>
              {CONTRACT_LABELS[type]}
            </a>
          ),
      },
      { key: 'debut', label: 'Premier jour', render: ({ firstDay }) => frenchShortDate(firstDay) },
      { key: 'fin', label: 'Dernier jour', render: ({ lastDay }) => (lastDay === null ? 'Sans terme' : frenchShortDate(lastDay)) },
      {
        key: 'heures',
        label: 'Par semaine',
        align: 'end',
        render: ({ weeklyHours }) => (weeklyHours === null ? '–' : frenchHours(weeklyHours)),
      },
      { key: 'lieu', label: 'Site et poste', render: ({ worksite, post }) => [worksite, post].filter(Boolean).join(' · ') || '–' },
    ]}
    empty={null}
  />
)

/** Where the person works: the whole of my structures, and of the others what an employer needs. */
export const Work = ({
  stays,
  elsewhere,
  endOf,
  employs,
}: Pick<Pathway, 'stays' | 'elsewhere'> & { readonly endOf: (stay: StayLine) => ComponentChildren; readonly employs: boolean }) => (
  <section aria-labelledby="travail">
    <h2 class="govuk-heading-m" id="travail">
      Passages et contrats
    </h2>
    {stays.length === 0 ? (
      <EmptyState title={employs ? 'Aucun contrat dans vos structures' : 'Aucun contrat que vous pouvez lire'}>
        {employs
          ? 'Une embauche se déclare depuis une candidature.'
          : 'Les contrats se lisent dans la structure qui emploie la personne. Vos candidatures et leurs réponses sont plus bas.'}
      </EmptyState>
    ) : (
      stays.map((stay) => (
        <div key={stay.id}>
          <Stay stay={stay} />
          <Wrong stay={stay} />
          {endOf(stay)}
        </div>
      ))
    )}
    {elsewhere.map(({ siaeName, weeklyHours, counsellor }) => (
      <InsetText key={siaeName}>
        La personne a aussi un contrat à « {siaeName} »{weeklyHours === null ? '' : `, ${frenchHours(weeklyHours)} par semaine`}.{' '}
        {counsellor === null ? 'Aucun référent n’y est nommé.' : `Référent : ${counsellor}.`}
      </InsetText>
    ))}
  </section>
)

const hrefOf = ({ id, received }: ApplicationLine) => (received ? `/candidatures/${id}` : `/orientations/${id}`)

/** The applications that my teams sent or received. */
export const Applications = ({
  applications,
  today,
  orientHref,
}: {
  readonly applications: readonly ApplicationLine[]
  readonly today: CalendarDate
  readonly orientHref: string | null
}) => (
  <section aria-label="Candidatures">
    <DataTable<ApplicationLine>
      caption="Candidatures"
      counted={['candidature', 'candidatures']}
      rows={applications}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'structure',
          label: 'Structure',
          render: (line) => (
            <a class="govuk-link" href={hrefOf(line)}>
              {line.siaeName}
            </a>
          ),
        },
        { key: 'envoi', label: 'Envoyée le', render: ({ sentOn }) => frenchShortDate(sentOn) },
        { key: 'etat', label: 'État', render: (line) => <StateTag {...line} today={today} /> },
      ]}
      empty={<EmptyState title="Aucune candidature">Votre équipe n’en a ni envoyé ni reçu pour cette personne.</EmptyState>}
    />
    {orientHref === null ? null : (
      <ButtonGroup>
        <ButtonLink kind="secondary" href={orientHref}>
          Orienter vers une structure
        </ButtonLink>
      </ButtonGroup>
    )}
  </section>
)
