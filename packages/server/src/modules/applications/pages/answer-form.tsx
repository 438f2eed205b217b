import { Button, ButtonGroup, type ButtonKind, Form, type FormState, HiddenField, InsetText, TextArea } from '@maillage/ui'
import type { ComponentChildren } from 'preact'
import type { PageRequest } from '../../../platform/http/page-request.ts'
import { recordId } from '../../../platform/http/record-id.ts'
import { type Reply, show } from '../../../platform/http/reply.ts'
import type { Member } from '../../../platform/http/slice.ts'
import { personCard } from '../../people/index.ts'
import type { ReceiverTransition } from '../model.ts'
import { possibleMoves } from '../model.ts'
import { mayAnswer } from '../policy.ts'
import { type ApplicationCard, applicationCard } from '../queries/application-card.ts'

/** An application that may be answered now, and whom it is about. */
export interface Answered {
  readonly card: ApplicationCard
  readonly name: string
}

/** The application in the address, when this actor may make it pass this way; undefined otherwise. */
export async function answered(request: PageRequest<Member>, move: ReceiverTransition): Promise<Answered | 'moved' | undefined> {
  const id = recordId(request.params['id'])
  if (id === undefined) return undefined
  return request.read(async (ctx) => {
    const card = await applicationCard(ctx, id)
    if (!card || !mayAnswer(ctx.actor, card.application)) return undefined
    if (!possibleMoves(card.application.state).includes(move)) return 'moved'
    return { card, name: (await personCard(ctx, card.application.personId))?.displayName ?? 'Personne non accessible' }
  })
}

interface Wording {
  readonly title: string
  readonly path: string
  readonly button: string
  readonly kind?: ButtonKind
  readonly hint?: string
}

/** The page of an answer: what is chosen, then the words that the person will read. */
export function answerForm(
  request: PageRequest<Member>,
  { card: { application, siae }, name }: Answered,
  form: FormState,
  { title, path, button, kind, hint }: Wording,
  children?: ComponentChildren,
): Reply {
  const here = `/candidatures/${application.id}`
  return show(
    title,
    <>
      <p class="govuk-caption-l">
        {name} · {siae.name}
      </p>
      <h1 class="govuk-heading-l">{title}</h1>
      {hint ? <InsetText>{hint}</InsetText> : null}
      <Form action={`${here}/${path}`} csrf={request.csrf} requestId={request.formId} state={form}>
        <HiddenField name="version" value={String(application.version)} />
        {children}
        <TextArea
          form={form}
          name="answer"
          label="Votre réponse à la personne"
          hint="Elle la lira telle quelle : des mots simples, une raison vraie, la suite possible. Celui ou celle qui l’a proposée la lira aussi."
          rows={5}
          limit={2000}
        />
        <ButtonGroup>
          <Button kind={kind}>{button}</Button>
          <a class="govuk-link" href={here}>
            Revenir à la candidature
          </a>
        </ButtonGroup>
      </Form>
    </>,
    {
      errorCount: form.errors.length,
      breadcrumb: [{ label: 'Candidatures', href: '/candidatures' }, { label: name, href: here }, { label: title }],
    },
  )
}
