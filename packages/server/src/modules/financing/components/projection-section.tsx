import { frenchDate, type Law, type SiaeKind } from '@maillage/kernel'
import { Figure, Figures, Notification } from '@maillage/ui'
import { fte, money } from '../aid-words.fr.ts'
import { type AnnexYear, projectedAid } from '../model.ts'

interface Props {
  readonly law: Law
  readonly kind: SiaeKind
  readonly of: AnnexYear
  readonly year: number
  /** Where the projection is shown, and where it is not. */
  readonly href: string
  readonly isAsked: boolean
}

/** What no text gives: said, with a projection on request, apart from every amount. */
export function ProjectionSection({ law, kind, of, year, href, isAsked }: Props) {
  const found = isAsked ? projectedAid(law, kind, of) : undefined
  const estimated = found && found.estimated.state !== 'awaiting-annex' ? found.estimated : undefined
  return (
    <>
      <Notification kind="information" title={`Le montant de l’aide n’est pas connu pour ${year}`}>
        <p class="govuk-body">
          Aucun texte connu ne donne le montant d’un équivalent temps plein pour tous les mois travaillés. La plateforme ne reprend jamais
          le montant de l’année d’avant.{' '}
          {isAsked ? null : (
            <a class="govuk-link" href={href}>
              Voir une projection, à part
            </a>
          )}
        </p>
      </Notification>
      {isAsked && !estimated ? (
        <p class="govuk-body">Rien ne peut être projeté pour cette annexe&nbsp;: le SMIC ou le dernier montant manque.</p>
      ) : null}
      {estimated ? (
        <section class="m-projection" aria-label="Projection">
          <h3 class="govuk-heading-s">Projection, qui n’est pas une aide</h3>
          {found?.basis ? (
            <p class="govuk-body">
              Si le montant suivait le SMIC depuis le {frenchDate(found.basis.knownUntil)}, à partir de {money(found.basis.amount)} par ETP.
              Par le passé, il ne l’a pas toujours suivi. Ce chiffre n’entre dans aucun total ni aucun document.
            </p>
          ) : null}
          <Figures>
            <Figure label="Projection de l’aide" value={money(estimated.amount)} detail={`pour ${fte(estimated.counted)} ETP comptés`} />
          </Figures>
        </section>
      ) : null}
    </>
  )
}
