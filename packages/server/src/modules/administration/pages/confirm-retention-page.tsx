import { frenchDate } from '@maillage/kernel'
import { Button, ButtonGroup, emptyForm, Form, type FormState, HiddenField, SourceLine, SummaryList } from '@maillage/ui'
import type { Actor } from '../../../platform/command/actor.ts'
import { accountPage } from '../../../platform/http/page.ts'
import { type PageRequest, text } from '../../../platform/http/page-request.ts'
import { notFoundReply, type Reply, show } from '../../../platform/http/reply.ts'
import { confirmRetention } from '../commands/confirm-retention.ts'
import { mayOperate } from '../policy.ts'
import { type RetentionForecast, retentionForecasts } from '../queries/retention-forecast.ts'
import { RETENTION_WORDS } from '../retention-words.fr.ts'
import { dueWords, keptWords, RETENTION_PATH } from './retention-page.tsx'

async function forecastOf(request: PageRequest<Actor>): Promise<RetentionForecast | undefined> {
  if (!mayOperate(request.actor)) return undefined
  const forecasts = await request.read(retentionForecasts)
  return forecasts.find(({ rule }) => rule === request.params['rule'])
}

function confirmation(request: PageRequest<Actor>, forecast: RetentionForecast, form: FormState): Reply {
  const { rule, kept, source, cutoff, due, order } = forecast
  const { what, clock, effect, action } = RETENTION_WORDS[rule]
  return show(
    `Confirmer : ${what}`,
    <>
      <p class="govuk-caption-l">Conservation des données</p>
      <h1 class="govuk-heading-l">{what} : confirmer l’effacement</h1>
      <Form action={`${RETENTION_PATH}/${rule}`} csrf={request.csrf} requestId={request.formId} state={form}>
        <SummaryList
          rows={[
            { label: 'Ce qui est prévu', value: dueWords(forecast) },
            { label: 'Durée', value: keptWords(kept) },
            { label: 'Comptée depuis', value: clock },
            { label: 'Jusqu’à quel jour', value: `Ce qui a pris fin le ${frenchDate(cutoff)} ou avant` },
            { label: 'Source', value: <SourceLine source={source} /> },
            { label: action === 'effacé' ? 'Ce qui part' : 'Ce qui part, ce qui reste', value: effect },
          ]}
        />
        {due === 0 || order ? (
          <p class="govuk-body">
            {order ? 'Cet effacement est déjà confirmé.' : 'Il n’y a rien à confirmer aujourd’hui.'}{' '}
            <a class="govuk-link" href={RETENTION_PATH}>
              Revenir à la liste des règles
            </a>
          </p>
        ) : (
          <>
            <p class="govuk-body">
              <strong>Après la nuit, rien ne pourra être retrouvé, sauf dans une sauvegarde plus ancienne.</strong> Les gels et les
              contrôles en cours sont respectés.
            </p>
            <HiddenField name="counted" value={String(due)} />
            <ButtonGroup>
              <Button kind="warning">Confirmer pour cette nuit</Button>
              <a class="govuk-link" href={RETENTION_PATH}>
                Ne rien faire
              </a>
            </ButtonGroup>
          </>
        )}
      </Form>
    </>,
    {
      errorCount: form.errors.length,
      breadcrumb: [{ label: 'Accueil', href: '/' }, { label: 'Conservation des données', href: RETENTION_PATH }, { label: what }],
    },
  )
}

/** What one rule would erase, before somebody says yes. */
export const confirmRetentionPage = accountPage({
  path: `${RETENTION_PATH}/:rule`,
  async get(request) {
    const forecast = await forecastOf(request)
    return forecast ? confirmation(request, forecast, emptyForm) : notFoundReply
  },
  async post(request) {
    const forecast = await forecastOf(request)
    if (!forecast) return notFoundReply
    const result = await request.submit(confirmRetention, {
      input: { rule: forecast.rule, counted: text(request.form, 'counted') },
      location: () => RETENTION_PATH,
      notice: { kind: 'success', title: 'Confirmé : ce sera fait dans la nuit. Jusque-là, vous pouvez annuler.' },
    })
    return result.reply ?? confirmation(request, forecast, result.form)
  },
})
