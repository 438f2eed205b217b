import { ButtonGroup, ButtonLink, SummaryList } from '@maillage/ui'
import { pdfReply } from '../../../platform/documents/pdf-reply.tsx'
import { memberPage } from '../../../platform/http/page.ts'
import type { PageRequest } from '../../../platform/http/page-request.ts'
import { recordId } from '../../../platform/http/record-id.ts'
import { notFoundReply, show } from '../../../platform/http/reply.ts'
import type { Member } from '../../../platform/http/slice.ts'
import { logReading, personCard } from '../../people/index.ts'
import { skillCertificateContent } from '../documents/skill-certificate-content.ts'
import { isAcquired } from '../model-skills.ts'
import { mayCertifySkills } from '../policy.ts'
import { skillsOf } from '../queries/skills-of.ts'
import { workedPeriods } from '../queries/worked-periods.ts'
import { crumbsOf, skillsHref } from './skills-in-address.ts'

const TEMPLATE = new URL('../documents/skill-certificate.typ', import.meta.url)

/** What may be certified of somebody; undefined when nothing may. Three statements. */
async function certified(request: PageRequest<Member>) {
  const id = recordId(request.params['id'])
  if (id === undefined) return undefined
  const found = await request.read(async (ctx) => {
    const periods = await workedPeriods(ctx, id)
    const card = periods.length > 0 ? await personCard(ctx, id) : undefined
    const skills = card ? await skillsOf(ctx, card.id) : []
    return card && skills.some(isAcquired) ? { card, periods, skills, today: ctx.today } : undefined
  })
  if (!found) return undefined
  logReading(request, found.card.id)
  const { organisationName } = request.actor.hat
  return { card: found.card, content: skillCertificateContent({ ...found, organisationName, demonstration: request.demonstration }) }
}

/** What somebody can do, on a page to print and sign. */
export const skillCertificatePage = memberPage({
  path: '/personnes/:id/competences/certificat',
  allowed: mayCertifySkills,
  async get(request) {
    const found = await certified(request)
    if (!found) return notFoundReply
    const { card, content } = found
    return show(
      content.title,
      <>
        <p class="govuk-caption-l">{content.issuer}</p>
        <h1 class="govuk-heading-l">{content.title}</h1>
        <SummaryList rows={content.rows} />
        {content.trades.map(({ name, skills }) => (
          <section key={name}>
            <h2 class="govuk-heading-m">{name}</h2>
            <SummaryList rows={skills} />
          </section>
        ))}
        <p class="govuk-body">{content.note}</p>
        {content.signatures.map((line) => (
          <div key={line} class="m-signed">
            <p class="govuk-body">{line} :</p>
            <p class="m-signature" />
          </div>
        ))}
        <p class="govuk-body">{content.foot}</p>
        <ButtonGroup>
          <ButtonLink kind="secondary" href={`${skillsHref(card.id)}/certificat.pdf`}>
            Télécharger en PDF
          </ButtonLink>
        </ButtonGroup>
      </>,
      { breadcrumb: crumbsOf(card, 'Compétences', 'Certificat') },
    )
  },
})

/** The same as a tagged PDF. */
export const skillCertificatePdf = memberPage({
  path: '/personnes/:id/competences/certificat.pdf',
  allowed: mayCertifySkills,
  async get(request) {
    const found = await certified(request)
    if (!found) return notFoundReply
    return pdfReply({
      template: TEMPLATE,
      data: found.content,
      name: 'certificat-de-competences.pdf',
      page: `${skillsHref(found.card.id)}/certificat`,
      breadcrumb: crumbsOf(found.card, 'Compétences', 'Certificat'),
    })
  },
})
