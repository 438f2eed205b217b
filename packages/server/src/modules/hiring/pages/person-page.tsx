import { plural } from '@maillage/kernel'
import { Notification, SummaryList } from '@maillage/ui'
import { memberPage } from '../../../platform/http/page.ts'
import { recordId } from '../../../platform/http/record-id.ts'
import { goTo, notFoundReply, show } from '../../../platform/http/reply.ts'
import type { Member } from '../../../platform/http/slice.ts'
import { mayOrient } from '../../applications/index.ts'
import { diagnosesOf, EligibilityPanel, mayDiagnose } from '../../eligibility/index.ts'
import { PassPanel, passSummary } from '../../pass-iae/index.ts'
import { bornWords, logReading, mayKeepFiles, mayReadContact, mayReadPeople, type PersonCard, personCard } from '../../people/index.ts'
import { maySeeRight } from '../policy.ts'
import { pathwayOf } from '../queries/pathway-of.ts'
import { Applications, Work } from './pathway-parts.tsx'

const Identity = ({ person, actor, age }: { readonly person: PersonCard; readonly actor: Member; readonly age: number | null }) => (
  <>
    <h1 class="govuk-heading-l">{person.displayName}</h1>
    {person.state === 'provisional' ? (
      <Notification kind="warning" title="Fiche provisoire">
        Elle peut porter un contrat et des heures, jamais un PASS IAE. Une autre fiche existe peut-être : demandez le rattachement depuis «
        Identité ».
      </Notification>
    ) : null}
    <SummaryList
      rows={[
        {
          label: 'Naissance',
          value: `${bornWords(person.birth, person.sex)}${age === null ? '' : ` (${plural(age, 'an')})`}`,
          action: { label: 'Identité', href: `/personnes/${person.id}/identite`, hidden: 'de la personne' },
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
            ]
          : []),
      ]}
    />
  </>
)

/** The person: who, under which right, where they work, who was asked. What each reader sees is what their role and their team need. */
export const personPage = memberPage({
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
        const keeps = mayKeepFiles(actor)
        return {
          person,
          today: ctx.today,
          right: maySeeRight(actor) ? await passSummary(ctx, id) : undefined,
          eligibility: keeps ? await diagnosesOf(ctx, id) : undefined,
          pathway: await pathwayOf(ctx, id),
        }
      }))
    if (!found) return notFoundReply
    if ('joined' in found) return goTo(`/personnes/${found.joined}`)
    const { person, today, right, eligibility, pathway } = found
    logReading(request, person.id)
    return show(
      person.displayName,
      <>
        <Identity person={person} actor={actor} age={person.ageOn(today)} />
        {maySeeRight(actor) ? <PassPanel pass={right} /> : null}
        <Work {...pathway} />
        {mayKeepFiles(actor) ? (
          <Applications
            applications={pathway.applications}
            today={today}
            orientHref={mayOrient(actor) ? `/orienter?personne=${person.id}` : null}
          />
        ) : null}
        {eligibility ? <EligibilityPanel eligibility={eligibility} mayAdd={mayDiagnose(actor, eligibility.circles)} /> : null}
      </>,
      {
        wide: true,
        breadcrumb: [{ label: 'Accueil', href: '/' }, { label: 'Personnes', href: '/personnes' }, { label: person.displayName }],
      },
    )
  },
})
