import { frenchDate, plural, type Source } from '@maillage/kernel'
import { leftBehindKeptFor, noteKeptFor } from '@maillage/rules/accompaniment'
import { accessKeptFor } from '@maillage/rules/administration'
import {
  Button,
  ButtonLink,
  DataTable,
  EmptyState,
  ErrorSummary,
  emptyForm,
  Form,
  type FormState,
  InsetText,
  SourceLine,
  Tag,
} from '@maillage/ui'
import { legalDay } from '../../../platform/clock.ts'
import type { Actor } from '../../../platform/command/actor.ts'
import { PARIS } from '../../../platform/command/context.ts'
import { accountPage } from '../../../platform/http/page.ts'
import type { PageRequest } from '../../../platform/http/page-request.ts'
import { recordId } from '../../../platform/http/record-id.ts'
import { notFoundReply, type Reply, show } from '../../../platform/http/reply.ts'
import { withdrawRetention } from '../commands/withdraw-retention.ts'
import { mayOperate } from '../policy.ts'
import { currentHolds, type Hold } from '../queries/current-holds.ts'
import { type RetentionForecast, retentionForecasts } from '../queries/retention-forecast.ts'
import { ENDED_ACCESS_WORDS, LEFT_BEHIND_WORDS, NOTE_WORDS, RETENTION_WORDS } from '../retention-words.fr.ts'

/** Where the retention of data is read and confirmed. */
export const RETENTION_PATH = '/administration/conservation'

const dayOf = (instant: Temporal.Instant) => frenchDate(legalDay(instant, PARIS))

export const keptWords = ({ unit, count }: RetentionForecast['kept']) =>
  unit === 'months' ? plural(count, 'mois', 'mois') : plural(count, 'jour')

/** What the next night would do, in one sentence. */
export function dueWords({ rule, due, held }: Pick<RetentionForecast, 'rule' | 'due' | 'held'>): string {
  const { counted, action } = RETENTION_WORDS[rule]
  const words = action === 'effacé' ? (['à effacer', 'à effacer'] as const) : (['à rendre anonyme', 'à rendre anonymes'] as const)
  const done = due === 0 ? 'Rien à faire' : `${plural(due, ...counted)} ${due === 1 ? words[0] : words[1]}`
  return held === 0 ? done : `${done} ; ${plural(held, 'autre retenu', 'autres retenus')} par un gel ou un contrôle`
}

function State({ forecast, request: { csrf, formId } }: { readonly forecast: RetentionForecast; readonly request: PageRequest<Actor> }) {
  const { rule, due, order, lastDone } = forecast
  const { what, counted } = RETENTION_WORDS[rule]
  if (order)
    return (
      <>
        <Tag tone="info">Confirmé</Tag> {plural(order.counted, ...counted)}, le {dayOf(order.confirmedAt)}. Ce sera fait dans la nuit.
        <Form action={`${RETENTION_PATH}/ordres/${order.id}/annuler`} csrf={csrf} requestId={formId} state={emptyForm}>
          <Button kind="secondary">
            Annuler<span class="govuk-visually-hidden">{` : ${what}`}</span>
          </Button>
        </Form>
      </>
    )
  return (
    <>
      {due > 0 ? (
        <a class="govuk-link" href={`${RETENTION_PATH}/${rule}`}>
          Vérifier et confirmer<span class="govuk-visually-hidden">{` : ${what}`}</span>
        </a>
      ) : null}
      {lastDone ? (
        <>
          {due > 0 ? <br /> : null}Dernier passage le {dayOf(lastDone.at)} : {plural(lastDone.count, ...counted)}.
        </>
      ) : due > 0 ? null : (
        'Jamais appliqué'
      )}
    </>
  )
}

const Rules = ({ forecasts, request }: { readonly forecasts: readonly RetentionForecast[]; readonly request: PageRequest<Actor> }) => (
  <DataTable<RetentionForecast>
    caption="Ce qui est gardé, combien de temps, et pourquoi"
    counted={['règle', 'règles']}
    rows={forecasts}
    rowKey={({ rule }) => rule}
    columns={[
      { key: 'quoi', label: 'Donnée', render: ({ rule }) => RETENTION_WORDS[rule].what },
      { key: 'duree', label: 'Gardée', render: ({ kept }) => keptWords(kept) },
      { key: 'depuis', label: 'Compté depuis', render: ({ rule }) => RETENTION_WORDS[rule].clock },
      { key: 'source', label: 'Source', render: ({ source }) => <SourceLine source={source} /> },
      { key: 'prevu', label: 'Aujourd’hui', render: dueWords },
      { key: 'etat', label: 'État', render: (forecast) => <State forecast={forecast} request={request} /> },
    ]}
    empty={null}
  />
)

interface ByItself {
  readonly what: string
  readonly kept: RetentionForecast['kept']
  readonly clock: string
  readonly source: Source
}

interface Nightly {
  readonly caption: string
  readonly lines: readonly ByItself[]
  /** What the first two columns hold. */
  readonly columns: readonly [what: string, kept: string]
}

/** What each night does without being asked. */
const EachNight = ({ caption, lines, columns: [whatLabel, keptLabel] }: Nightly) => (
  <DataTable<ByItself>
    caption={caption}
    counted={['règle', 'règles']}
    rows={lines}
    rowKey={({ what }) => what}
    columns={[
      { key: 'quoi', label: whatLabel, render: ({ what }) => what },
      { key: 'duree', label: keptLabel, render: ({ kept }) => keptWords(kept) },
      { key: 'depuis', label: 'Compté depuis', render: ({ clock }) => clock },
      { key: 'source', label: 'Source', render: ({ source }) => <SourceLine source={source} /> },
    ]}
    empty={null}
  />
)

const Holds = ({ holds }: { readonly holds: readonly Hold[] }) => (
  <>
    <DataTable<Hold>
      caption="Gels de l’effacement"
      counted={['gel', 'gels']}
      rows={holds}
      rowKey={({ id }) => id}
      columns={[
        { key: 'organisation', label: 'Organisation', render: ({ organisationName }) => organisationName },
        { key: 'raison', label: 'Raison', render: ({ reason }) => reason },
        { key: 'quand', label: 'Période', render: ({ first, last }) => `du ${frenchDate(first)} au ${frenchDate(last)}` },
      ]}
      empty={
        <EmptyState title="Aucun gel en cours">
          Un contrôle ou un contentieux peut demander que rien ne soit effacé des personnes d’une organisation, pour un temps.
        </EmptyState>
      }
    />
    <p class="govuk-body">
      <ButtonLink kind="secondary" href={`${RETENTION_PATH}/gel`}>
        Geler l’effacement d’une organisation
      </ButtonLink>
    </p>
  </>
)

async function list(request: PageRequest<Actor>, form: FormState): Promise<Reply> {
  const { forecasts, holds, closing, note, leftBehind } = await request.read(async (ctx) => ({
    forecasts: await retentionForecasts(ctx),
    holds: await currentHolds(ctx),
    closing: accessKeptFor(ctx.law, ctx.today),
    note: noteKeptFor(ctx.law, ctx.today),
    leftBehind: leftBehindKeptFor(ctx.law, ctx.today),
  }))
  return show(
    'Conservation des données',
    <>
      <ErrorSummary state={form} />
      <h1 class="govuk-heading-l">Conservation des données</h1>
      <p class="govuk-body">
        Chaque règle dit ce qui est gardé, depuis quand, combien de temps et d’où vient cette durée. Les nombres sont ceux d’aujourd’hui.
      </p>
      <InsetText>
        De cette première liste, rien n’est effacé sans vous : confirmez une règle, la nuit suivante l’applique. Jusque-là, vous pouvez
        annuler. Ce qui a été enregistré ou gelé entre-temps n’est pas touché.
      </InsetText>
      <Rules forecasts={forecasts} request={request} />
      <EachNight
        caption="Ce qui s’efface chaque nuit, au jour annoncé à son auteur"
        columns={['Donnée', 'Gardée']}
        lines={[
          { ...NOTE_WORDS, kept: note.value, source: note.source },
          { ...LEFT_BEHIND_WORDS, kept: leftBehind.value, source: leftBehind.source },
        ]}
      />
      <EachNight
        caption="Ce qui se ferme chaque nuit, sans rien effacer"
        columns={['Accès', 'Ouvert']}
        lines={[{ ...ENDED_ACCESS_WORDS, kept: closing.value, source: closing.source }]}
      />
      <Holds holds={holds} />
      <p class="govuk-body">
        Le journal d’audit n’a pas de durée ici : il ne contient que des identifiants et des noms de champs, et sa durée reste à fixer par
        l’organisme qui exploite le service.
      </p>
    </>,
    { wide: true, errorCount: form.errors.length, breadcrumb: [{ label: 'Accueil', href: '/' }, { label: 'Conservation des données' }] },
  )
}

/** What is kept and how long; what the next night would erase; what holds it back. For administrators, who see counts and never people. */
export const retentionPage = accountPage({
  path: RETENTION_PATH,
  get: async (request) => (mayOperate(request.actor) ? list(request, emptyForm) : notFoundReply),
})

/** Takes back what was confirmed, before the night. */
export const withdrawRetentionPage = accountPage({
  path: `${RETENTION_PATH}/ordres/:id/annuler`,
  async post(request) {
    const orderId = recordId(request.params['id'])
    if (!orderId || !mayOperate(request.actor)) return notFoundReply
    const result = await request.submit(withdrawRetention, {
      input: { orderId },
      location: () => RETENTION_PATH,
      notice: { kind: 'success', title: 'Annulé : rien ne sera effacé par cette règle' },
    })
    return result.reply ?? list(request, result.form)
  },
})
