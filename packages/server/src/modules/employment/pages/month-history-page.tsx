import { frenchHours, frenchMonth } from '@maillage/kernel'
import type { SheetTransitionName } from '@maillage/rules/employment'
import { type Column, DataTable, EmptyState, Timeline } from '@maillage/ui'
import { legalDay } from '../../../platform/clock.ts'
import { memberPage } from '../../../platform/http/page.ts'
import { notFoundReply, show } from '../../../platform/http/reply.ts'
import { FIGURES, type HoursFigures } from '../model-months.ts'
import { moment } from '../moment.fr.ts'
import { mayReadMonths, mayTypeHours } from '../policy.ts'
import { type HoursChange, hoursHistory, type KnownTotal, knownTotals } from '../queries/hours-history.ts'
import { sheetCard } from '../queries/sheet-card.ts'
import { monthAddress, monthHref } from './month-address.ts'
import { hoursOfMonth, siteName } from './month-parts.tsx'

const DONE: Readonly<Record<SheetTransitionName, string>> = {
  validate: 'Mois validé',
  'take-back': 'Repris en brouillon',
  send: 'Mois transmis',
  reopen: 'Mois débloqué',
}

const WORDS: Readonly<Record<keyof HoursFigures, string>> = {
  paid: 'payées',
  worked: 'travaillées',
  accompaniment: 'd’accompagnement',
  clause: 'de clause',
}

/** `110,00 h payées, 98,00 h travaillées` */
const told = (figures: HoursFigures | null): string => {
  if (figures === null) return 'Aucune ligne'
  const known = FIGURES.flatMap((each) => {
    const hours = figures[each]
    return hours === null ? [] : [`${frenchHours(hours)} ${WORDS[each]}`]
  })
  return known.length === 0 ? 'Rien de connu' : known.join(', ')
}

/** What was done to a month, what was known at each validation, and every figure that changed. */
export const monthHistoryPage = memberPage({
  path: '/heures/:siaeId/:mois/historique',
  allowed: mayReadMonths,
  async get(request) {
    const asked = monthAddress(request)
    if (!asked) return notFoundReply
    const { siaeId, month } = asked
    const found = await request.read(async (ctx) => {
      const card = await sheetCard(ctx, siaeId, month)
      if (!card || !mayTypeHours(ctx.actor, card.siae)) return undefined
      return {
        card,
        changes: await hoursHistory(ctx, siaeId, month),
        totals: await knownTotals(ctx, siaeId, month),
      }
    })
    if (!found) return notFoundReply
    const { card, changes, totals } = found
    const { timeZone } = request.actor.hat
    const columns: readonly Column<HoursChange>[] = [
      { key: 'personne', label: 'Personne', render: ({ name }) => name },
      { key: 'site', label: 'Site', render: ({ worksiteId }) => siteName(card.worksites, worksiteId) },
      { key: 'avant', label: 'Avant', render: ({ before }) => told(before) },
      { key: 'apres', label: 'Après', render: ({ after }) => told(after) },
      { key: 'quand', label: 'Quand', render: ({ at }) => moment(at, timeZone) },
      { key: 'qui', label: 'Par', render: ({ by }) => by ?? 'Un membre de la structure' },
      { key: 'motif', label: 'Motif', render: ({ reason }) => reason ?? '' },
    ]
    const known: readonly Column<KnownTotal>[] = [
      { key: 'validation', label: 'Validation', render: ({ validation }) => `Nº ${validation}` },
      { key: 'comptees', label: 'Heures comptées', align: 'end', render: ({ counted }) => frenchHours(counted) },
      { key: 'retenues', label: 'Heures retenues', align: 'end', render: ({ heldBack }) => frenchHours(heldBack) },
      { key: 'depuis', label: 'Connu depuis le', render: ({ at }) => moment(at, timeZone) },
      {
        key: 'jusque',
        label: 'Jusqu’au',
        render: ({ until, withdrawn }) =>
          until === null ? 'Aujourd’hui' : `${moment(until, timeZone)}${withdrawn ? ', repris en brouillon' : ''}`,
      },
    ]
    return show(
      `Ce qui a changé : heures ${hoursOfMonth(month)}`,
      <>
        <p class="govuk-caption-l">
          {card.siae.name} · {frenchMonth(month)}
        </p>
        <h1 class="govuk-heading-l">Ce qui a changé</h1>
        <h2 class="govuk-heading-m">Les passages du mois</h2>
        {card.acts.length === 0 ? (
          <p class="govuk-body">Ce mois n’a pas encore été validé.</p>
        ) : (
          <Timeline
            events={card.acts.map(({ at, transition, by, reason }) => ({
              date: legalDay(at, timeZone),
              title: DONE[transition],
              by: by ?? 'Un membre de la structure',
              ...(reason === null ? {} : { reason }),
            }))}
          />
        )}
        {totals.length > 0 ? (
          <DataTable
            caption="Ce qui était connu à chaque validation"
            counted={['validation', 'validations']}
            columns={known}
            rows={totals}
            rowKey={({ validation }) => String(validation)}
            empty={null}
          />
        ) : null}
        <DataTable
          caption="Heures modifiées après leur première saisie"
          counted={['changement', 'changements']}
          columns={columns}
          rows={changes}
          rowKey={({ name, at, worksiteId }) => `${name} ${at.toString()} ${worksiteId}`}
          empty={
            <EmptyState title="Aucune heure n’a changé">
              Une heure corrigée apparaît ici avec l’ancienne valeur, la nouvelle, et qui l’a changée.
            </EmptyState>
          }
        />
      </>,
      {
        wide: true,
        breadcrumb: [
          { label: 'Accueil', href: '/' },
          { label: 'Heures', href: '/heures' },
          { label: `Heures ${hoursOfMonth(month)}`, href: monthHref(siaeId, month) },
          { label: 'Ce qui a changé' },
        ],
      },
    )
  },
})
