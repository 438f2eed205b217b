import { ButtonGroup, ButtonLink, InsetText, SummaryList, Timeline } from '@maillage/ui'
import type { Actor } from '../../../platform/command/actor.ts'
import { pdfReply } from '../../../platform/documents/pdf-reply.tsx'
import { memberPage } from '../../../platform/http/page.ts'
import { notFoundReply, show } from '../../../platform/http/reply.ts'
import { lifeOf } from '../components/pass-words.ts'
import { CERTIFICATE, certificateContent } from '../documents/certificate-content.ts'
import { type Circles, mayRead } from '../policy.ts'
import { crumbsOf, passGround } from './pass-ground.tsx'

const mayPrint = (_actor: Actor, circles: Circles) => mayRead(circles)

/** A page to print. It never stands for the State's certificate: a demonstration prints SPÉCIMEN, a service prints a summary. */
export const passCertificatePage = memberPage({
  path: '/pass/:id/attestation',
  async get(request) {
    const shown = await passGround(request, mayPrint)
    if (!shown) return notFoundReply
    const { title, warning, rows, foot } = certificateContent(shown)
    return show(
      title,
      <>
        <h1 class="govuk-heading-l">{title}</h1>
        <InsetText>{warning}</InsetText>
        <SummaryList rows={rows} />
        <ButtonGroup>
          <ButtonLink kind="secondary" href={`/pass/${shown.pass.id}/attestation.pdf`}>
            Télécharger en PDF
          </ButtonLink>
          <span class="govuk-hint">Une page, sans les motifs de suspension ni de prolongation.</span>
        </ButtonGroup>
        <h2 class="govuk-heading-m">La vie de ce PASS IAE</h2>
        <Timeline events={lifeOf(shown.summary)} />
        <p class="govuk-body">{foot}</p>
      </>,
      { breadcrumb: crumbsOf(shown, 'Version à imprimer') },
    )
  },
})

/** The same on one sheet, to keep or to hand over: a tagged PDF, without any reason. */
export const passCertificatePdf = memberPage({
  path: '/pass/:id/attestation.pdf',
  async get(request) {
    const shown = await passGround(request, mayPrint)
    if (!shown) return notFoundReply
    return pdfReply({
      template: CERTIFICATE,
      data: certificateContent(shown),
      name: shown.summary.issuerMode === 'demonstration' ? 'specimen-pass-iae.pdf' : 'recapitulatif-pass-iae.pdf',
      page: `/pass/${shown.pass.id}/attestation`,
      breadcrumb: crumbsOf(shown, 'Version à imprimer'),
    })
  },
})
