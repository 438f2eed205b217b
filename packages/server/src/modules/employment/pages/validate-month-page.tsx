import { frenchMonth, isoMonth, plural } from '@maillage/kernel'
import {
  Button,
  ButtonGroup,
  Checkboxes,
  emptyForm,
  Form,
  type FormState,
  HiddenField,
  InsetText,
  Notification,
  typedValues,
} from '@maillage/ui'
import { memberPage } from '../../../platform/http/page.ts'
import { type PageRequest, text } from '../../../platform/http/page-request.ts'
import { goTo, notFoundReply, type Reply, show } from '../../../platform/http/reply.ts'
import type { Member } from '../../../platform/http/slice.ts'
import { validateMonth } from '../commands/validate-month.ts'
import { mayReadMonths, mayValidateMonths } from '../policy.ts'
import { monthLines } from '../queries/month-lines.ts'
import { monthTeam } from '../queries/month-team.ts'
import { sheetCard } from '../queries/sheet-card.ts'
import { printOf, totalMonth } from '../total-month.ts'
import { anomalySentence } from './hours-form.tsx'
import { monthAddress, monthHref } from './month-address.ts'
import { hoursOfMonth, TotalsTable } from './month-parts.tsx'

/** What will be read outside, and what still lacks, as it is now. */
async function confirmation(request: PageRequest<Member>) {
  const asked = monthAddress(request)
  if (!asked) return undefined
  const { siaeId, month } = asked
  return request.read(async (ctx) => {
    const card = await sheetCard(ctx, siaeId, month)
    if (!card || !mayValidateMonths(ctx.actor, card.siae)) return undefined
    const lines = await monthLines(ctx, siaeId, month)
    const { totals, missing } = totalMonth(ctx.law, card.siae.kind, month, lines)
    const names = new Map((await monthTeam(ctx, { siaeId, month })).map(({ stayId, name }) => [stayId, name]))
    const typed = new Set(lines.flatMap(({ stayId, hoursId }) => (hoursId === null ? [] : [stayId])))
    // In the order of the team, which is that of the names: a person is looked for in the list.
    const order = new Map([...names.keys()].map((stayId, rank) => [stayId, rank]))
    const sorted = missing.toSorted((a, b) => (order.get(a.stayId) ?? names.size) - (order.get(b.stayId) ?? names.size))
    const named = sorted.map(({ stayId, which }) => ({ stayId, which, name: names.get(stayId), started: typed.has(stayId) }))
    return { card, month, totals, missing: named, names, worksites: card.worksites }
  })
}
type Confirmation = NonNullable<Awaited<ReturnType<typeof confirmation>>>

const WHICH = { paid: 'payées', worked: 'travaillées' } as const

const Missing = ({ found, form, here }: { readonly found: Confirmation; readonly form: FormState; readonly here: string }) => {
  const { missing } = found
  if (missing.length === 0) return null
  const silent = missing.filter(({ name, started }) => name !== undefined && !started)
  const started = missing.filter(({ name, started: typed }) => name !== undefined && typed)
  const unseen = missing.filter(({ name }) => name === undefined).length
  return (
    <>
      <h2 class="govuk-heading-m">Il manque les heures de {plural(missing.length, 'personne')}</h2>
      <p class="govuk-body">
        <a class="govuk-link" href={here}>
          Saisissez-les
        </a>
        , ou dites une par une qui n’a fait aucune heure. Rien n’est supposé à votre place.
      </p>
      {started.length > 0 ? (
        <ul class="govuk-list govuk-list--bullet">
          {started.map(({ stayId, name, which }) => (
            <li key={stayId}>
              {name} : les heures {WHICH[which]} ne sont pas saisies, et ce sont elles qui comptent pour l’aide.
            </li>
          ))}
        </ul>
      ) : null}
      {unseen > 0 ? (
        <p class="govuk-body">
          {plural(unseen, 'personne')} d’une équipe que vous ne suivez pas : demandez à cette équipe de saisir ses heures.
        </p>
      ) : null}
      {silent.length > 0 ? (
        <Checkboxes
          form={form}
          name="noHours"
          label="Aucune heure dans le mois"
          choices={silent.map(({ stayId, name = '' }) => ({ value: stayId, label: name }))}
          optional
        />
      ) : null}
    </>
  )
}

function confirming(request: PageRequest<Member>, found: Confirmation, form: FormState): Reply {
  const { card, month, totals, worksites, names } = found
  const here = monthHref(card.siae.id, month)
  const rankOf = [...names.keys()]
  // One person’s points follow one another.
  const byPerson = card.anomalies.toSorted((a, b) => rankOf.indexOf(a.stayId) - rankOf.indexOf(b.stayId))
  const held = totals.some(({ heldBack }) => heldBack > 0)
  return show(
    'Valider le mois',
    <>
      <p class="govuk-caption-l">
        {card.siae.name} · {frenchMonth(month)}
      </p>
      <h1 class="govuk-heading-l">Valider le mois</h1>
      <InsetText>
        Une fois le mois validé, la DDETS et les financeurs du département lisent ces totaux, et rien d’autre : ni un nom, ni les heures
        d’une personne. Vous pourrez le reprendre en brouillon tant qu’il n’est pas transmis.
      </InsetText>
      <Form action={`${here}/valider`} csrf={request.csrf} requestId={request.formId} state={form}>
        <HiddenField name="shown" value={printOf(totals)} />
        <TotalsTable caption="Ce qui sera lu" totals={totals} worksites={worksites} />
        {held ? (
          <Notification kind="warning" title="Des heures sont retenues">
            Aucun contrat ne les couvre : elles sont gardées à part et ne comptent pas pour l’aide. Une fois le contrat réglé, validez de
            nouveau.
          </Notification>
        ) : null}
        {card.anomalies.length > 0 ? (
          <>
            <h2 class="govuk-heading-m">À savoir avant de valider</h2>
            <ul class="govuk-list govuk-list--bullet">
              {byPerson.map((each) => (
                <li key={`${each.stayId} ${each.rule}`}>
                  {names.get(each.stayId) ?? 'Une personne d’une autre équipe'} : {anomalySentence(each)}
                </li>
              ))}
            </ul>
          </>
        ) : null}
        <Missing found={found} form={form} here={here} />
        <ButtonGroup>
          <Button>Valider le mois</Button>
          <a class="govuk-link" href={here}>
            Revenir aux heures
          </a>
        </ButtonGroup>
      </Form>
    </>,
    {
      wide: true,
      errorCount: form.errors.length,
      breadcrumb: [
        { label: 'Accueil', href: '/' },
        { label: 'Heures', href: '/heures' },
        { label: `Heures ${hoursOfMonth(month)}`, href: here },
        { label: 'Valider' },
      ],
    },
  )
}

/** The structure reads what others will read, then answers for it. */
export const validateMonthPage = memberPage({
  path: '/heures/:siaeId/:mois/valider',
  allowed: mayReadMonths,
  async get(request) {
    const found = await confirmation(request)
    if (!found) return notFoundReply
    const state = found.card.sheet?.state ?? 'draft'
    // Already done, perhaps by somebody else: the sheet says by whom.
    if (state !== 'draft' && state !== 'reopened') return goTo(monthHref(found.card.siae.id, found.month))
    return confirming(request, found, emptyForm)
  },
  async post(request) {
    const found = await confirmation(request)
    if (!found) return notFoundReply
    const { card, month } = found
    const result = await request.submit(validateMonth, {
      input: {
        siaeId: card.siae.id,
        month: isoMonth(month),
        noHours: typedValues({ values: request.form, errors: [] }, 'noHours'),
        shown: text(request.form, 'shown'),
      },
      location: () => monthHref(card.siae.id, month),
      notice: { kind: 'success', title: 'Mois validé', text: 'L’administration et les financeurs peuvent lire ces totaux.' },
    })
    return result.reply ?? confirming(request, (await confirmation(request)) ?? found, result.form)
  },
})
