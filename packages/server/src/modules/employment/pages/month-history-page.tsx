import { frenchHours, frenchMonth } from '@maillage/kernel'
import { type Column, DataTable, EmptyState, Timeline } from '@maillage/ui'
import { legalDay } from '../../../platform/clock.ts'
import { memberPage } from '../../../platform/http/page.ts'
import { notFoundReply, show } from '../../../platform/http/reply.ts'
import { moment } from '../moment.fr.ts'
import { mayReadMonths, mayTypeHours } from '../policy.ts'
import { hoursHistory, type KnownTotal, knownTotals } from '../queries/hours-history.ts'
import { sheetCard } from '../queries/sheet-card.ts'
import { ChangesTable } from './changes-table.tsx'
import { monthAddress, monthHref } from './month-address.ts'
import { DONE, hoursOfMonth } from './month-parts.tsx'

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
        <ChangesTable
          caption="Heures modifiées après leur première saisie"
          changes={changes}
          worksites={card.worksites}
          timeZone={timeZone}
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
