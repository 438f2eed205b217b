import { frenchMonth, isoMonth } from '@maillage/kernel'
import { Button, ButtonGroup, type ButtonKind, emptyForm, Form, type FormState, TextArea } from '@maillage/ui'
import type { Command } from '../../../platform/command/command.ts'
import { memberPage, type Page } from '../../../platform/http/page.ts'
import { type PageRequest, text } from '../../../platform/http/page-request.ts'
import { notFoundReply, type Reply, show } from '../../../platform/http/reply.ts'
import type { Member } from '../../../platform/http/slice.ts'
import { reopenMonth } from '../commands/reopen-month.ts'
import { sendMonth } from '../commands/send-month.ts'
import { takeBackMonth } from '../commands/take-back-month.ts'
import { mayReadMonths } from '../policy.ts'
import { monthHref } from './month-address.ts'
import { hoursOfMonth, TotalsTable } from './month-parts.tsx'
import { type MonthScene, sceneOf } from './month-scene.ts'

interface Move {
  readonly path: string
  readonly title: string
  readonly button: string
  readonly kind?: ButtonKind
  readonly text: string
  readonly done: string
  readonly reason?: { readonly label: string; readonly hint: string }
  readonly command: Command
}

function confirming(request: PageRequest<Member>, scene: MonthScene, move: Move, form: FormState): Reply {
  const { card, month, totals, worksites } = scene
  const here = monthHref(card.siae.id, month)
  // Under a question, so that it is not looked for below a table on a phone.
  const Totals = () => <TotalsTable caption="Totaux du mois" totals={totals} worksites={worksites} />
  return show(
    move.title,
    <>
      <p class="govuk-caption-l">
        {card.siae.name} · {frenchMonth(month)}
      </p>
      <h1 class="govuk-heading-l">{move.title}</h1>
      <p class="govuk-body">{move.text}</p>
      {move.reason ? null : <Totals />}
      <Form action={`${here}${move.path}`} csrf={request.csrf} requestId={request.formId} state={form}>
        {move.reason ? <TextArea form={form} name="reason" rows={3} {...move.reason} /> : null}
        <ButtonGroup>
          <Button kind={move.kind}>{move.button}</Button>
          <a class="govuk-link" href={here}>
            Ne rien changer
          </a>
        </ButtonGroup>
      </Form>
      {move.reason ? <Totals /> : null}
    </>,
    {
      wide: true,
      errorCount: form.errors.length,
      breadcrumb: [
        { label: 'Accueil', href: '/' },
        { label: 'Heures', href: '/heures' },
        { label: `Heures ${hoursOfMonth(month)}`, href: here },
        { label: move.title },
      ],
    },
  )
}

/** A passage of a month that its structure confirms. */
const movePage = (move: Move): Page =>
  memberPage({
    path: `/heures/:siaeId/:mois${move.path}`,
    allowed: mayReadMonths,
    async get(request) {
      const scene = await sceneOf(request)
      return scene?.mayValidate && scene.card.sheet ? confirming(request, scene, move, emptyForm) : notFoundReply
    },
    async post(request) {
      const scene = await sceneOf(request)
      if (!scene?.mayValidate || !scene.card.sheet) return notFoundReply
      const { card, month } = scene
      const result = await request.submit(move.command, {
        input: { siaeId: card.siae.id, month: isoMonth(month), reason: text(request.form, 'reason') },
        location: () => monthHref(card.siae.id, month),
        notice: { kind: 'success', title: move.done },
      })
      return result.reply ?? confirming(request, scene, move, result.form)
    },
  })

export const sendMonthPage = movePage({
  path: '/transmettre',
  title: 'Transmettre le mois',
  button: 'Transmettre',
  text: 'Le mois est clos : une fois transmis, ses heures ne changent plus qu’après un déblocage, avec un motif.',
  done: 'Mois transmis',
  command: sendMonth as unknown as Command,
})

export const takeBackMonthPage = movePage({
  path: '/reprendre',
  title: 'Reprendre le mois en brouillon',
  button: 'Reprendre en brouillon',
  kind: 'warning',
  text: 'L’administration et les financeurs ne liront plus ces totaux, jusqu’à une nouvelle validation.',
  done: 'Mois repris en brouillon',
  command: takeBackMonth as unknown as Command,
})

export const reopenMonthPage = movePage({
  path: '/debloquer',
  title: 'Débloquer le mois',
  button: 'Débloquer',
  kind: 'warning',
  text: 'Les totaux transmis restent lus tels quels jusqu’à la prochaine validation. Ce qui change garde son motif, et l’ancienne valeur reste lisible.',
  reason: {
    label: 'Pourquoi le mois est débloqué',
    hint: 'Par exemple « Absence de dix jours oubliée ». Ne donnez pas de détail de santé.',
  },
  done: 'Mois débloqué',
  command: reopenMonth as unknown as Command,
})
