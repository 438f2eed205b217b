import { frenchMonth, type Law, NoTextInForce } from '@maillage/kernel'
import { type PaymentSchedule, paymentSchedule } from '@maillage/rules/financing'
import { DataTable, Details } from '@maillage/ui'
import type { StandingAnnex } from '../../agreements/index.ts'
import { money, months } from '../aid-words.fr.ts'
import type { AnnexYear } from '../model.ts'

function scheduleOf(law: Law, { recorded: { annex, amount }, worked }: AnnexYear<StandingAnnex>): PaymentSchedule | undefined {
  // The amount written on an annex is that of its signature: once amended, it is computed again.
  const written = amount !== null && annex.amendments.length === 0 ? { amount } : {}
  try {
    return paymentSchedule(law, { annex, worked, ...written })
  } catch (fault) {
    if (fault instanceof NoTextInForce) return undefined
    throw fault
  }
}

/** What the paying agency should pay and when: an instalment each month, adjusted on the hours declared. */
export function PaymentCalendar({ law, of }: { readonly law: Law; readonly of: AnnexYear<StandingAnnex> }) {
  const schedule = scheduleOf(law, of)
  if (schedule?.state !== 'computed')
    return (
      <p class="govuk-body">
        Le calendrier de paiement ne peut pas être estimé&nbsp;: aucun texte connu ne donne le montant d’un ETP pour toute l’annexe.
      </p>
    )
  return (
    <Details summary="Calendrier de paiement estimé">
      <p class="govuk-body">
        Montant de l’annexe&nbsp;: {money(schedule.annexAmount)}. Chaque mois, un acompte&nbsp;; à certains mois, une régularisation sur les
        heures déclarées avant. C’est l’Agence de services et de paiement (ASP) qui paie.
      </p>
      <DataTable
        caption="Acomptes et régularisations"
        counted={['mois', 'mois']}
        rows={schedule.payments}
        rowKey={({ month }) => String(month)}
        columns={[
          { key: 'mois', label: 'Mois', render: ({ month }) => frenchMonth(month) },
          { key: 'acompte', label: 'Acompte', align: 'end', render: ({ instalment }) => money(instalment) },
          {
            key: 'regularisation',
            label: 'Régularisation',
            align: 'end',
            render: ({ adjustment, undeclared }) =>
              adjustment === null ? (
                '–'
              ) : (
                <>
                  {/* Nothing declared, nothing adjusted: that is not an adjustment of zero. */}
                  {adjustment === 0 && undeclared.length > 0 ? '–' : money(adjustment)}
                  {undeclared.length > 0 ? <div>non déclaré&nbsp;: {months(undeclared)}</div> : null}
                </>
              ),
          },
          { key: 'paye', label: 'À payer', align: 'end', render: ({ paid }) => money(paid) },
          { key: 'cumul', label: 'Cumul', align: 'end', render: ({ cumulated }) => money(cumulated) },
        ]}
        empty={null}
      />
    </Details>
  )
}
