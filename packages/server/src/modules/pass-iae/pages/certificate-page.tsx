import { frenchDate, frenchLongDate } from '@maillage/kernel'
import { passStateLabels } from '@maillage/rules/pass-iae'
import { InsetText, SummaryList, Timeline } from '@maillage/ui'
import { memberPage } from '../../../platform/http/page.ts'
import { notFoundReply, show } from '../../../platform/http/reply.ts'
import { bornWords } from '../../people/index.ts'
import { lifeOf, numberOf } from '../components/pass-words.ts'
import { mayRead } from '../policy.ts'
import { crumbsOf, passGround } from './pass-ground.tsx'

/** A page to print. It never stands for the State's certificate: a demonstration prints SPÉCIMEN, a service prints a summary. */
export const passCertificatePage = memberPage({
  path: '/pass/:id/attestation',
  async get(request) {
    const shown = await passGround(request, (_actor, circles) => mayRead(circles))
    if (!shown) return notFoundReply
    const { person, summary, today } = shown
    const specimen = summary.issuerMode === 'demonstration'
    const title = specimen ? 'SPÉCIMEN – Attestation de PASS IAE' : 'Récapitulatif du PASS IAE'
    return show(
      title,
      <>
        <h1 class="govuk-heading-l">{title}</h1>
        <InsetText>
          {specimen
            ? 'SPÉCIMEN. Document de démonstration, données fictives\u00a0: il ne prouve aucun droit et ne peut être remis à personne.'
            : 'Ce récapitulatif ne remplace pas l’attestation. Le PASS IAE est délivré par les emplois de l’inclusion\u202f; les dates ci-dessous sont une estimation.'}
        </InsetText>
        <SummaryList
          rows={[
            { label: 'Personne', value: `${person.displayName}, ${bornWords(person.birth, person.sex)}` },
            { label: 'Numéro', value: specimen ? `${numberOf(summary)} (SPÉCIMEN)` : numberOf(summary) },
            { label: 'État', value: passStateLabels[summary.state] },
            { label: 'Premier jour', value: frenchDate(summary.first) },
            { label: 'Dernier jour', value: frenchDate(summary.last) },
            ...(summary.toolLast === null ? [] : [{ label: 'Selon les emplois de l’inclusion', value: frenchDate(summary.toolLast) }]),
          ]}
        />
        <h2 class="govuk-heading-m">La vie de ce PASS IAE</h2>
        <Timeline events={lifeOf(summary)} />
        <p class="govuk-body">Imprimé le {frenchLongDate(today)}.</p>
      </>,
      { breadcrumb: crumbsOf(shown, 'Version à imprimer') },
    )
  },
})
