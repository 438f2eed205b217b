import { type CalendarDate, frenchDate, frenchHours, frenchMonth, type Law } from '@maillage/kernel'
import { agreedFte, agreementStepSentence } from '@maillage/rules/agreements'
import { centiHoursOfOneFte } from '@maillage/rules/financing'
import { Figure, Figures, Why, type WhyStep } from '@maillage/ui'
import { fte, money, whySteps } from '../aid-words.fr.ts'
import type { AnnexYear } from '../model.ts'

/** How hours make full-time equivalents where no text prices them. */
function hoursOnly(law: Law, { recorded: { annex }, worked }: AnnexYear): readonly WhyStep[] {
  const one = frenchHours(centiHoursOfOneFte(law, annex, annex.period.first))
  return [
    { sentence: `Un équivalent temps plein (ETP) vaut ${one} sur l’année.` },
    ...worked.map(({ month, hours }) => ({ sentence: `En ${frenchMonth(month)}\u00a0: ${frenchHours(hours)}.` })),
  ]
}

/** What was agreed, done, counted, and what it is worth: each figure opens on how it was found. */
export function AnnexFigures({ law, today, of }: { readonly law: Law; readonly today: CalendarDate; readonly of: AnnexYear }) {
  const { recorded, aid, consumption } = of
  const known = `Droit et actes connus le ${frenchDate(today)}`
  const agreed = agreedFte(law, recorded.annex, { period: recorded.annex.period })
  // With no month validated, the rules add up to nothing: that is not a zero.
  const said = aid && aid.value.state !== 'awaiting-annex' && aid.value.months.length > 0 ? aid.value : null
  const steps = aid?.because() ?? []
  const realised = said?.realised ?? ('realised' in consumption ? consumption.realised : null)
  return (
    <Figures>
      {agreed.value.state === 'awaiting-annex' ? null : (
        <Figure
          label="ETP conventionnés"
          value={fte(agreed.value.fte)}
          unit="ETP"
          detail="sur toute l’annexe"
          why={
            <Why
              rule="postes de chaque mois, additionnés puis divisés par douze"
              law={known}
              steps={agreed.because().map(({ code, inputs, source }) => ({ sentence: agreementStepSentence({ code, inputs }), source }))}
            />
          }
        />
      )}
      <Figure
        label="ETP réalisés"
        value={realised ? fte(realised) : undefined}
        unit="ETP"
        detail={realised ? 'dans les mois validés' : undefined}
        why={
          realised ? (
            <Why
              rule="heures qui comptent, divisées par celles d’un équivalent temps plein"
              law={known}
              steps={aid ? whySteps(steps, ['financing/hours-of-one-fte', 'financing/month']) : hoursOnly(law, of)}
            />
          ) : undefined
        }
      />
      {said ? (
        <>
          <Figure
            label="ETP comptés"
            value={fte(said.counted)}
            unit="ETP"
            detail={said.beyond.numerator > 0 ? `${fte(said.beyond)} ETP au-delà de l’annexe, non payés` : 'tous dans l’annexe'}
            why={
              <Why
                rule="heures prises dans l’ordre des mois, jusqu’au total de l’annexe"
                law={known}
                steps={whySteps(steps, ['financing/hours-of-one-fte', 'financing/agreed', 'financing/month', 'financing/capped'])}
              />
            }
          />
          <Figure
            label="Aide estimée"
            value={money(said.amount)}
            detail="montant socle, avant part modulée"
            why={<Why rule="ETP comptés de chaque mois, au prix des jours travaillés" law={known} steps={whySteps(steps)} />}
          />
          <Figure
            label="Part de l’État"
            value={money(said.byState)}
            why={<Why rule="partage écrit sur l’annexe" law={known} steps={whySteps(steps, ['financing/total', 'financing/shares'])} />}
          />
          <Figure
            label="Part du Département"
            value={money(said.byDepartement)}
            detail={recorded.annex.cofinancing ? undefined : 'l’annexe n’est pas cofinancée'}
            why={<Why rule="partage écrit sur l’annexe" law={known} steps={whySteps(steps, ['financing/total', 'financing/shares'])} />}
          />
        </>
      ) : null}
    </Figures>
  )
}
