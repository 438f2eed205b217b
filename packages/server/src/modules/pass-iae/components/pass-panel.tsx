import { frenchDate, plural } from '@maillage/kernel'
import { passStateLabels } from '@maillage/rules/pass-iae'
import { ButtonLink, Details, SummaryList, Tag, Timeline, Why } from '@maillage/ui'
import type { PassSummary } from '../queries/pass-summary.ts'
import { issuerWords, lifeOf, numberOf, STATE_TONES, waitingWords, whyOf } from './pass-words.ts'

/**
 * The right of a person, for the person's page; `pass` undefined when there is none.
 * @example <PassPanel pass={await passSummary(ctx, personId)} />
 */
export function PassPanel({ pass, provisional = false }: { readonly pass: PassSummary | undefined; readonly provisional?: boolean }) {
  return (
    <section aria-labelledby="pass-iae">
      <h2 class="govuk-heading-m" id="pass-iae">
        PASS IAE
      </h2>
      {pass ? (
        <Held pass={pass} />
      ) : (
        <p class="govuk-body">
          Aucun PASS IAE.{' '}
          {provisional
            ? 'Il pourra être demandé après le rattachement de la fiche.'
            : 'Il sera demandé à la première embauche dans une structure.'}
        </p>
      )}
    </section>
  )
}

function Held({ pass }: { readonly pass: PassSummary }) {
  const { state, first, last, toolLast, remaining } = pass
  return (
    <>
      <p class="govuk-body">
        <Tag tone={STATE_TONES[state]}>{passStateLabels[state]}</Tag> {issuerWords(pass)}
      </p>
      <SummaryList
        rows={[
          { label: 'Numéro', value: numberOf(pass) },
          { label: 'Premier jour', value: frenchDate(first) },
          { label: 'Dernier jour', value: frenchDate(last) },
          ...(toolLast === null ? [] : [{ label: 'Selon les emplois de l’inclusion', value: frenchDate(toolLast) }]),
          ...(state === 'expired'
            ? [{ label: 'Carence IAE', value: waitingWords(pass) }]
            : [{ label: 'Jours restants', value: plural(remaining, 'jour') }]),
        ]}
      />
      <Why
        label={'Pourquoi cette date\u202f?'}
        rule="Durée du PASS IAE, suspensions et prolongations (CT R5132-1-2, R5132-1-3, R5132-1-8)"
        steps={whyOf(pass.steps)}
      />
      <Details summary="La vie de ce PASS IAE">
        <Timeline events={lifeOf(pass)} />
      </Details>
      <p class="govuk-body">
        <ButtonLink kind="secondary" href={`/pass/${pass.id}`}>
          Ouvrir le PASS IAE
        </ButtonLink>
      </p>
    </>
  )
}
