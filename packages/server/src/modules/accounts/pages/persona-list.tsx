import { Button, HiddenField } from '@maillage/ui'
import type { Actor } from '../../../platform/command/actor.ts'
import type { PageRequest } from '../../../platform/http/page-request.ts'
import type { Persona } from '../queries/personas.ts'
import { CarriedField } from './carried-field.tsx'

interface Props {
  readonly people: readonly Persona[]
  readonly request: PageRequest<Actor | null>
  /** The page that was asked before somebody had to enter. */
  readonly next: string
}

/** One button per persona of the demonstration. */
export const PersonaList = ({ people, request, next }: Props) => (
  <ul class="m-personas">
    {people.map(({ accountId, title, description }) => (
      <li class="m-persona" key={accountId}>
        <h2 class="govuk-heading-s">{title}</h2>
        <p class="govuk-body">{description}</p>
        <form action="/demonstration" method="post">
          <HiddenField name="_csrf" value={request.csrf} />
          <HiddenField name="account" value={accountId} />
          {next === '/' ? null : <HiddenField name="suite" value={next} />}
          <CarriedField request={request} />
          <Button kind="secondary">
            Entrer<span class="govuk-visually-hidden"> comme {title}</span>
          </Button>
        </form>
      </li>
    ))}
  </ul>
)
