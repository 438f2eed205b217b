import { frenchDate, frenchMonth, isoMonth, type Month, monthsLater, plural } from '@maillage/kernel'
import {
  ButtonGroup,
  ButtonLink,
  Checkboxes,
  type Column,
  DataTable,
  EmptyState,
  emptyForm,
  FilterForm,
  type FormState,
  InsetText,
  Notification,
  Select,
  withQuery,
} from '@maillage/ui'
import { memberPage } from '../../../platform/http/page.ts'
import { type FormBody, type PageRequest, text } from '../../../platform/http/page-request.ts'
import { notFoundReply, type Reply, show } from '../../../platform/http/reply.ts'
import type { Member } from '../../../platform/http/slice.ts'
import { mayReadOwn } from '../../agreements/index.ts'
import { correctHours } from '../commands/correct-hours.ts'
import { typeHours } from '../commands/type-hours.ts'
import { moment } from '../moment.fr.ts'
import { mayReadContracts, mayReadMonths, readsTotalsFromOutside } from '../policy.ts'
import type { TeamMember } from '../queries/month-team.ts'
import { knownHours } from '../store-months.ts'
import { ChangesTable } from './changes-table.tsx'
import { AboutMember, anomalySentence, HoursForm } from './hours-form.tsx'
import { monthHref } from './month-address.ts'
import { columnHours, DONE, hoursOfMonth, SheetTag, siteName, TotalsTable } from './month-parts.tsx'
import { type MonthScene, outsideScene, sceneOf } from './month-scene.ts'
import { freshLine, impossibleBoxes, inputOf, linesAgain, type SheetLine, sentLines, writtenLines } from './sheet-lines.ts'

const yearOf = (of: Month): string => isoMonth(of).slice(0, 4)

const READER = {
  draft: 'Brouillon : personne ne lit ces heures hors de la structure.',
  validated: 'Validé : l’administration et les financeurs lisent les totaux, jamais le nom d’une personne.',
  sent: 'Transmis : pour changer une heure, débloquez le mois avec un motif.',
  reopened: 'Débloqué : l’administration et les financeurs lisent toujours les totaux transmis, jusqu’à la prochaine validation.',
} as const

/** The team and the place of work that the address asks for; anything else is as if it were absent. */
function filtersOf(query: FormBody, { team, worksites }: Pick<MonthScene, 'team' | 'worksites'>) {
  const unit = team.find(({ unitId }) => unitId === text(query, 'equipe'))?.unitId ?? ''
  const site = worksites.find(({ id }) => id === text(query, 'site'))?.id ?? ''
  const leavers = text(query, 'sorties') === 'oui'
  const shows = (member: TeamMember) =>
    (unit === '' || member.unitId === unit) &&
    (site === '' || [...member.hours, ...member.contracts].some(({ worksiteId }) => worksiteId === site))
  return { unit, site, leavers, shows, active: [unit, site].filter(Boolean).length + (leavers ? 1 : 0) }
}

const Filters = ({ request, scene }: { readonly request: PageRequest<Member>; readonly scene: MonthScene }) => {
  const here = monthHref(scene.card.siae.id, scene.month)
  const form = { values: request.query, errors: [] }
  const units = [...new Map(scene.team.map(({ unitId, unitName }) => [unitId, unitName]))]
  return (
    <FilterForm action={here} active={filtersOf(request.query, scene).active}>
      <Select
        form={form}
        name="equipe"
        label="Équipe"
        placeholder="Toutes"
        options={units.map(([value, label]) => ({ value, label }))}
        optional
      />
      <Select
        form={form}
        name="site"
        label="Site"
        placeholder="Tous"
        options={scene.worksites.map(({ id, name }) => ({ value: id, label: name }))}
        optional
      />
      <Checkboxes
        form={form}
        name="sorties"
        label="Personnes sorties"
        choices={[{ value: 'oui', label: 'Montrer aussi les sorties des trois mois d’avant' }]}
        optional
      />
    </FilterForm>
  )
}

const Written = ({ scene, team, actor }: { readonly scene: MonthScene; readonly team: readonly TeamMember[]; readonly actor: Member }) => {
  const lines = team.flatMap((member) => member.hours.map((line) => ({ member, line })))
  const columns: readonly Column<(typeof lines)[number]>[] = [
    {
      key: 'nom',
      label: 'Personne',
      render: ({ member }) => (
        <>
          <a class="govuk-link" href={`/personnes/${member.personId}`}>
            {member.name}
          </a>
          <div class="m-entry-about">
            <AboutMember member={member} month={scene.month} linked={mayReadContracts(actor)} />
          </div>
        </>
      ),
    },
    ...(
      [
        ['paid', 'Heures payées'],
        ['worked', 'Heures travaillées'],
        ['accompaniment', 'Accompagnement'],
        ['clause', 'Clause d’insertion'],
      ] as const
    ).map(
      ([key, label]): Column<(typeof lines)[number]> => ({ key, label, align: 'end', render: ({ line }) => columnHours(line[key]) || '–' }),
    ),
    { key: 'site', label: 'Site', render: ({ line }) => siteName(scene.worksites, line.worksiteId) },
    ...(scene.card.anomalies.length === 0
      ? []
      : [
          {
            key: 'savoir',
            label: 'À savoir',
            long: true,
            render: ({ line }: (typeof lines)[number]) =>
              scene.card.anomalies
                .filter(({ stayId }) => stayId === line.stayId)
                .map((each) => anomalySentence(each))
                .join(' ') || 'Rien à signaler',
          },
        ]),
  ]
  return (
    <DataTable
      caption={`Heures ${hoursOfMonth(scene.month)}`}
      counted={['ligne', 'lignes']}
      columns={columns}
      rows={lines}
      rowKey={({ line }) => line.id}
      empty={<p class="govuk-body">Aucune heure à montrer.</p>}
    />
  )
}

const Acts = ({ scene, actor }: { readonly scene: MonthScene; readonly actor: Member }) => {
  const { card, month, mayValidate } = scene
  const { id } = card.siae
  const state = card.sheet?.state ?? 'draft'
  const under = (path: string) => monthHref(id, month, path)
  return (
    <ButtonGroup>
      {mayValidate && (state === 'draft' || state === 'reopened') ? (
        <ButtonLink kind={card.sheet ? 'primary' : 'secondary'} href={under('/valider')}>
          Valider le mois
        </ButtonLink>
      ) : null}
      {mayValidate && state === 'validated' ? <ButtonLink href={under('/transmettre')}>Transmettre</ButtonLink> : null}
      {mayValidate && state === 'validated' ? (
        <ButtonLink kind="secondary" href={under('/reprendre')}>
          Reprendre en brouillon
        </ButtonLink>
      ) : null}
      {mayValidate && state === 'sent' ? (
        <ButtonLink kind="secondary" href={under('/debloquer')}>
          Débloquer
        </ButtonLink>
      ) : null}
      <a class="govuk-link" href={under('/releve')}>
        Relevé à imprimer
      </a>
      <a class="govuk-link" href={under('/historique')}>
        Ce qui a changé
      </a>
      {state === 'draft' || state === 'reopened' ? (
        <a class="govuk-link" href={under('/coller')}>
          Coller depuis un tableur
        </a>
      ) : null}
      {scene.mayImport ? (
        <a class="govuk-link" href={under('/importer')}>
          Suivi mensuel : importer, produire
        </a>
      ) : null}
      <a class="govuk-link" href={under('/heures.csv?edition=referents')} download>
        Exporter (référents)
      </a>
      <a class="govuk-link" href={under('/heures.csv?edition=partenaires')} download>
        Exporter (partenaires)
      </a>
      {mayReadOwn(actor) ? (
        <a class="govuk-link" href={`/structures/${id}/aide-au-poste?annee=${yearOf(month)}`}>
          Aide au poste estimée
        </a>
      ) : null}
    </ButtonGroup>
  )
}

/** The last thing that was done to the month, and by whom: it is the first question about any total. */
const LastAct = ({ card, timeZone }: { readonly card: MonthScene['card']; readonly timeZone: string }) => {
  const [last] = card.acts
  if (!last) return null
  return (
    <p class="govuk-body">
      {DONE[last.transition]} le {moment(last.at, timeZone)} par {last.by ?? 'un membre de la structure'}
      {last.reason === null ? '.' : `, motif : « ${last.reason} ».`}
    </p>
  )
}

/** The month before and the one after: a sheet is rarely read alone. */
const Around = ({ siaeId, month, current }: { readonly siaeId: string; readonly month: Month; readonly current: Month }) => (
  <p class="govuk-body m-around">
    <a class="govuk-link" href={monthHref(siaeId, monthsLater(month, -1))}>
      ← {frenchMonth(monthsLater(month, -1))}
    </a>
    {month < current ? (
      <>
        {' · '}
        <a class="govuk-link" href={monthHref(siaeId, monthsLater(month, 1))}>
          {frenchMonth(monthsLater(month, 1))} →
        </a>
      </>
    ) : null}
  </p>
)

function sheet(request: PageRequest<Member>, scene: MonthScene, form: FormState, typed?: readonly SheetLine[]): Reply {
  const { card, month, totals, worksites } = scene
  const filters = filtersOf(request.query, scene)
  const shown = scene.team.filter(filters.shows)
  const narrowed = { ...scene, team: shown }
  const state = card.sheet?.state ?? 'missing'
  const open = state === 'missing' || state === 'draft' || state === 'reopened'
  const here = monthHref(card.siae.id, month)
  const lines = typed ?? writtenLines(shown)
  const held = card.anomalies.filter(
    ({ rule, stayId }) => rule === 'employment/hours-without-contract' && scene.team.some((member) => member.stayId === stayId),
  ).length
  return show(
    `Heures ${hoursOfMonth(month)}`,
    <>
      <p class="govuk-caption-l">{card.siae.name}</p>
      <h1 class="govuk-heading-l">
        Heures {hoursOfMonth(month)} <SheetTag state={state} />
      </h1>
      <p class="govuk-body">{READER[state === 'missing' ? 'draft' : state]}</p>
      <LastAct card={card} timeZone={request.actor.hat.timeZone} />
      <Around siaeId={card.siae.id} month={month} current={scene.current} />
      {held > 0 ? (
        <Notification kind="warning" title={`Heures sans contrat : ${plural(held, 'personne')}`}>
          Ces heures sont gardées, et ne sont pas payées tant que le contrat n’est pas réglé. Un travail qui continue sans contrat écrit
          peut être requalifié en CDI : la direction est alertée.
        </Notification>
      ) : null}
      {scene.moved ? (
        <Notification kind="warning" title="Les faits ont changé depuis la validation">
          Un contrat ou des heures ont changé : ces totaux ne seraient plus les mêmes aujourd’hui.{' '}
          {state === 'sent' ? 'Débloquez' : 'Reprenez'} le mois, puis validez-le de nouveau.
        </Notification>
      ) : null}
      {totals.length > 0 && state !== 'missing' ? (
        <TotalsTable
          caption={state === 'reopened' ? 'Totaux transmis avant le déblocage' : 'Totaux du mois'}
          totals={totals}
          worksites={worksites}
        />
      ) : null}
      {scene.corrections.length > 0 ? (
        <ChangesTable
          caption="Corrigé depuis la première validation"
          changes={scene.corrections}
          worksites={worksites}
          timeZone={request.actor.hat.timeZone}
          empty={null}
        />
      ) : null}
      <Acts scene={scene} actor={request.actor} />
      <Filters request={request} scene={scene} />
      {shown.length === 0 ? (
        <EmptyState title="Personne à montrer" {...(filters.active > 0 ? { action: { label: 'Effacer les filtres', href: here } } : {})}>
          {filters.active > 0
            ? 'Aucune personne ne correspond à ces filtres.'
            : 'Aucune personne de vos équipes n’est dans la structure ce mois-ci. Les personnes arrivent ici avec leur embauche.'}
        </EmptyState>
      ) : open ? (
        <>
          <InsetText>
            Laissez vide ce que vous ne savez pas ; écrivez 0 pour aucune heure. « 112,67 » et « 112&nbsp;h&nbsp;40 » se valent. Ce que
            propose le contrat n’est jamais enregistré à votre place.
          </InsetText>
          <HoursForm request={request} scene={narrowed} lines={lines} form={form} action={withQuery(here, request.query, {})} />
        </>
      ) : (
        <Written scene={narrowed} team={shown} actor={request.actor} />
      )}
    </>,
    {
      wide: true,
      errorCount: form.errors.length,
      breadcrumb: [
        { label: 'Accueil', href: '/' },
        { label: 'Heures', href: withQuery('/heures', {}, { structure: card.siae.id }) },
        { label: frenchMonth(month) },
      ],
    },
  )
}

/** What an officer reads: totals, once validated. */
async function fromOutside(request: PageRequest<Member>): Promise<Reply> {
  const scene = await outsideScene(request)
  if (!scene?.card.sheet) return notFoundReply
  const { card, month, totals, worksites, due } = scene
  return show(
    `Heures ${hoursOfMonth(month)}`,
    <>
      <p class="govuk-caption-l">
        {card.siae.name} · {card.siae.departement}
      </p>
      <h1 class="govuk-heading-l">
        Heures {hoursOfMonth(month)} <SheetTag state={card.sheet?.state ?? 'validated'} />
      </h1>
      <p class="govuk-body">
        Totaux validés par la structure. Ce mois était à valider au plus tard le {frenchDate(due)}. Les heures d’une personne ne se lisent
        pas ici.
      </p>
      {card.sheet?.state === 'reopened' ? (
        <InsetText>
          La structure corrige ce mois : voici ce qu’elle avait transmis. Les totaux changeront à sa prochaine validation.
        </InsetText>
      ) : null}
      <TotalsTable caption="Totaux du mois" totals={totals} worksites={worksites} />
      <ButtonGroup>
        <ButtonLink kind="secondary" href={`/structures/${card.siae.id}/aide-au-poste?annee=${yearOf(month)}`}>
          Voir l’aide au poste estimée
        </ButtonLink>
        <a class="govuk-link" href={`/conventions/${card.siae.id}`}>
          Convention et annexes
        </a>
        <a class="govuk-link" href={`/observatoire/structure/${card.siae.id}?periode=${yearOf(month)}`}>
          Chiffres de la structure
        </a>
      </ButtonGroup>
    </>,
    {
      wide: true,
      breadcrumb: [
        { label: 'Accueil', href: '/' },
        { label: 'Heures', href: withQuery('/heures', {}, { mois: isoMonth(month) }) },
        { label: card.siae.name },
      ],
    },
  )
}

const withLeavers = (request: PageRequest<Member>) => ({ withLeavers: text(request.query, 'sorties') === 'oui' })

/** The hours of a structure in a month: typed by its members, read as totals from outside. */
export const monthPage = memberPage({
  path: '/heures/:siaeId/:mois',
  allowed: mayReadMonths,
  async get(request) {
    if (readsTotalsFromOutside(request.actor)) return fromOutside(request)
    const scene = await sceneOf(request, withLeavers(request))
    return scene ? sheet(request, scene, emptyForm) : notFoundReply
  },
  async post(request) {
    const scene = await sceneOf(request, withLeavers(request))
    if (!scene) return notFoundReply
    const { card, month } = scene
    const sent = sentLines(request.form)
    const more = text(request.form, '_ligne')
    if (more !== '') {
      // Another place of work for somebody: what is typed is kept, nothing is written.
      const member = scene.team.find(({ stayId }) => stayId === more)
      const at = sent.findLastIndex(({ stayId }) => stayId === more) + 1
      const lines = member && at > 0 ? sent.toSpliced(at, 0, freshLine(member, '')) : sent
      return sheet(request, scene, { values: request.form, errors: [] }, lines)
    }
    const reopened = card.sheet?.state === 'reopened'
    const input = { siaeId: card.siae.id, month: isoMonth(month), rows: sent.map(inputOf), reason: text(request.form, 'reason') }
    const submission = {
      input,
      errors: impossibleBoxes(sent, month),
      location: () =>
        text(request.form, '_puis') === 'valider' && scene.mayValidate
          ? monthHref(card.siae.id, month, '/valider')
          : withQuery(monthHref(card.siae.id, month), request.query, {}),
      notice: ({ changed }: { readonly changed: number }) =>
        changed === 0
          ? { kind: 'information' as const, title: 'Aucune heure n’a changé' }
          : {
              kind: 'success' as const,
              title: reopened ? 'Corrections enregistrées' : 'Brouillon enregistré',
              text: `${plural(changed, 'ligne')} enregistrée${changed > 1 ? 's' : ''}.`,
            },
    }
    const result = reopened ? await request.submit(correctHours, submission) : await request.submit(typeHours, submission)
    if (result.reply) return result.reply
    // Read again: somebody may have written between our reading and our sending.
    const seen = sent.flatMap(({ hoursId, version }) =>
      /^[0-9a-f-]{36}$/.test(hoursId) && /^\d{1,9}$/.test(version) ? [{ hoursId, version: Number(version) }] : [],
    )
    const now = (await sceneOf(request, withLeavers(request))) ?? scene
    const known = await request.read((ctx) => knownHours(ctx, card.siae.id, month, seen))
    const lines = linesAgain(sent, now.team.filter(filtersOf(request.query, now).shows), known)
    return sheet(request, now, result.form, lines)
  },
})
