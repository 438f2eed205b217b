import { frenchDate } from '@maillage/kernel'
import { betraysByName } from '@maillage/rules/accompaniment'
import { Button, ButtonGroup, ButtonLink, Form, InsetText, SummaryList, Timeline } from '@maillage/ui'
import { memberPage } from '../../../platform/http/page.ts'
import { recordId } from '../../../platform/http/record-id.ts'
import { notFoundReply, show } from '../../../platform/http/reply.ts'
import { remarkPartner } from '../commands/remark-partner.ts'
import { PARTNER_EVENT_LABELS } from '../messages.fr.ts'
import { TO_CHECK_AGAIN } from '../model-partners.ts'
import { mayAccompany } from '../policy.ts'
import { findPartner, partnerHistory } from '../queries/partners.ts'
import { areasIn, PARTNERS } from './partners-page.tsx'

/** A partner: what they do, for whom, since when it is sure; those who accompany check it, correct it, or say what is wrong. */
export const partnerPage = memberPage({
  path: `${PARTNERS}/:id`,
  async get(request) {
    const id = recordId(request.params['id'])
    const found =
      id &&
      (await request.read(async (ctx) => {
        const partner = await findPartner(ctx, id)
        return partner && { partner, history: await partnerHistory(ctx, id), today: ctx.today }
      }))
    if (!found) return notFoundReply
    const { partner, history, today } = found
    const here = `${PARTNERS}/${partner.id}`
    const keeps = mayAccompany(request.actor)
    return show(
      partner.name,
      <>
        <h1 class="govuk-heading-l">{partner.name}</h1>
        {partner.closedOn === null ? null : <InsetText>Fermé depuis le {frenchDate(partner.closedOn)}.</InsetText>}
        {partner.mistakes > 0 ? (
          <InsetText>Une erreur est signalée, et n’est pas encore corrigée&nbsp;: voyez l’historique de la fiche.</InsetText>
        ) : partner.closedOn === null && today - partner.verifiedOn > TO_CHECK_AGAIN ? (
          <InsetText>Personne n’a vérifié cette fiche depuis plus d’un an.</InsetText>
        ) : null}
        <SummaryList
          rows={[
            { label: 'Ce qu’il fait', value: partner.does },
            { label: 'Domaines', value: areasIn(partner.areas) },
            { label: 'Où', value: [partner.address, partner.communeName].filter((each) => each !== null).join(', ') },
            { label: 'Accueille', value: `Les habitants : ${partner.servesName}` },
            { label: 'Téléphone', value: partner.phone },
            { label: 'Conditions', value: partner.conditions },
            { label: 'Vérifié', value: `Le ${frenchDate(partner.verifiedOn)}, par ${partner.verifiedBy}` },
          ]}
        />
        {keeps && partner.closedOn === null ? (
          <>
            {betraysByName(partner.areas) ? (
              <p class="govuk-body">
                Le nom de ce partenaire dirait la santé d’une personne, ou une affaire de justice&nbsp;: il ne s’écrit pas dans un acte.
              </p>
            ) : (
              <ButtonGroup>
                <ButtonLink href={`/actes/ajouter?partenaire=${partner.id}`}>Noter une démarche avec ce partenaire</ButtonLink>
              </ButtonGroup>
            )}
            <Form action={`${here}/verifier`} csrf={request.csrf} requestId={request.formId} state={{ values: {}, errors: [] }}>
              <ButtonGroup>
                <Button kind="secondary">Tout est juste, vérifié aujourd’hui</Button>
                <a class="govuk-link" href={`${here}/corriger`}>
                  Corriger la fiche
                </a>
                <a class="govuk-link" href={`${here}/signaler`}>
                  Signaler une erreur
                </a>
                <a class="govuk-link" href={`${here}/fermer`}>
                  Ce partenaire a fermé
                </a>
              </ButtonGroup>
            </Form>
          </>
        ) : keeps ? (
          <p class="govuk-body">
            <a class="govuk-link" href={`${here}/corriger`}>
              Il a rouvert&nbsp;: corriger la fiche
            </a>
          </p>
        ) : null}
        <h2 class="govuk-heading-m">Historique de la fiche</h2>
        <Timeline
          events={history.map(({ on, kind, said, organisation }) => ({
            date: on,
            title: PARTNER_EVENT_LABELS[kind],
            by: organisation,
            children: said === null ? null : <p class="govuk-body">{said}</p>,
          }))}
        />
      </>,
      { breadcrumb: [{ label: 'Accueil', href: '/' }, { label: 'Partenaires', href: PARTNERS }, { label: partner.name }] },
    )
  },
})

/** One press says that the sheet is right. */
export const verifyPartnerPage = memberPage({
  path: `${PARTNERS}/:id/verifier`,
  allowed: mayAccompany,
  async post(request) {
    const id = recordId(request.params['id'])
    if (id === undefined) return notFoundReply
    const result = await request.submit(remarkPartner, {
      input: { partnerId: id, kind: 'verified' },
      location: () => `${PARTNERS}/${id}`,
      notice: { kind: 'success', title: 'Fiche vérifiée', text: 'Merci pour les autres.' },
    })
    return result.reply ?? notFoundReply
  },
})
