import { frenchDate, plural } from '@maillage/kernel'
import { ButtonLink, Figure } from '@maillage/ui'
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
      <Figure
        label="Il me reste"
        value={plural(remaining, 'jour')}
        detail={state === 'future' ? `à partir du ${frenchDate(first)}` : `Dernier jour prévu : ${frenchDate(last)}`}
      />
      {state === 'suspended' ? (
        <p class="govuk-body-l">
          En ce moment, votre PASS est en pause. Ces jours de pause ne sont pas perdus&nbsp;: ils s’ajoutent à la fin.
        </p>
      ) : null}
    </>
  )
}

/** The right of the person, said to them: how many days, what it is for, to whom it belongs. */
export const OwnRight = ({ pass }: { readonly pass: PassSummary | undefined }) => (
  <section aria-labelledby="mon-droit">
    <h2 class="govuk-heading-l" id="mon-droit">
      Mon droit&nbsp;: le PASS IAE
    </h2>
    {pass ? (
      <Days pass={pass} />
    ) : (
      <p class="govuk-body-l">Vous n’avez pas encore de PASS IAE. Il est demandé le jour de votre première embauche.</p>
    )}
    <p class="govuk-body-l">
      Le PASS IAE est à vous. Il permet de travailler dans une structure d’insertion. Vous le gardez si vous changez de structure.
    </p>
    {pass ? (
      <ButtonLink kind="secondary" href="/mon-espace/droit">
        Comprendre mes jours
      </ButtonLink>
    ) : null}
  </section>
)
