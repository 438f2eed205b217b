import { ButtonGroup, ButtonLink, InsetText, SummaryList } from '@maillage/ui'
import { pdfReply } from '../../../platform/documents/pdf-reply.tsx'
import { type Oneself, selfPage } from '../../../platform/http/page.ts'
import type { PageRequest } from '../../../platform/http/page-request.ts'
import { notFoundReply, show } from '../../../platform/http/reply.ts'
import { personCard } from '../../people/index.ts'
import { type OwnHoursContent, ownHoursContent } from '../documents/own-hours-content.ts'
import { ownWork } from '../queries/own-work.ts'
import { ownCrumbs } from './own-crumbs.ts'

const TEMPLATE = new URL('../documents/own-hours.typ', import.meta.url)
const HERE = '/mon-espace/attestation'

const contentFor = (request: PageRequest<Oneself>): Promise<OwnHoursContent | undefined> =>
  request.read(async (ctx) => {
    const { personId } = request.actor.subject
    const card = await personCard(ctx, personId)
    return card && ownHoursContent(card, await ownWork(ctx, personId), { today: ctx.today, demonstration: request.demonstration })
  })

const partsOf = ({ contracts, months }: OwnHoursContent) => [
  { title: 'Contrats en cours', rows: contracts, empty: 'Aucun contrat en cours.' },
  { title: 'Heures travaillées, mois par mois', rows: months, empty: 'Aucun mois vérifié depuis six mois.' },
]

/** The hours of the person, to print or to show: for the hours of activity of a contrat d'engagement. */
export const ownHoursPage = selfPage({
  path: HERE,
  async get(request) {
    const content = await contentFor(request)
    if (!content) return notFoundReply
    return show(
      content.title,
      <>
        <h1 class="govuk-heading-xl">{content.title}</h1>
        <p class="govuk-body-l m-screen-only">
          France Travail, le Département ou la mission locale vous demande vos heures d’activité&nbsp;? Montrez cette page, ou donnez le
          PDF.
        </p>
        <InsetText>{content.warning}</InsetText>
        <SummaryList rows={content.person} />
        {partsOf(content).map(({ title, rows, empty }) => (
          <section key={title}>
            <h2 class="govuk-heading-m">{title}</h2>
            {rows.length === 0 ? <p class="govuk-body">{empty}</p> : <SummaryList rows={rows} />}
          </section>
        ))}
        <p class="govuk-body">{content.foot}</p>
        <ButtonGroup>
          <ButtonLink href={`${HERE}.pdf`}>Télécharger le PDF</ButtonLink>
        </ButtonGroup>
      </>,
      { breadcrumb: ownCrumbs('Mon attestation d’heures') },
    )
  },
})

/** The same on one sheet, tagged; no name in its name. */
export const ownHoursPdf = selfPage({
  path: `${HERE}.pdf`,
  async get(request) {
    const content = await contentFor(request)
    if (!content) return notFoundReply
    const data = { ...content, issuer: 'Maillage, d’après les employeurs', parts: partsOf(content) }
    return pdfReply({
      template: TEMPLATE,
      data,
      name: content.specimen === null ? 'attestation-heures.pdf' : 'specimen-attestation-heures.pdf',
      page: HERE,
      breadcrumb: ownCrumbs('Mon attestation d’heures'),
    })
  },
})
