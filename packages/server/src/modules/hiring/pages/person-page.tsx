import { type CalendarDate, frenchDate, plural } from '@maillage/kernel'
import { InsetText, Notification, SummaryList } from '@maillage/ui'
import type { ComponentChildren } from 'preact'
import type { ReadCtx } from '../../../platform/command/read.ts'
import { memberPage } from '../../../platform/http/page.ts'
import { recordId } from '../../../platform/http/record-id.ts'
import { goTo, notFoundReply, show } from '../../../platform/http/reply.ts'
import type { Member } from '../../../platform/http/slice.ts'
import { mayOrient } from '../../applications/index.ts'
import { diagnosesOf, EligibilityPanel, mayDiagnose } from '../../eligibility/index.ts'
import { mayReadContracts } from '../../employment/index.ts'
import { PassPanel, passSummary } from '../../pass-iae/index.ts'
import {
  bornWords,
  legalRepresentative,
  logReading,
  mayKeepFiles,
  mayReadContact,
  mayReadPeople,
  type PersonCard,
  personCard,
} from '../../people/index.ts'
import { maySeeRight } from '../policy.ts'
import { pathwayOf, type StayLine } from '../queries/pathway-of.ts'
import { Applications, Work } from './pathway-parts.tsx'

const MAJORITY = 18

interface Shown {
  readonly person: PersonCard
  readonly actor: Member
  readonly age: number | null
  /** Whether somebody is named who answers in law for a minor. */
  readonly represented: boolean
}

const Identity = ({ person, actor, age, represented }: Shown) => (
  <>
    <h1 class="govuk-heading-l">{person.displayName}</h1>
    {person.diedOn === null ? null : (
      <InsetText>
        Décès enregistré, le {frenchDate(person.diedOn)}. La fiche est fermée, plus aucun message ne part.{' '}
        <a href={`/personnes/${person.id}/deces`}>Ce que cela change</a>
      </InsetText>
    )}
    {person.diedOn === null && age !== null && age < MAJORITY && mayReadContact(actor) ? (
      <Notification kind="information" title={`Personne mineure\u00a0: ${plural(age, 'an')}`}>
        <p class="govuk-body">
          {represented
            ? 'Son représentant légal signe avec elle. '
            : 'Son représentant légal n’est pas renseigné\u00a0: il signe le contrat avec elle. '}
          {represented || !mayKeepFiles(actor) ? null : <a href={`/personnes/${person.id}/identite`}>Le renseigner</a>}
        </p>
        <p class="govuk-body">
          Au plus 8 heures par jour et 35 heures par semaine. Certains travaux sont interdits ou demandent une dérogation (machines
          dangereuses, hauteur, produits, travail de nuit)&nbsp;: Code du travail, art. L3162-1 et D4153-15 et suivants.
        </p>
      </Notification>
    ) : null}
    {person.state === 'provisional' ? (
      <Notification kind="warning" title="Fiche provisoire">
        <p class="govuk-body">
          Elle peut porter un contrat et des heures, jamais un PASS IAE, tant qu’on ne sait pas si une autre fiche de la personne existe.
        </p>
        {mayKeepFiles(actor) ? <a href={`/personnes/${person.id}/rattachement`}>Demander le rattachement</a> : null}
      </Notification>
    ) : null}
    <SummaryList
      rows={[
        {
          label: 'Naissance',
          value: `${bornWords(person.birth, person.sex)}${age === null ? '' : ` (${plural(age, 'an')})`}`,
          ...(mayKeepFiles(actor)
            ? { action: { label: 'Identité et contact', href: `/personnes/${person.id}/identite`, hidden: 'de la personne' } }
            : {}),
        },
        ...(mayReadContact(actor)
          ? [
              { label: 'Téléphone', value: person.phone },
              { label: 'Adresse e-mail', value: person.email },
              { label: 'Commune', value: person.commune?.name },
            ]
          : []),
        ...(mayKeepFiles(actor)
          ? [
              {
                label: 'Qui peut lire cette fiche',
                value: 'Votre équipe, et celles que la personne rencontre',
                action: { label: 'Voir les accès', href: `/personnes/${person.id}/acces`, hidden: 'à cette fiche' },
              },
              {
                label: 'Son espace',
                value: 'Ce que la personne voit et décide elle-même',
                action: { label: 'Donner accès', href: `/personnes/${person.id}/espace`, hidden: 'à son espace' },
              },
            ]
          : []),
      ]}
    />
    {mayKeepFiles(actor) ? (
      <p class="govuk-body">
        <a class="govuk-link" href={`/personnes/${person.id}/doublon`}>
          Signaler un doublon
        </a>
        , si une autre fiche est celle de la même personne.
      </p>
    ) : null}
  </>
)

const isMinor = (person: PersonCard, on: CalendarDate): boolean => {
  const age = person.ageOn(on)
  return age !== null && age < MAJORITY
}

/** What a higher slice says of the end of each stay of a person; read with the page. */
export type StayEnds = (ctx: ReadCtx & { readonly actor: Member }, personId: string) => Promise<(stay: StayLine) => ComponentChildren>

/** What a higher slice says of the accompaniment of a person; read with the page. */
export type FollowUp = (ctx: ReadCtx & { readonly actor: Member }, person: PersonCard) => Promise<ComponentChildren>

/**
 * The person: who, under which right, where they work, who was asked. What each reader sees is what their role and their team need. The screen is
 * ours; how a stay ends is told by the slice that records exits.
 */
export const personPage = (stayEnds: StayEnds, followUp: FollowUp) =>
  memberPage({
    path: '/personnes/:id',
    allowed: mayReadPeople,
    async get(request) {
      const { actor } = request
      const id = recordId(request.params['id'])
      const found =
        id &&
        (await request.read(async (ctx) => {
          const person = await personCard(ctx, id)
          if (!person || person.id !== id) return person && { joined: person.id }
          const eligibility = mayKeepFiles(actor) ? await diagnosesOf(ctx, id, person.circles) : undefined
          return {
            person,
            today: ctx.today,
            represented: isMinor(person, ctx.today) && mayReadContact(actor) && (await legalRepresentative(ctx, id)) !== undefined,
            eligibility,
            right: maySeeRight(actor) ? await passSummary(ctx, id, person.circles) : undefined,
            pathway: await pathwayOf(ctx, id),
            endOf: await stayEnds(ctx, id),
            followed: await followUp(ctx, person),
          }
        }))
      if (!found) return notFoundReply
      if ('joined' in found) return goTo(`/personnes/${found.joined}`)
      const { person, today, represented, right, eligibility, pathway, endOf, followed } = found
      logReading(request, person.id)
      return show(
        person.displayName,
        <>
          <Identity person={person} actor={actor} age={person.ageOn(today)} represented={represented} />
          {maySeeRight(actor) ? <PassPanel pass={right} provisional={person.state === 'provisional'} /> : null}
          {followed}
          <Work {...pathway} endOf={endOf} employs={mayReadContracts(actor)} />
          {mayKeepFiles(actor) ? (
            <Applications
              applications={pathway.applications}
              today={today}
              orientHref={mayOrient(actor) && person.diedOn === null ? `/orienter?personne=${person.id}` : null}
            />
          ) : null}
          {eligibility ? (
            <EligibilityPanel eligibility={eligibility} mayAdd={person.diedOn === null && mayDiagnose(actor, eligibility.circles)} />
          ) : null}
        </>,
        {
          wide: true,
          breadcrumb: [{ label: 'Accueil', href: '/' }, { label: 'Personnes', href: '/personnes' }, { label: person.displayName }],
        },
      )
    },
  })
