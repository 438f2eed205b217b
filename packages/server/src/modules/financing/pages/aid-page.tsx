import { frenchDate, monthOf } from '@maillage/kernel'
import { annexEnd, annexMeasureLabels } from '@maillage/rules/agreements'
import { EmptyState, InsetText, withQuery } from '@maillage/ui'
import { memberPage } from '../../../platform/http/page.ts'
import { text } from '../../../platform/http/page-request.ts'
import { notFoundReply, show } from '../../../platform/http/reply.ts'
import { mayReadOwn, mayReadTerritory, type StandingAnnex } from '../../agreements/index.ts'
import { mayReadMonths, monthHref } from '../../employment/index.ts'
import { type AidMonthRow, aidMonths, type MonthStanding } from '../aid-months.ts'
import { consumptionSentence, fte, money } from '../aid-words.fr.ts'
import { AnnexFigures } from '../components/annex-figures.tsx'
import { AwaitingSection } from '../components/awaiting-section.tsx'
import { ChangesSection } from '../components/changes-section.tsx'
import { MonthTable } from '../components/month-table.tsx'
import { PaymentCalendar } from '../components/payment-calendar.tsx'
import { ProjectionSection } from '../components/projection-section.tsx'
import type { AnnexYear } from '../model.ts'
import { type AidGround, aidGround } from './aid-ground.ts'

const VALIDATED: ReadonlySet<MonthStanding> = new Set(['said', 'reopened', 'unpriced'] as const)

const titleOf = ({ recorded: { number, annex } }: AnnexYear<StandingAnnex>) =>
  `${number ? `Annexe ${number}` : 'Annexe'} du ${frenchDate(annex.period.first)} au ${frenchDate(annexEnd(annex))}`

/** The whole in a sentence, before any figure. */
function inWords({ aid, consumption }: AnnexYear): string | undefined {
  if (!aid || aid.value.state === 'awaiting-annex' || consumption.state === 'nothing-declared') return undefined
  const { agreed, realised, counted, amount, byState, byDepartement } = aid.value
  const shares = byDepartement === 0 ? 'entièrement de l’État' : `${money(byState)} de l’État et ${money(byDepartement)} du Département`
  return `L’annexe ouvre ${fte(agreed)}\u00a0ETP. Les mois validés en réalisent ${fte(realised)}, dont ${fte(counted)} comptés. L’aide estimée est de ${money(amount)}, ${shares}.`
}

function AnnexSection({
  ground,
  of,
  here,
  isAsked,
  sheetHref,
}: {
  readonly ground: AidGround
  readonly of: AnnexYear<StandingAnnex>
  readonly here: string
  readonly isAsked: boolean
  readonly sheetHref: (row: AidMonthRow) => string | undefined
}) {
  const { aid, law, today } = ground
  const words = inWords(of)
  const id = `annexe-${of.recorded.id}`
  return (
    <section aria-labelledby={id}>
      <h2 class="govuk-heading-m" id={id}>
        {titleOf(of)}
      </h2>
      {of.recorded.annex.measure === 'common' ? null : <p class="govuk-body">{annexMeasureLabels[of.recorded.annex.measure]}</p>}
      {words ? <p class="govuk-body">{words}</p> : null}
      <p class="govuk-body">{consumptionSentence(of.consumption, (month) => month < monthOf(today))}</p>
      {of.aid === null ? (
        <ProjectionSection
          law={law}
          kind={aid.siae.kind}
          of={of}
          year={aid.year}
          href={withQuery(here, {}, { annee: String(aid.year), projection: 'oui' })}
          isAsked={isAsked}
        />
      ) : null}
      <AnnexFigures law={law} today={today} of={of} />
      <MonthTable rows={aidMonths(law, of, { ...aid, today })} sheetHref={sheetHref} />
      <PaymentCalendar law={law} of={of} />
    </section>
  )
}

function Years({ here, year, siaeId }: { readonly here: string; readonly year: number; readonly siaeId: string }) {
  return (
    <p class="govuk-body">
      <a class="govuk-link" href={`${here}?annee=${year - 1}`}>
        Voir {year - 1}
      </a>
      {' · '}
      <a class="govuk-link" href={`${here}?annee=${year + 1}`}>
        Voir {year + 1}
      </a>
      {' · '}
      <a class="govuk-link" href={`${here}.csv?annee=${year}`} download>
        Télécharger l’année
      </a>
      {' · '}
      <a class="govuk-link" href={`/conventions/${siaeId}`}>
        Convention et annexes
      </a>
      {' · '}
      <a class="govuk-link" href={`/observatoire/structure/${siaeId}?periode=${year}`}>
        Chiffres de la structure
      </a>
    </p>
  )
}

/** What the aid of a structure should be, month by month, from what it validated and what the State signed. Never the modulated part. */
export const aidPage = memberPage({
  path: '/structures/:siaeId/aide-au-poste',
  allowed: (actor) => mayReadTerritory(actor) || mayReadOwn(actor),
  async get(request) {
    const ground = await aidGround(request)
    if (!ground) return notFoundReply
    const { aid, statements, law } = ground
    const { siae, year } = aid
    const here = `/structures/${siae.id}/aide-au-poste`
    const isOwn = siae.organisationId === request.actor.hat.organisationId
    // From outside a month is read once it is validated; the structure opens its own up to today.
    const sheetHref = ({ month, standing }: AidMonthRow) =>
      mayReadMonths(request.actor) && (isOwn ? standing !== 'to-come' : VALIDATED.has(standing)) ? monthHref(siae.id, month) : undefined
    const isAsked = text(request.query, 'projection') === 'oui'
    return show(
      `Aide au poste ${year} : estimation`,
      <>
        <p class="govuk-caption-l">
          {siae.name} ({siae.kind})
        </p>
        <h1 class="govuk-heading-l">Aide au poste {year}&nbsp;: estimation</h1>
        <Years here={here} year={year} siaeId={siae.id} />
        <InsetText>
          Cette estimation part des mois validés par la structure et des annexes signées. L’Agence de services et de paiement (ASP) calcule
          et paie. La part modulée n’y est pas&nbsp;: le préfet la fixe une fois par an.
        </InsetText>
        {aid.annexes.map((of) => (
          <AnnexSection key={of.recorded.id} ground={ground} of={of} here={here} isAsked={isAsked} sheetHref={sheetHref} />
        ))}
        <AwaitingSection law={law} kind={siae.kind} departement={siae.territoryId.replace('departement-', '')} rows={aid.awaiting} />
        {aid.annexes.length === 0 && aid.awaiting.length === 0 ? (
          <EmptyState
            title={`Ni annexe ni heures validées en ${year}`}
            action={{ label: 'Voir la convention', href: `/conventions/${siae.id}` }}
          >
            L’aide se calcule à partir d’une annexe signée et de mois validés. Vérifiez l’année, ou la convention de la structure.
          </EmptyState>
        ) : (
          <ChangesSection statements={statements} />
        )}
      </>,
      {
        wide: true,
        breadcrumb: [
          { label: 'Accueil', href: '/' },
          mayReadTerritory(request.actor)
            ? { label: 'Conventions', href: '/conventions' }
            : { label: 'Ma convention', href: '/ma-convention' },
          { label: siae.name, href: `/conventions/${siae.id}` },
          { label: 'Aide au poste' },
        ],
      },
    )
  },
})
