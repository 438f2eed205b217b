import { type CalendarDate, frenchDate, frenchMonth, type Law } from '@maillage/kernel'
import { shownRatio } from '@maillage/rules'
import {
  agreedFte,
  agreementAnomalySentence,
  agreementStepSentence,
  annexAnomalies,
  annexMeasureLabels,
  annexSegments,
  annexTotal,
  type FinancialAnnex,
  monthsIn,
} from '@maillage/rules/agreements'
import { DataTable, Details, Notification, SummaryList, Tag, Why } from '@maillage/ui'
import { basisOf, shownAmount, shownFte, shownHours, shownPeriod, shownPosts } from '../agreement-words.ts'
import type { RecordedAnnex } from '../model.ts'
import { AnnexActions } from './annex-actions.tsx'
import { AnnexLife } from './annex-life.tsx'

interface Props {
  readonly law: Law
  readonly annex: RecordedAnnex
  /** What was known that day; absent, what is known now. */
  readonly knownOn: CalendarDate | undefined
  readonly records: boolean
}

const span = ({ first, last }: { first: Parameters<typeof frenchMonth>[0]; last: Parameters<typeof frenchMonth>[0] }) =>
  first === last ? frenchMonth(first) : `${frenchMonth(first)} à ${frenchMonth(last)}`

function Segments({
  law,
  annex,
  knownOn,
}: {
  readonly law: Law
  readonly annex: FinancialAnnex
  readonly knownOn: CalendarDate | undefined
}) {
  const { months } = annexTotal(law, annex, knownOn)
  return (
    <>
      <DataTable
        caption="Postes ouverts"
        counted={['période', 'périodes']}
        rows={annexSegments(law, annex, knownOn)}
        rowKey={({ first }) => String(first)}
        columns={[
          { key: 'mois', label: 'Mois', render: span },
          { key: 'duree', label: 'Durée', align: 'end', render: (segment) => `${monthsIn(segment)} mois` },
          { key: 'postes', label: 'Postes', align: 'end', render: ({ posts }) => shownPosts(posts) },
          { key: 'base', label: 'D’après', render: basisOf },
        ]}
        empty={<p class="govuk-body">L’annexe n’ouvre aucun poste.</p>}
      />
      {months.length === 0 ? null : (
        <Details summary="Mois par mois">
          <DataTable
            caption="Mois par mois"
            counted={['mois', 'mois']}
            rows={months}
            rowKey={({ month }) => String(month)}
            columns={[
              { key: 'mois', label: 'Mois', render: ({ month }) => frenchMonth(month) },
              { key: 'postes', label: 'Postes', align: 'end', render: ({ posts }) => shownPosts(posts) },
              {
                key: 'cumul',
                label: 'Cumul depuis le début',
                align: 'end',
                render: ({ cumulated }) => shownFte(shownRatio(cumulated)),
              },
            ]}
            empty={null}
          />
        </Details>
      )}
    </>
  )
}

function Agreed({
  law,
  annex,
  knownOn,
}: {
  readonly law: Law
  readonly annex: FinancialAnnex
  readonly knownOn: CalendarDate | undefined
}) {
  const found = agreedFte(law, annex, { period: annex.period, ...(knownOn === undefined ? {} : { knownOn }) })
  if (found.value.state === 'awaiting-annex') return <>En attente d’annexe</>
  return (
    <>
      {shownFte(shownRatio(found.value.fte))}
      <Why
        rule="postes de chaque mois, additionnés puis divisés par douze"
        law={`Droit du ${frenchDate(annex.period.first)}`}
        steps={found.because().map(({ code, inputs, source }) => ({ sentence: agreementStepSentence({ code, inputs }), source }))}
      />
    </>
  )
}

/** One annex: what it says, what amended it, what it opens, what the law would say otherwise. */
export function AnnexSection({ law, annex: recorded, knownOn, records }: Props) {
  const { annex, cancellation } = recorded
  const anomalies = cancellation ? [] : annexAnomalies(law, annex)
  const unknown = knownOn !== undefined && annex.knownOn > knownOn
  const title = recorded.number ? `Annexe ${recorded.number}` : 'Annexe financière'
  return (
    <section class="m-section" aria-labelledby={`annexe-${recorded.id}`}>
      <h2 class="govuk-heading-m" id={`annexe-${recorded.id}`}>
        {title}, {shownPeriod(annex.period)}{' '}
        {cancellation ? <Tag>Annulée</Tag> : unknown ? <Tag tone="attention">Pas encore signée</Tag> : null}
      </h2>
      {cancellation ? (
        <p class="govuk-body">
          Annulée le {frenchDate(cancellation.on)}. Motif&nbsp;: {cancellation.reason}
        </p>
      ) : (
        <>
          {anomalies.length > 0 ? (
            <Notification kind="information" title="La règle dit autrement">
              <ul class="govuk-list govuk-list--bullet">
                {anomalies.map(({ code, details, source }) => (
                  <li key={code}>
                    {agreementAnomalySentence({ code, details })}
                    {source ? ` (${source.article})` : null}
                  </li>
                ))}
              </ul>
            </Notification>
          ) : null}
          <SummaryList
            rows={[
              { label: 'Aide', value: annexMeasureLabels[annex.measure] },
              { label: 'Signée le', value: frenchDate(annex.knownOn) },
              { label: 'Postes à la signature', value: shownPosts(annex.posts) },
              { label: 'ETP ouverts', value: <Agreed law={law} annex={annex} knownOn={knownOn} /> },
              { label: 'Montant écrit sur l’annexe', value: shownAmount(recorded.amount) },
              ...(annex.hoursOfOneFte === undefined ? [] : [{ label: 'Heures d’un ETP', value: shownHours(annex.hoursOfOneFte) }]),
              ...(annex.cofinancing
                ? [
                    {
                      label: 'Cofinancement',
                      value: `Département : ${shownAmount(annex.cofinancing.departement)}, sur ${shownAmount(annex.cofinancing.total)}`,
                    },
                  ]
                : []),
            ]}
          />
          {unknown ? (
            <p class="govuk-body">
              Le {frenchDate(knownOn)}, cette annexe n’était pas signée&nbsp;: ses mois étaient «&nbsp;sans annexe&nbsp;», ce qui n’est pas
              zéro.
            </p>
          ) : (
            <Segments law={law} annex={annex} knownOn={knownOn} />
          )}
          {recorded.breakdown.length > 0 ? (
            <DataTable
              caption="Répartition des postes"
              counted={['ligne', 'lignes']}
              rows={recorded.breakdown}
              rowKey={({ id }) => id}
              columns={[
                { key: 'activite', label: 'Activité', render: ({ activity }) => activity },
                { key: 'lieu', label: 'Lieu de travail', render: ({ worksite }) => worksite ?? 'Tous' },
                { key: 'postes', label: 'Postes', align: 'end', render: ({ posts }) => shownPosts(posts) },
              ]}
              empty={null}
            />
          ) : null}
          <AnnexLife annex={recorded} knownOn={knownOn} records={records} />
          {records ? <AnnexActions annex={recorded} /> : null}
        </>
      )}
    </section>
  )
}
