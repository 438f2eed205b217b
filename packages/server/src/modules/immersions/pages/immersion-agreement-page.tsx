import { ButtonGroup, ButtonLink, InsetText, SummaryList } from '@maillage/ui'
import { pdfReply } from '../../../platform/documents/pdf-reply.tsx'
import { memberPage } from '../../../platform/http/page.ts'
import type { PageRequest } from '../../../platform/http/page-request.ts'
import { notFoundReply, show } from '../../../platform/http/reply.ts'
import type { Member } from '../../../platform/http/slice.ts'
import { mayReadContracts } from '../../employment/index.ts'
import { logReading } from '../../people/index.ts'
import { immersionAgreementContent } from '../documents/immersion-agreement-content.ts'
import { crumbsOf, immersionHref, shownImmersion } from './immersion-in-address.ts'

const TEMPLATE = new URL('../documents/immersion-agreement.typ', import.meta.url)

async function contentFor(request: PageRequest<Member>) {
  const card = await shownImmersion(request)
  if (!card) return undefined
  const today = await request.read((ctx) => Promise.resolve(ctx.today))
  logReading(request, card.immersion.personId, 'employment')
  return { card, content: immersionAgreementContent(card, { today, demonstration: request.demonstration }) }
}

/** The agreement of an immersion, to print and sign. */
export const immersionAgreementPage = memberPage({
  path: '/immersions/:id/convention',
  allowed: mayReadContracts,
  async get(request) {
    const found = await contentFor(request)
    if (!found) return notFoundReply
    const { card, content } = found
    return show(
      content.title,
      <>
        <p class="govuk-caption-l">{content.issuer}</p>
        <h1 class="govuk-heading-l">{content.title}</h1>
        <InsetText>{content.warning}</InsetText>
        {content.sections.map(({ title, rows }) => (
          <section key={title}>
            <h2 class="govuk-heading-m">{title}</h2>
            <SummaryList rows={rows} />
          </section>
        ))}
        <h2 class="govuk-heading-m">Signatures</h2>
        <ul class="govuk-list">
          {content.signatures.map((who) => (
            <li key={who}>{who}&nbsp;: date et signature</li>
          ))}
        </ul>
        <p class="govuk-body">{content.foot}</p>
        <ButtonGroup>
          <ButtonLink href={`${immersionHref(card.immersion.id)}/convention.pdf`}>Télécharger en PDF</ButtonLink>
        </ButtonGroup>
      </>,
      { breadcrumb: crumbsOf(card, 'Convention') },
    )
  },
})

/** The same on one sheet, tagged. */
export const immersionAgreementPdf = memberPage({
  path: '/immersions/:id/convention.pdf',
  allowed: mayReadContracts,
  async get(request) {
    const found = await contentFor(request)
    if (!found) return notFoundReply
    const page = `${immersionHref(found.card.immersion.id)}/convention`
    return pdfReply({
      template: TEMPLATE,
      data: found.content,
      name: 'convention-immersion.pdf',
      page,
      breadcrumb: crumbsOf(found.card, 'Convention'),
    })
  },
})
