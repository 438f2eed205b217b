import { frenchDate } from '@maillage/kernel'
import { Details, SummaryList, Timeline, Why } from '@maillage/ui'
import { selfPage } from '../../../platform/http/page.ts'
import { show } from '../../../platform/http/reply.ts'
import { issuerWords, lifeOf, numberOf, WHO_SHORTENS_WAITING, whyOf } from '../../pass-iae/index.ts'
import { ownPass } from '../queries/own-pass.ts'
import { ownCrumbs } from './own-crumbs.ts'
import { OwnRight } from './own-right.tsx'

/** The right, its days counted and explained, what moved them and who may help. */
export const ownRightPage = selfPage({
  path: '/mon-espace/droit',
  async get(request) {
    const pass = await request.read(ownPass)
    return show(
      'Mon droit',
      <>
        <h1 class="govuk-heading-xl">Mon droit&nbsp;: le PASS IAE</h1>
        <OwnRight pass={pass} titled={false} />
        {pass ? (
          <>
            <SummaryList
              rows={[
                { label: 'Numéro', value: numberOf(pass) },
                { label: 'Premier jour', value: frenchDate(pass.first) },
                { label: 'Dernier jour', value: frenchDate(pass.last) },
                ...(pass.toolLast === null ? [] : [{ label: 'Selon les emplois de l’inclusion', value: frenchDate(pass.toolLast) }]),
                { label: 'Qui l’a donné', value: issuerWords(pass) },
              ]}
            />
            <Why
              label={'Pourquoi cette date\u202f?'}
              rule="Durée du PASS IAE, suspensions et prolongations (CT R5132-1-2, R5132-1-3, R5132-1-8)"
              steps={whyOf(pass.steps)}
            />
            <Details summary="Jour après jour">
              <Timeline events={lifeOf(pass)} />
            </Details>
          </>
        ) : null}
        <h2 class="govuk-heading-m">Vous n’êtes pas d’accord&nbsp;?</h2>
        <ul class="govuk-list govuk-list--bullet">
          <li>Parlez-en d’abord à la personne qui vous accompagne.</li>
          <li>Une pause (suspension) ou un refus de prolongation doit vous être expliqué par écrit.</li>
          <li>Vous pouvez écrire à l’organisme qui a décidé pour demander de revoir sa décision. C’est un recours. C’est gratuit.</li>
          <li>{WHO_SHORTENS_WAITING}</li>
        </ul>
      </>,
      { breadcrumb: ownCrumbs('Mon droit') },
    )
  },
})
