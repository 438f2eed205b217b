import type { Tone } from '../content/tag.tsx'

/** An answer that one press gives. */
export interface Tap {
  readonly value: string
  readonly label: string
  /** Its colour once given; a mark says it too. */
  readonly tone?: Tone | undefined
}

interface Props {
  readonly name: string
  /** What is asked, and of whom: said by readers of screens, and shown when `shown`. */
  readonly label: string
  readonly shown?: boolean | undefined
  readonly taps: readonly Tap[]
  /** The answer in force. */
  readonly pressed?: string | undefined
}

/**
 * Answers that send their form at one press, large enough for a thumb; the one in force looks pressed. For a question that is asked of many people in a row.
 * @example <Form …><HiddenField name="stayId" value={id} /><Taps name="state" label="Présence de Léa PIN" taps={STATES} pressed="late" /></Form>
 */
export function Taps({ name, label, shown = false, taps, pressed }: Props) {
  return (
    <fieldset class="m-taps">
      <legend class={shown ? 'm-taps-label' : 'govuk-visually-hidden'}>{label}</legend>
      <div class="m-taps-row">
        {taps.map((tap) => (
          <button
            key={tap.value}
            class={`m-tap m-tap-${tap.tone ?? 'neutral'}`}
            type="submit"
            name={name}
            value={tap.value}
            aria-pressed={tap.value === pressed}
          >
            {tap.label}
          </button>
        ))}
      </div>
    </fieldset>
  )
}
