import { Button, ButtonGroup, Form, type FormState, HiddenField, Radios, SummaryList, typedValue } from '@maillage/ui'
import type { PageRequest } from '../../../platform/http/page-request.ts'
import { type Reply, show } from '../../../platform/http/reply.ts'
import type { Member } from '../../../platform/http/slice.ts'
import type { WaitingRequest } from '../queries/waiting-requests.ts'

const CHOICES = [
  {
    value: 'accepted',
    label: 'Accepter',
    hint: 'Son équipe lira l’identité de la personne et les étapes de son parcours, et pourra les compléter.',
  },
  { value: 'not-agreed', label: 'Refuser', hint: 'La personne n’est pas d’accord, ou ce partage n’a pas lieu d’être.' },
  { value: 'other-person', label: 'Ce n’est pas la même personne', hint: 'Un homonyme : chacune garde sa fiche.' },
]

/** A request and its three answers. The one who asked is named; whoever holds the file never is. */
export function answerForm(request: PageRequest<Member>, waiting: WaitingRequest, form: FormState): Reply {
  return show(
    'Répondre à une demande',
    <>
      <p class="govuk-caption-l">{waiting.displayName}</p>
      <h1 class="govuk-heading-l">Partager la fiche de cette personne ?</h1>
      <SummaryList
        rows={[
          { label: 'Demandeur', value: waiting.organisationName },
          { label: 'Équipe', value: waiting.unitName },
          {
            label: 'Personne',
            value: (
              <a class="govuk-link" href={`/personnes/${waiting.personId}`}>
                {waiting.displayName}
              </a>
            ),
          },
        ]}
      />
      <p class="govuk-body">
        Parlez-en d’abord avec la personne. Le dossier d’accompagnement et les notes de travail ne sont jamais partagés ainsi.
      </p>
      <Form action={`/rattachements/${waiting.id}`} csrf={request.csrf} requestId={request.formId} state={form}>
        <HiddenField name="code" value={typedValue(form, 'code')} />
        <Radios form={form} name="answer" label="Votre réponse" choices={CHOICES} />
        <ButtonGroup>
          <Button>Répondre</Button>
          <a class="govuk-link" href="/rattachements">
            Répondre plus tard
          </a>
        </ButtonGroup>
      </Form>
    </>,
    {
      errorCount: form.errors.length,
      breadcrumb: [{ label: 'Accueil', href: '/' }, { label: 'Rattachements', href: '/rattachements' }, { label: 'Répondre' }],
    },
  )
}
