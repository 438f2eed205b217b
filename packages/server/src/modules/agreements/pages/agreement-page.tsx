import { type CalendarDate, day, frenchDate } from '@maillage/kernel'
import {
  Button,
  ButtonGroup,
  ButtonLink,
  DateField,
  EmptyState,
  errorsOf,
  type FormState,
  Notification,
  SummaryList,
  Tag,
} from '@maillage/ui'
import { dateInput } from '../../../platform/http/date-input.ts'
import { memberPage } from '../../../platform/http/page.ts'
import type { FormBody } from '../../../platform/http/page-request.ts'
import { notFoundReply, show } from '../../../platform/http/reply.ts'
import { KIND_LABELS } from '../../organisations/index.ts'
import { shownPeriod } from '../agreement-words.ts'
import { AnnexSection } from '../components/annex-section.tsx'
import type { AgreedSiae, RecordedAgreement } from '../model.ts'
import { mayReadOwn, mayReadTerritory } from '../policy.ts'
import { type AgreementGround, agreementGround, crumbsOf } from './agreement-ground.ts'

function readKnownOn(query: FormBody, today: CalendarDate): { readonly knownOn: CalendarDate | undefined; readonly form: FormState } {
  const { iso, errors } = dateInput(query, 'connu', 'la date')
  const knownOn = iso === undefined ? undefined : day(iso)
  const later = knownOn !== undefined && knownOn > today ? [{ field: 'connu', text: 'Choisissez aujourd’hui ou un jour passé.' }] : []
  return { knownOn: later.length > 0 ? undefined : knownOn, form: { values: query, errors: [...errors, ...later] } }
}

/** An agreement is about one structure: it does not outlive it, whatever day was signed. */
const endedWith = ({ open: { last } }: AgreedSiae, { period, cancellation }: RecordedAgreement) =>
  last !== null && last < period.last && !cancellation
    ? [
        {
          label: 'Prend fin le',
          value: `${frenchDate(last)}, dernier jour de la structure. Ses annexes n’ouvrent plus de poste après ce jour.`,
        },
      ]
    : []

function Agreements({
  siae,
  agreements,
  records,
}: {
  readonly siae: AgreedSiae
  readonly agreements: readonly RecordedAgreement[]
  readonly records: boolean
}) {
  return (
    <>
      {agreements.map((each) => (
        <SummaryList
          key={each.id}
          rows={[
            {
              label: 'Convention',
              value: (
                <>
                  {each.number ? `${each.number}, ` : null}
                  {shownPeriod(each.period)} {each.cancellation ? <Tag>Annulée</Tag> : null}
                </>
              ),
              ...(records && !each.cancellation
                ? {
                    action: { label: 'Annuler', href: `/conventions/${siae.id}/convention/${each.id}/annuler`, hidden: 'cette convention' },
                  }
                : {}),
            },
            { label: 'Signée le', value: frenchDate(each.signedOn) },
            ...endedWith(siae, each),
            ...(each.cancellation
              ? [{ label: 'Annulée', value: `Le ${frenchDate(each.cancellation.on)}. ${each.cancellation.reason}` }]
              : []),
          ]}
        />
      ))}
    </>
  )
}

function KnownOn({
  action,
  form,
  knownOn,
}: {
  readonly action: string
  readonly form: FormState
  readonly knownOn: CalendarDate | undefined
}) {
  return (
    <details class="m-filters" open={knownOn !== undefined || form.errors.length > 0}>
      <summary class="m-filters-summary">Ce qui était connu à une date</summary>
      <form class="m-filters-form" action={action} method="get">
        <DateField form={form} name="connu" label="Jour où l’on se place" hint="Seuls les actes signés ce jour-là sont pris en compte." />
        <div class="m-button-group">
          <Button kind="secondary">Voir ce jour-là</Button>
          {knownOn === undefined && errorsOf(form, 'connu').length === 0 ? null : (
            <a class="govuk-link" href={action}>
              Voir ce qui est connu aujourd’hui
            </a>
          )}
        </div>
      </form>
    </details>
  )
}

function Body({ ground, query }: { readonly ground: AgreementGround; readonly query: FormBody }) {
  const { siae, agreements, annexes, records, ctx } = ground
  const { knownOn, form } = readKnownOn(query, ctx.today)
  const here = `/conventions/${siae.id}`
  return (
    <>
      <p class="govuk-caption-l">
        {KIND_LABELS[siae.kind]} · {siae.organisationName} · {siae.departement}
      </p>
      <h1 class="govuk-heading-l">{siae.name}&nbsp;: convention et annexes</h1>
      {agreements.length === 0 ? (
        <EmptyState
          title="Aucune convention enregistrée"
          {...(records ? { action: { label: 'Enregistrer la convention', href: `${here}/enregistrer` } } : {})}
        >
          {records
            ? 'Enregistrez la convention signée par le préfet, puis ses annexes financières.'
            : 'Le service de l’État enregistre ici la convention et les annexes qu’il a signées.'}
        </EmptyState>
      ) : (
        <Agreements siae={siae} agreements={agreements} records={records} />
      )}
      <ButtonGroup>
        {annexes.length > 0 ? <ButtonLink href={`/structures/${siae.id}/aide-au-poste`}>Voir l’aide au poste estimée</ButtonLink> : null}
        {records && agreements.length > 0 ? (
          <>
            <ButtonLink kind="secondary" href={`${here}/signer`}>
              Enregistrer une annexe signée
            </ButtonLink>
            <a class="govuk-link" href={`${here}/enregistrer`}>
              Enregistrer une autre convention
            </a>
          </>
        ) : null}
        <a class="govuk-link" href={`/observatoire/structure/${siae.id}`}>
          Chiffres de la structure
        </a>
        <a class="govuk-link" href={`/structures/${siae.id}`}>
          Fiche de la structure
        </a>
      </ButtonGroup>
      {annexes.length > 0 ? <KnownOn action={here} form={form} knownOn={knownOn} /> : null}
      {knownOn === undefined ? null : (
        <Notification kind="information" title={`Ce qui était connu le ${frenchDate(knownOn)}`}>
          Les avenants signés après ce jour ne sont pas pris en compte.
        </Notification>
      )}
      {annexes.map((annex) => (
        <AnnexSection key={annex.id} law={ctx.law} annex={annex} knownOn={knownOn} records={records} />
      ))}
      {annexes.length === 0 && agreements.length > 0 ? (
        <EmptyState title="Aucune annexe enregistrée">
          Jusqu’à la signature d’une annexe, les mois travaillés sont «&nbsp;sans annexe&nbsp;»&nbsp;: leurs heures sont gardées, leur aide
          n’est pas nulle.
        </EmptyState>
      ) : null}
    </>
  )
}

/** What is agreed with one structure: for the State, the Département that funds, and the structure itself. */
export const agreementPage = memberPage({
  path: '/conventions/:siaeId',
  allowed: (actor) => mayReadTerritory(actor) || mayReadOwn(actor),
  async get(request) {
    const ground = await agreementGround(request)
    if (!ground) return notFoundReply
    return show(`${ground.siae.name} : convention et annexes`, <Body ground={ground} query={request.query} />, {
      wide: true,
      breadcrumb: crumbsOf(request, ground),
    })
  },
})
