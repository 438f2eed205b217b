import type { ComponentChildren } from 'preact'
import { Tag, type Tone } from './tag.tsx'

export interface Task {
  readonly label: string
  /** Absent while the task cannot be opened. */
  readonly href?: string | undefined
  readonly hint?: ComponentChildren
  readonly state: { readonly label: string; readonly tone?: Tone | undefined }
}

/**
 * What waits for the reader, or the parts of a long file, each with its state.
 * @example <TaskList tasks={[{ label: 'Identité', href: 'identite', state: { label: 'Complet', tone: 'positive' } }]} />
 */
export function TaskList({ tasks }: { tasks: readonly Task[] }) {
  return (
    <ul class="m-tasks">
      {tasks.map(({ label, href, hint, state }, index) => (
        <li class="m-task" key={`${index} ${label}`}>
          <div class="m-task-name">
            {href ? (
              <a class="govuk-link m-task-link" href={href}>
                {label}
              </a>
            ) : (
              label
            )}
            {hint ? <div class="m-task-hint">{hint}</div> : null}
          </div>
          <div class="m-task-state">
            <Tag tone={state.tone}>{state.label}</Tag>
          </div>
        </li>
      ))}
    </ul>
  )
}
