import { InsetText } from '@maillage/ui'
import { publicPage } from '../../../platform/http/page.ts'
import { show } from '../../../platform/http/reply.ts'

const Demonstration = () => (
  <InsetText>
    Ceci est une démonstration. Les structures et les personnes sont inventées&nbsp;; des administrations réelles y sont nommées pour que
    l’exemple soit compris, mais elles n’y ont aucune part. Toute ressemblance avec une personne réelle serait fortuite.
  </InsetText>
)

/** Who answers for this service, and what it is made of. */
export const legalNoticePage = publicPage({
  path: '/mentions-legales',
  get: async ({ demonstration }) =>
    show(
      'Mentions légales',
      <>
        <h1 class="govuk-heading-l">Mentions légales</h1>
        {demonstration ? <Demonstration /> : null}
        <h2 class="govuk-heading-m">Éditeur et hébergeur</h2>
        <p class="govuk-body">
          Maillage est un logiciel&nbsp;: chaque organisme qui l’installe édite son propre service et en répond. Les noms de l’éditeur, du
          directeur de la publication et de l’hébergeur de ce service ne sont pas encore renseignés.
          {demonstration
            ? ' Un service ouvert au public doit les afficher (loi du 21 juin 2004 pour la confiance dans l’économie numérique), une démonstration mise en ligne aussi.'
            : ' Ils doivent l’être avant l’ouverture au public (loi du 21 juin 2004 pour la confiance dans l’économie numérique).'}
        </p>
        <h2 class="govuk-heading-m">Ce que ce service n’est pas</h2>
        <p class="govuk-body">
          Maillage n’est pas un service de l’État. Le PASS IAE est délivré par les emplois de l’inclusion, et les aides au poste sont payées
          par l’Agence de services et de paiement. Un document imprimé depuis une démonstration n’a aucune valeur.
        </p>
        <h2 class="govuk-heading-m">Logiciel libre</h2>
        <p class="govuk-body">
          Le code est publié sous licence AGPL&nbsp;3.0&nbsp;: chacun peut le lire et le modifier. L’organisme qui exploite ce service doit
          donner, à qui l’utilise et le demande, le code de la version en fonction. Les styles reprennent des parties de govuk-frontend
          (licence MIT, © Crown Copyright). La police Atkinson Hyperlegible Next est publiée sous licence SIL Open Font.
        </p>
        <h2 class="govuk-heading-m">Données publiques</h2>
        <p class="govuk-body">
          Les communes, départements, régions et intercommunalités viennent du découpage administratif publié par Etalab d’après l’Insee,
          sous Licence Ouverte. Les{' '}
          <a class="govuk-link" href="/droit">
            chiffres du droit
          </a>{' '}
          sont affichés avec leur source et leur degré de certitude&nbsp;: en cas de doute, le texte officiel fait foi.
        </p>
      </>,
      { breadcrumb: [{ label: 'Accueil', href: '/' }, { label: 'Mentions légales' }] },
    ),
})
