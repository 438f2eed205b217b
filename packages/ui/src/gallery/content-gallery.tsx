import { day } from '@maillage/kernel'
import { BackLink } from '../content/back-link.tsx'
import { Details } from '../content/details.tsx'
import { EmptyState } from '../content/empty-state.tsx'
import { InsetText } from '../content/inset-text.tsx'
import { Notification } from '../content/notification.tsx'
import { Progress } from '../content/progress.tsx'
import { SummaryList } from '../content/summary-list.tsx'
import { Tag } from '../content/tag.tsx'
import { TaskList } from '../content/task-list.tsx'
import { Timeline } from '../content/timeline.tsx'
import { Specimen } from './specimen.tsx'

const LONG =
  'Association intercommunale pour la réinsertion professionnelle et la transmission des savoir-faire du bâtiment ancien en Haute Vallée de l’Aude'

/** Everything that shows a content: messages, facts, tasks, history. */
export function ContentGallery() {
  return (
    <>
      <Specimen title="Messages">
        <Notification kind="success" title="La candidature est envoyée">
          La structure a un mois pour répondre. Sa réponse arrivera dans vos échéances.
        </Notification>
        <Notification kind="information" title="Les annexes de 2027 ne sont pas encore signées" />
        <Notification kind="warning" title="Trois personnes n’ont plus de référent">
          <a href="/design">Désigner un référent</a>
        </Notification>
      </Specimen>
      <Specimen title="États">
        <p>
          <Tag>Brouillon</Tag> <Tag tone="positive">Validé</Tag> <Tag tone="attention">À compléter</Tag> <Tag tone="alert">En retard</Tag>{' '}
          <Tag tone="info">Transmis</Tag>
        </p>
      </Specimen>
      <Specimen title="Liste de faits">
        <SummaryList
          rows={[
            { label: 'Structure', value: LONG, action: { label: 'Modifier', href: '/design', hidden: 'la structure' } },
            { label: 'PASS IAE', value: '11000 26 00042' },
            { label: 'Référent', value: null, action: { label: 'Désigner', href: '/design', hidden: 'un référent' } },
          ]}
        />
        <SummaryList
          rows={[
            { label: 'Début du contrat', value: '3 mars 2026' },
            { label: 'Durée', value: '26\u00a0h par semaine' },
          ]}
        />
      </Specimen>
      <Specimen title="Tâches">
        <TaskList
          tasks={[
            {
              label: 'État mensuel d’octobre',
              href: '/design',
              hint: 'À transmettre avant le 30 novembre',
              state: { label: 'À valider', tone: 'attention' },
            },
            { label: LONG, href: '/design', state: { label: 'En retard de 12 jours', tone: 'alert' } },
            { label: 'Pièces de l’annexe financière', hint: 'S’ouvre après le dialogue de gestion', state: { label: 'Pas encore ouvert' } },
          ]}
        />
      </Specimen>
      <Specimen title="Rien à montrer">
        <EmptyState title="Aucune candidature en attente" action={{ label: 'Publier une offre', href: '/design' }}>
          Les prescripteurs voient vos postes ouverts. Quand ils proposeront une personne, elle apparaîtra ici.
        </EmptyState>
      </Specimen>
      <Specimen title="Historique">
        <Timeline
          events={[
            { date: day('2026-11-03'), title: 'PASS IAE repris', by: 'Régie du Minervois' },
            { date: day('2026-06-15'), title: 'PASS IAE suspendu', by: 'Régie du Minervois', reason: 'congé de maternité' },
            { date: day('2025-03-01'), title: 'PASS IAE délivré', by: 'Mission locale du Grand Narbonne' },
          ]}
        />
      </Specimen>
      <Specimen title="Avancement">
        <Progress done={1240} total={4000} label="lignes reprises" />
        <Progress done={0} total={12} label="comptes rendus reçus" />
        <Progress done={12} total={12} label="voix exprimées" />
      </Specimen>
      <Specimen title="Texte à part, détails, retour">
        <BackLink href="/design" />
        <InsetText>Le PASS IAE appartient à la personne&nbsp;: il la suit d’une structure à l’autre.</InsetText>
        <Details summary="Qui peut lire cette note">
          <p>Vous seule. La plateforme ne la partage jamais&#8239;; la personne peut demander à la lire.</p>
        </Details>
        <Details summary="Détails ouverts" open>
          <p>Ce texte est visible dès l’arrivée sur la page.</p>
        </Details>
      </Specimen>
    </>
  )
}
