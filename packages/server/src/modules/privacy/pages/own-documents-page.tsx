import { pdfReply } from '../../../platform/documents/pdf-reply.tsx'
import { selfPage } from '../../../platform/http/page.ts'
import { notFoundReply, show } from '../../../platform/http/reply.ts'
import { CERTIFICATE, certificateContent } from '../../pass-iae/index.ts'
import { personCard } from '../../people/index.ts'
import { ownPass } from '../queries/own-pass.ts'
import { ownCrumbs } from './own-crumbs.ts'

const DOCUMENTS = [
  { href: '/mon-espace/livret', title: 'Mon livret', text: 'Où j’ai travaillé, ce que je veux, mes points forts. À imprimer.' },
  { href: '/mon-espace/attestation', title: 'Mon attestation d’heures', text: 'Pour France Travail, le Département ou la mission locale.' },
  {
    href: '/mon-espace/pass.pdf',
    title: 'Mon PASS IAE, en PDF',
    text: 'Son numéro et ses dates. Aucun motif n’y est écrit.',
    withPass: true,
  },
  { href: '/mon-espace/telecharger', title: 'Toutes mes données', text: 'Tout ce que la plateforme garde sur moi.' },
] as const

/** What the person prints or takes away. */
export const ownDocumentsPage = selfPage({
  path: '/mon-espace/documents',
  async get(request) {
    const pass = await request.read(ownPass)
    return show(
      'Mes documents',
      <>
        <h1 class="govuk-heading-xl">Mes documents</h1>
        <ul class="m-doors">
          {DOCUMENTS.filter((each) => pass !== undefined || !('withPass' in each)).map(({ href, title, text }) => (
            <li class="m-door" key={href}>
              <h2 class="m-door-title govuk-heading-m">
                <a class="m-door-link" href={href}>
                  {title}
                </a>
              </h2>
              <p class="m-door-text">{text}</p>
            </li>
          ))}
        </ul>
        <p class="govuk-body">Sur le téléphone ou l’ordinateur de quelqu’un d’autre, ne téléchargez pas&nbsp;: le fichier y resterait.</p>
        <p class="govuk-body">
          Vos contrats et vos bulletins de paie sont donnés par votre employeur. Ils ne sont pas gardés ici&nbsp;: demandez-les-lui.
        </p>
      </>,
      { breadcrumb: ownCrumbs('Mes documents') },
    )
  },
})

/** The right on one sheet, without any reason of a pause. */
export const ownPassPdf = selfPage({
  path: '/mon-espace/pass.pdf',
  async get(request) {
    const { personId } = request.actor.subject
    const found = await request.read(async (ctx) => {
      const summary = await ownPass(ctx)
      const person = summary && (await personCard(ctx, personId))
      return person && { person, summary, today: ctx.today }
    })
    if (!found) return notFoundReply
    const specimen = found.summary.issuerMode === 'demonstration'
    return pdfReply({
      template: CERTIFICATE,
      data: certificateContent(found),
      name: specimen ? 'specimen-pass-iae.pdf' : 'recapitulatif-pass-iae.pdf',
      page: '/mon-espace/droit',
      breadcrumb: ownCrumbs('Mon PASS IAE'),
    })
  },
})
