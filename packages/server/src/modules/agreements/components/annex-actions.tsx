import { ButtonGroup, ButtonLink } from '@maillage/ui'
import type { RecordedAnnex } from '../model.ts'

/** What the officer may do with an annex. */
export function AnnexActions({ annex: { id, siaeId } }: { readonly annex: RecordedAnnex }) {
  const here = `/conventions/${siaeId}/annexes/${id}`
  return (
    <ButtonGroup>
      <ButtonLink kind="secondary" href={`${here}/postes`}>
        Changer les postes
      </ButtonLink>
      <ButtonLink kind="secondary" href={`${here}/fin`}>
        Avancer la fin
      </ButtonLink>
      <ButtonLink kind="secondary" href={`${here}/repartition`}>
        Répartir les postes
      </ButtonLink>
      <a class="govuk-link" href={`${here}/annuler`}>
        Annuler cette annexe
      </a>
    </ButtonGroup>
  )
}
