import { PLIE_INDICATORS, plieIndicatorLabels } from '@maillage/rules/exits'
import { Button, ButtonGroup, Form, type FormState, TextField } from '@maillage/ui'
import { memberPage } from '../../../platform/http/page.ts'
import { type PageRequest, text } from '../../../platform/http/page-request.ts'
import { recordId } from '../../../platform/http/record-id.ts'
import { notFoundReply, type Reply, show } from '../../../platform/http/reply.ts'
import type { Member } from '../../../platform/http/slice.ts'
import { type Employer, employer } from '../../employment/index.ts'
import { agreeRates } from '../commands/agree-rates.ts'
import { mayAgreeRates, mayReadExits } from '../policy.ts'
import { type AgreedRate, agreedRatesOf } from '../queries/agreed-rates-of.ts'
import { yearsUntil } from './exit-list-query.ts'

interface Scene {
  readonly siae: Employer
  readonly year: number
  readonly agreed: ReadonlyMap<(typeof PLIE_INDICATORS)[number], AgreedRate>
}

const ratesHref = ({ siae, year }: Scene) => `/sorties/taux?structure=${siae.id}&annee=${year}`
const formHref = ({ siae, year }: Scene) => `/structures/${siae.id}/taux-convenus/${year}`

async function sceneOf(request: PageRequest<Member>): Promise<Scene | undefined> {
  const id = recordId(request.params['id'])
  if (id === undefined) return undefined
  return request.read(async (ctx) => {
    const siae = await employer(ctx, id)
    const year = yearsUntil(ctx.today).find((each) => String(each) === request.params['year'])
    if (!siae || year === undefined || !mayAgreeRates(ctx.actor, siae)) return undefined
    return { siae, year, agreed: await agreedRatesOf(ctx, { siaeId: id, year }) }
  })
}

function ratesForm(request: PageRequest<Member>, scene: Scene, form: FormState): Reply {
  const { siae, year } = scene
  return show(
    'Taux convenus',
    <>
      <p class="govuk-caption-l">{siae.name}</p>
      <h1 class="govuk-heading-l">Taux convenus pour {year}</h1>
      <p class="govuk-body">
        Ce que la structure a convenu avec un PLIE ou un autre financeur. Une case vide veut dire qu’aucun taux n’est convenu. Ces taux se
        lisent à côté des résultats : ils ne changent aucun calcul.
      </p>
      <Form action={formHref(scene)} csrf={request.csrf} requestId={request.formId} state={form}>
        {PLIE_INDICATORS.map((measure) => (
          <TextField
            key={measure}
            form={form}
            name={measure}
            label={plieIndicatorLabels[measure]}
            suffix="%"
            width={3}
            inputmode="numeric"
            optional
          />
        ))}
        <TextField form={form} name="document" label="Accord où ces taux sont écrits" hint="Par exemple, Protocole PLIE 2026" width={30} />
        <ButtonGroup>
          <Button>Enregistrer les taux convenus</Button>
          <a class="govuk-link" href={ratesHref(scene)}>
            Ne rien enregistrer
          </a>
        </ButtonGroup>
      </Form>
    </>,
    {
      errorCount: form.errors.length,
      breadcrumb: [{ label: 'Sorties', href: '/sorties' }, { label: 'Taux', href: ratesHref(scene) }, { label: 'Taux convenus' }],
    },
  )
}

const written = ({ agreed }: Scene): FormState => ({
  values: {
    ...Object.fromEntries([...agreed].map(([measure, { percent }]) => [measure, String(percent)])),
    document: [...agreed.values()][0]?.document ?? '',
  },
  errors: [],
})

/** The rates agreed with a funder for a year: what the third column of the page of rates is held against. */
export const agreeRatesPage = memberPage({
  path: '/structures/:id/taux-convenus/:year',
  allowed: mayReadExits,
  async get(request) {
    const scene = await sceneOf(request)
    return scene ? ratesForm(request, scene, written(scene)) : notFoundReply
  },
  async post(request) {
    const scene = await sceneOf(request)
    if (!scene) return notFoundReply
    const result = await request.submit(agreeRates, {
      input: {
        siaeId: scene.siae.id,
        year: scene.year,
        document: text(request.form, 'document'),
        ...Object.fromEntries(PLIE_INDICATORS.map((measure) => [measure, text(request.form, measure)])),
      },
      location: () => ratesHref(scene),
      notice: { kind: 'success', title: 'Taux convenus enregistrés' },
    })
    return result.reply ?? ratesForm(request, scene, result.form)
  },
})
