import { type CalendarDate, frenchDate, frenchPercent, plural } from '@maillage/kernel'
import { type ExitRate, type ExitRates, type NotCounted, notCountedLabels } from '@maillage/rules/exits'
import { DataTable, EmptyState, Figure, Figures, Select, ViewForm, Why, type WhyStep } from '@maillage/ui'
import { memberPage } from '../../../platform/http/page.ts'
import { text } from '../../../platform/http/page-request.ts'
import { notFoundReply, show } from '../../../platform/http/reply.ts'
import { mySiaes } from '../../applications/index.ts'
import { mayAgreeRates, mayReadExits } from '../policy.ts'
import { agreedRatesOf } from '../queries/agreed-rates-of.ts'
import { exitsReadByFrames } from '../queries/exits-read-by-frames.ts'
import { daysOfYear, yearsUntil } from './exit-list-query.ts'
import { MISSING_WORDS } from './exit-words.tsx'
import { OtherFrames } from './frame-sections.tsx'

type Rates = ExitRates & { readonly recorded: number }

const percent = (share: number) => frenchPercent(share, 0)

const RATES = [
  ['dynamic', 'Sorties dynamiques', 'emploi durable, emploi de transition et sorties positives'],
  ['employment', 'Sorties en emploi', 'emploi durable et emploi de transition'],
  ['durable', 'Sorties en emploi durable', 'emploi durable'],
] as const

/** Counts, the interval, and the aim: a rate of a few people says little, and must say so. */
function Detail({ rate: { numerator, denominator, interval, target, state } }: { readonly rate: ExitRate }) {
  if (state === 'nobody') return <>Aucune sortie comptée dans l’année.</>
  return (
    <>
      {numerator} sur {plural(denominator, 'sortie comptée', 'sorties comptées')}
      {state === 'shown' && interval
        ? `. Avec si peu de personnes, le taux véritable se situe sans doute entre ${percent(interval.low)} et ${percent(interval.high)}`
        : ''}
      .{target === null ? '' : ` L’instruction vise ${target}\u00a0%.`}
    </>
  )
}

function stepsOf(rates: Rates, rate: ExitRate, classes: string): readonly WhyStep[] {
  const left = (Object.entries(rates.excluded) as [NotCounted, number][]).filter(([, count]) => count > 0)
  const lacking = (Object.entries(rates.undetermined) as [keyof typeof MISSING_WORDS, number][]).filter(([, count]) => count > 0)
  return [
    { sentence: 'Sorties enregistrées dans l’année, toutes équipes de la structure.', value: String(rates.recorded) },
    ...left.map(([why, count]) => ({ sentence: `Non comptées. ${notCountedLabels[why]}`, value: `− ${count}` })),
    ...lacking.map(([fact, count]) => ({ sentence: `À compléter : il manque ${MISSING_WORDS[fact]}.`, value: String(count) })),
    { sentence: 'Sorties comptées, dont rien ne manque.', value: String(rate.denominator) },
    { sentence: `Dont ${classes}.`, value: String(rate.numerator) },
    {
      sentence: 'Intervalle de Wilson à 95 % : deux structures dont les intervalles se recouvrent ne se distinguent pas.',
      ...(rate.interval ? { value: `${percent(rate.interval.low)} à ${percent(rate.interval.high)}` } : {}),
    },
  ]
}

function RateFigure({
  label,
  classes,
  rate,
  rates,
  today,
}: {
  label: string
  classes: string
  rate: ExitRate
  rates: Rates
  today: CalendarDate
}) {
  return (
    <Figure
      label={label}
      value={rate.state === 'shown' ? percent(rate.numerator / rate.denominator) : rate.state === 'nobody' ? '–' : undefined}
      unavailable={rate.state === 'too-few' ? 'too-few' : undefined}
      detail={<Detail rate={rate} />}
      why={
        <Why
          rule="Circulaire DGEFP n° 2008-21 du 10 décembre 2008"
          law={`Droit du ${frenchDate(today)}`}
          steps={stepsOf(rates, rate, classes)}
        />
      }
    />
  )
}

const LeftOut = ({ rates, year }: { readonly rates: Rates; readonly year: number }) => {
  const rows = (Object.entries(rates.excluded) as [NotCounted, number][]).filter(([, count]) => count > 0)
  return (
    <DataTable
      caption="Sorties non comptées, et pourquoi"
      counted={['raison', 'raisons']}
      rows={rows}
      rowKey={([why]) => why}
      columns={[
        {
          key: 'raison',
          label: 'Raison',
          render: ([why]) => (
            <a class="govuk-link" href={`/sorties?annee=${year}&comptee=${why}`}>
              {notCountedLabels[why]}
            </a>
          ),
        },
        { key: 'nombre', label: 'Sorties', align: 'end', render: ([, count]) => count },
      ]}
      empty={<EmptyState title="Aucune sortie écartée">Toutes les sorties complètes de l’année sont comptées.</EmptyState>}
    />
  )
}

/** The rates of a structure in a year, as the State counts them then as the others do, each with what it rests on and how sure it is. */
export const exitRatesPage = memberPage({
  path: '/sorties/taux',
  allowed: mayReadExits,
  async get({ query, read }) {
    const scene = await read(async (ctx) => {
      const siaes = await mySiaes(ctx)
      const siae = siaes.find(({ id }) => id === text(query, 'structure')) ?? siaes[0]
      const years = yearsUntil(ctx.today)
      const year = years.find((each) => String(each) === text(query, 'annee')) ?? years[0] ?? 0
      if (!siae) return undefined
      const found = await exitsReadByFrames(ctx, { siaeId: siae.id, ...daysOfYear(year) })
      const agreed = await agreedRatesOf(ctx, { siaeId: siae.id, year })
      const rates = { ...found.state, recorded: found.recorded }
      return {
        siaes,
        siae,
        years,
        year,
        today: ctx.today,
        law: ctx.law,
        rates,
        found,
        agreed,
        agrees: mayAgreeRates(ctx.actor, ctx.actor.hat),
      }
    })
    if (!scene) return notFoundReply
    const { siaes, siae, years, year, rates, today, law, found, agreed, agrees } = scene
    const form = { values: { structure: siae.id, annee: String(year) }, errors: [] }
    const lacking = rates.undetermined['length-of-contract-found'] + rates.undetermined.hours
    return show(
      'Taux de sortie',
      <>
        <p class="govuk-caption-l">{siae.name}</p>
        <h1 class="govuk-heading-l">Taux de sortie en {year}</h1>
        <p class="govuk-body">
          Ces taux portent sur toutes les sorties de la structure, quelle que soit l’équipe. Ils se lisent avec les gains de la personne et
          le contexte de la structure.
        </p>
        <ViewForm action="/sorties/taux">
          <Select
            form={form}
            name="annee"
            label="Année"
            placeholder={null}
            options={years.map((each) => ({ value: String(each), label: String(each) }))}
          />
          {siaes.length > 1 ? (
            <Select
              form={form}
              name="structure"
              label="Structure"
              placeholder={null}
              options={siaes.map(({ id, name }) => ({ value: id, label: name }))}
            />
          ) : null}
        </ViewForm>
        <Figures>
          {RATES.map(([key, label, classes]) => (
            <RateFigure key={key} label={label} classes={classes} rate={rates[key]} rates={rates} today={today} />
          ))}
        </Figures>
        {lacking === 0 ? null : (
          <p class="govuk-body">
            {plural(lacking, 'réponse')} {lacking > 1 ? 'manquent\u00a0: ces sorties n’entrent' : 'manque\u00a0: cette sortie n’entre'} dans
            aucun taux.{' '}
            <a class="govuk-link" href="/sorties/a-completer">
              {lacking > 1 ? 'Les compléter' : 'La compléter'}
            </a>
          </p>
        )}
        {rates.stayingInIae === 0 ? null : (
          <p class="govuk-body">
            Après {plural(rates.stayingInIae, 'sortie comptée', 'sorties comptées')}, la personne est encore dans l’IAE.
          </p>
        )}
        <LeftOut rates={rates} year={year} />
        <OtherFrames
          found={found}
          agreed={agreed}
          agreeHref={agrees ? `/structures/${siae.id}/taux-convenus/${year}` : undefined}
          law={law}
          today={today}
        />
      </>,
      { wide: true, breadcrumb: [{ label: 'Sorties', href: '/sorties' }, { label: 'Taux' }] },
    )
  },
})
