import { Button, ButtonGroup, DateField, emptyForm, Form, type FormState, TextArea, TextField } from '@maillage/ui'
import type { Actor } from '../../../platform/command/actor.ts'
import { dateInput } from '../../../platform/http/date-input.ts'
import { accountPage } from '../../../platform/http/page.ts'
import { type PageRequest, text } from '../../../platform/http/page-request.ts'
import { notFoundReply, type Reply, show } from '../../../platform/http/reply.ts'
import { putHold } from '../commands/put-hold.ts'
import { mayOperate } from '../policy.ts'
import { RETENTION_PATH } from './retention-page.tsx'

const HERE = `${RETENTION_PATH}/gel`

function holdForm(request: PageRequest<Actor>, form: FormState): Reply {
  return show(
    'Geler l’effacement',
    <>
      <p class="govuk-caption-l">Conservation des données</p>
      <h1 class="govuk-heading-l">Geler l’effacement d’une organisation</h1>
      <p class="govuk-body">
        Jusqu’au jour choisi, rien n’est effacé des personnes que cette organisation emploie, a employées, reçoit, suit, a diagnostiquées ou
        proposées : ni leur dossier, ni leurs candidatures, ni le journal de qui les a lues.
      </p>
      <Form action={HERE} csrf={request.csrf} requestId={request.formId} state={form}>
        <TextField form={form} name="siren" label="SIREN de l’organisation" hint="Neuf chiffres" width={10} />
        <TextArea
          form={form}
          name="reason"
          label="Raison"
          hint="Par exemple le numéro d’un contrôle. Aucun nom de personne."
          rows={3}
          limit={500}
        />
        <DateField form={form} name="lastDay" label="Dernier jour du gel" />
        <ButtonGroup>
          <Button>Geler l’effacement</Button>
          <a class="govuk-link" href={RETENTION_PATH}>
            Annuler
          </a>
        </ButtonGroup>
      </Form>
    </>,
    {
      errorCount: form.errors.length,
      breadcrumb: [{ label: 'Accueil', href: '/' }, { label: 'Conservation des données', href: RETENTION_PATH }, { label: 'Gel' }],
    },
  )
}

/** Keeps everything of an organisation's people for a time: a control, a lawsuit. */
export const putHoldPage = accountPage({
  path: HERE,
  get: async (request) => (mayOperate(request.actor) ? holdForm(request, emptyForm) : notFoundReply),
  async post(request) {
    if (!mayOperate(request.actor)) return notFoundReply
    const lastDay = dateInput(request.form, 'lastDay', 'le dernier jour')
    const result = await request.submit(putHold, {
      input: { siren: text(request.form, 'siren'), reason: text(request.form, 'reason'), lastDay: lastDay.iso },
      errors: lastDay.errors,
      location: () => RETENTION_PATH,
      notice: { kind: 'success', title: 'L’effacement est gelé pour cette organisation' },
    })
    return result.reply ?? holdForm(request, result.form)
  },
})
