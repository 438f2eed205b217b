import { frenchDate, plural } from '@maillage/kernel'
import { Figure, Figures } from '@maillage/ui'
import type { PassSummary } from '../../pass-iae/index.ts'

const Days = ({ pass: { state, remaining, first, last, waiting, on } }: { readonly pass: PassSummary }) => {
  if (state === 'expired')
    return (
      <p class="govuk-body-l">
        Votre PASS IAE a pris fin le {frenchDate(last)}.{' '}
        {waiting !== null && waiting.last >= on
          ? `Un nouveau PASS sans l’accord d’un prescripteur sera possible après le ${frenchDate(waiting.last)}. Avant, parlez-en à France Travail, à la mission locale ou à la personne qui vous accompagne.`
          : 'Vous pouvez en demander un autre avec la personne qui vous accompagne.'}
      </p>
    )
  return (
    <>
      <Figures>
        <Figure
          label="Il me reste"
          value={plural(remaining, 'jour')}
          detail={state === 'future' ? `à partir du ${frenchDate(first)}` : `Dernier jour prévu : ${frenchDate(last)}`}
        />
      </Figures>
      {state === 'suspended' ? (
        <p class="govuk-body-l">
          En ce moment, votre PASS est en pause. Ces jours de pause ne sont pas perdus&nbsp;: ils s’ajoutent à la fin.
        </p>
      ) : null}
    </>
  )
}

/** The right of the person, said to them: how many days, what it is for, to whom it belongs. */
export const OwnRight = ({ pass, titled = true }: { readonly pass: PassSummary | undefined; readonly titled?: boolean }) => (
  <section aria-label="Mon PASS IAE">
    {titled ? <h2 class="govuk-heading-l">Mon droit&nbsp;: le PASS IAE</h2> : null}
    {pass ? (
      <Days pass={pass} />
    ) : (
      <p class="govuk-body-l">Vous n’avez pas encore de PASS IAE. Il est demandé le jour de votre première embauche.</p>
    )}
    <p class="govuk-body-l">
      Le PASS IAE est à vous. Il permet de travailler dans une structure d’insertion. Vous le gardez si vous changez de structure.
    </p>
  </section>
)
