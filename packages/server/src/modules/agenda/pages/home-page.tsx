import { frenchShortDate, plural } from '@maillage/kernel'
import { ButtonGroup, ButtonLink, type Task, TaskList } from '@maillage/ui'
import type { Actor } from '../../../platform/command/actor.ts'
import { publicPage } from '../../../platform/http/page.ts'
import { goTo, show } from '../../../platform/http/reply.ts'
import {
  type LateStructure,
  lateMonthsInWords,
  lateStructures,
  monthsWaiting,
  nirRegister,
  readsTotalsFromOutside,
} from '../../employment/index.ts'
import { type HomeLink, homeLinks } from '../home-links.ts'
import { whatWaits } from '../queries/what-waits.ts'
import { waitingTasks } from '../waiting-tasks.ts'

const Doors = ({ links }: { readonly links: readonly HomeLink[] }) => (
  <ul class="m-doors">
    {links.map(({ href, title, text }) => (
      <li class="m-door" key={href}>
        <h2 class="m-door-title">
          <a class="m-door-link" href={href}>
            {title}
          </a>
        </h2>
        <p class="m-door-text">{text}</p>
      </li>
    ))}
  </ul>
)

const Enter = ({ demonstration }: { readonly demonstration: boolean }) =>
  demonstration ? (
    <ButtonGroup>
      <ButtonLink href="/demonstration">Entrer dans la démonstration</ButtonLink>
      <a class="govuk-link" href="/connexion">
        Se connecter avec un compte
      </a>
    </ButtonGroup>
  ) : (
    <ButtonLink href="/connexion">Se connecter</ButtonLink>
  )

const Visitor = ({ demonstration }: { readonly demonstration: boolean }) => (
  <>
    <h1 class="govuk-heading-xl">L’insertion d’un territoire, sur les mêmes faits</h1>
    <p class="govuk-body-l">
      Maillage réunit celles et ceux qui font l’insertion par l’activité économique&nbsp;: structures, prescripteurs, conseillers,
      financeurs, services de l’État. Ce que l’un sait n’est saisi qu’une fois, et sert à tous ceux qui ont le droit de le voir.
    </p>
    <Enter demonstration={demonstration} />
    <h2 class="govuk-heading-m">Sans compte, vous pouvez déjà</h2>
    <Doors links={homeLinks(null)} />
    <h2 class="govuk-heading-m">Ce que vous trouverez ici</h2>
    <ul class="govuk-list govuk-list--bullet">
      <li>Des droits qui suivent le métier et la date&nbsp;: on voit ce qu’il faut pour travailler, et rien de plus.</li>
      <li>
        Des règles lisibles&nbsp;:{' '}
        <a class="govuk-link" href="/droit">
          chaque chiffre du droit
        </a>{' '}
        porte ses dates et sa source.
      </li>
      <li>Des écrans simples, sur ordinateur ou sur téléphone, qui marchent aussi sans JavaScript.</li>
    </ul>
    <p class="govuk-body">
      La plateforme se construit&nbsp;: elle n’annonce que ce qui fonctionne. Elle ne remplace ni les emplois de l’inclusion, ni l’extranet
      de paiement.
    </p>
  </>
)

const Waiting = ({ tasks }: { readonly tasks: readonly Task[] }) => (
  <section aria-labelledby="attend">
    <h2 class="govuk-heading-m" id="attend">
      Ce qui vous attend
    </h2>
    {tasks.length === 0 ? <p class="govuk-body">Rien n’attend de réponse de votre part aujourd’hui.</p> : <TaskList tasks={tasks} />}
  </section>
)

const NAMED = 5

/** Who is late with their months, for whoever steers a territory: the longest wait first, the others behind a link. */
const Late = ({ late }: { readonly late: readonly LateStructure[] }) => (
  <section aria-labelledby="retards">
    <h2 class="govuk-heading-m" id="retards">
      Heures en retard
    </h2>
    {late.length === 0 ? (
      <p class="govuk-body">Toutes les structures de votre territoire ont validé leurs mois à temps.</p>
    ) : (
      <>
        <p class="govuk-body">
          {plural(late.length, 'structure a', 'structures ont')} au moins un mois en retard.{' '}
          <a class="govuk-link" href="/heures/retards">
            {late.length > NAMED ? `Voir les ${late.length} structures en retard` : 'Voir le détail'}
          </a>
        </p>
        <TaskList
          tasks={late.slice(0, NAMED).map((each) => ({
            label: `${each.siaeName} (${each.kind})`,
            href: `/structures/${each.siaeId}`,
            hint: `Heures à valider : ${lateMonthsInWords(each)}. Attendues le ${frenchShortDate(each.dueOn)}.`,
            state: { label: plural(each.months.length, 'mois en retard', 'mois en retard'), tone: 'attention' },
          }))}
        />
      </>
    )}
  </section>
)

interface MemberHome {
  readonly actor: Actor
  readonly tasks: readonly Task[]
  readonly late: readonly LateStructure[]
}

const Member = ({ actor, tasks, late }: MemberHome) => (
  <>
    {actor.hat ? <p class="govuk-caption-l">{actor.hat.organisationName}</p> : null}
    <h1 class="govuk-heading-l">Bonjour {actor.name}</h1>
    {actor.hat ? null : actor.administrator ? (
      <p class="govuk-body-l">
        Vous administrez la plateforme : vous n’ouvrez aucun dossier de personne. Pour agir au nom d’une organisation, il faut en être
        membre.
      </p>
    ) : (
      <p class="govuk-body-l">
        Votre compte n’est rattaché à aucune organisation aujourd’hui. Demandez à l’administrateur de votre organisation de vous ajouter. En
        attendant, ces pages sont ouvertes à tous.
      </p>
    )}
    {actor.hat || tasks.length > 0 ? (
      <>
        <Waiting tasks={tasks} />
        {readsTotalsFromOutside(actor) ? <Late late={late} /> : null}
        <h2 class="govuk-heading-m">Vos pages</h2>
      </>
    ) : null}
    <Doors links={homeLinks(actor).filter(({ consulted }) => actor.hat === null || !consulted)} />
    {actor.hat ? (
      <>
        <h2 class="govuk-heading-m">À consulter</h2>
        <Doors links={homeLinks(actor).filter(({ consulted }) => consulted)} />
      </>
    ) : null}
    {actor.hats.length > 1 ? (
      <p class="govuk-body">Vous avez {actor.hats.length} casquettes&nbsp;: changez-en depuis le menu en haut de page.</p>
    ) : null}
  </>
)

/** The first page: what Maillage is for a visitor, where to begin for a member. */
export const homePage = publicPage({
  path: '/',
  async get({ actor, demonstration, read }) {
    if (actor?.subject) return goTo('/mon-espace')
    if (!actor) return show('Accueil', <Visitor demonstration={demonstration} />, { wide: true })
    const { tasks, late } = await read(async (ctx) => ({
      tasks: waitingTasks(actor, await whatWaits(ctx), await monthsWaiting(ctx), await nirRegister(ctx)),
      late: await lateStructures(ctx),
    }))
    return show('Accueil', <Member actor={actor} tasks={tasks} late={late} />, { wide: true })
  },
})
