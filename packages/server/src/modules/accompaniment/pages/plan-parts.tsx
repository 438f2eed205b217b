import { frenchDate, plural } from '@maillage/kernel'
import { barrierAreaLabel } from '@maillage/rules/accompaniment'
import { ButtonLink, DataTable, EmptyState, Tag } from '@maillage/ui'
import { STATE_LABELS, STATE_TONES, WEIGHT_LABELS } from '../barrier-words.fr.ts'
import { type Barrier, isPersonal, type Strength } from '../model-barriers.ts'
import type { BesidePlan } from '../queries/plan-of.ts'
import { MOMENT_LABELS } from '../review-words.fr.ts'

interface Standing {
  readonly personId: string
  /** False while a past day is read, or once the file is closed: nothing is offered to change. */
  readonly open: boolean
}

/** What holds the person back, what was lifted last. */
export const Barriers = ({ personId, open, barriers }: Standing & { readonly barriers: readonly Barrier[] }) => {
  const add = `/personnes/${personId}/freins/ajouter`
  const standing = [...barriers.filter(({ state }) => state !== 'lifted'), ...barriers.filter(({ state }) => state === 'lifted')]
  return (
    <section aria-labelledby="freins">
      <h2 class="govuk-heading-m" id="freins">
        Freins
      </h2>
      <DataTable
        caption="Ce qui tient la personne loin de l’emploi"
        counted={['frein', 'freins']}
        rows={standing}
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'domaine',
            label: 'Domaine',
            render: ({ id, area, sensitivity }) => (
              <>
                {open ? <a href={`/freins/${id}`}>{barrierAreaLabel(area)}</a> : barrierAreaLabel(area)}
                {isPersonal(sensitivity) ? <span class="govuk-hint">Réservé aux référents</span> : null}
              </>
            ),
          },
          { key: 'etat', label: 'État', render: ({ state }) => <Tag tone={STATE_TONES[state]}>{STATE_LABELS[state]}</Tag> },
          { key: 'poids', label: 'Poids', render: ({ state, weight }) => (state === 'lifted' ? '–' : WEIGHT_LABELS[weight]) },
          { key: 'consequence', label: 'Conséquence', long: true, render: ({ consequence }) => consequence ?? '–' },
          { key: 'tente', label: 'Déjà tenté', long: true, render: ({ tried }) => tried ?? '–' },
          { key: 'depuis', label: 'Depuis', render: ({ since }) => (since === null ? '–' : frenchDate(since)) },
        ]}
        empty={
          <EmptyState title="Aucun frein que vous pouvez lire">
            Ce qui tient la personne loin de l’emploi, par domaine, et ce que cela change pour elle.
          </EmptyState>
        }
      />
      {open ? (
        <p class="govuk-body">
          <ButtonLink kind="secondary" href={add}>
            Noter un frein
          </ButtonLink>
        </p>
      ) : null}
    </section>
  )
}

/** What the person can lean on: beside the barriers, never after them. */
export const Strengths = ({ personId, open, strengths }: Standing & { readonly strengths: readonly Strength[] }) => (
  <section aria-labelledby="forces">
    <h2 class="govuk-heading-m" id="forces">
      Forces
    </h2>
    {strengths.length === 0 ? (
      <EmptyState title="Aucune force notée">
        Un savoir-faire, une envie, un entourage&nbsp;: ce sur quoi la personne peut s’appuyer.
      </EmptyState>
    ) : (
      <ul class="govuk-list govuk-list--bullet">
        {strengths.map(({ id, words }) => (
          <li key={id}>
            {words}
            {open ? (
              <>
                {' · '}
                <a class="govuk-link" href={`/forces/${id}/retirer`}>
                  Retirer<span class="govuk-visually-hidden"> cette force : {words}</span>
                </a>
              </>
            ) : null}
          </li>
        ))}
      </ul>
    )}
    {open ? (
      <p class="govuk-body">
        <ButtonLink kind="secondary" href={`/personnes/${personId}/forces/ajouter`}>
          Noter une force
        </ButtonLink>
      </p>
    ) : null}
  </section>
)

/** The reviews made with the person: the last one, and where they are compared. */
export const Reviews = ({ personId, open, reviews: [last, ...others] }: Standing & Pick<BesidePlan, 'reviews'>) => (
  <section aria-labelledby="bilans">
    <h2 class="govuk-heading-m" id="bilans">
      Bilans
    </h2>
    {last === undefined ? (
      <EmptyState title="Aucun bilan">Ce que la personne dit de sa situation, à l’entrée, en cours de parcours et à la sortie.</EmptyState>
    ) : (
      <p class="govuk-body">
        {MOMENT_LABELS[last.moment]} du {frenchDate(last.heldOn)}
        {others.length === 0 ? '' : `, après ${plural(others.length, 'autre')}`}.{' '}
        <a class="govuk-link" href={`/personnes/${personId}/bilans`}>
          {others.length === 0 ? 'Lire ce bilan' : 'Comparer les bilans'}
        </a>
      </p>
    )}
    {open ? (
      <p class="govuk-body">
        <ButtonLink kind="secondary" href={`/personnes/${personId}/bilans/ajouter`}>
          Faire un bilan
        </ButtonLink>
      </p>
    ) : null}
  </section>
)
