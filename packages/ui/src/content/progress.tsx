import { frenchNumber } from '@maillage/kernel'

interface Props {
  readonly done: number
  readonly total: number
  /** What is counted: « lignes reprises ». */
  readonly label: string
}

/**
 * How far something has come: n of m, in words and as a bar.
 * @example <Progress done={120} total={400} label="lignes reprises" />
 */
export function Progress({ done, total, label }: Props) {
  const sentence = `${frenchNumber(done)} sur ${frenchNumber(total)} ${label}`
  return (
    <div class="m-progress">
      <p class="m-progress-text">{sentence}</p>
      {/* A native element: a bar of our own would need a width written in the page, which the content security policy refuses. */}
      <progress class="m-progress-bar" value={done} max={Math.max(total, 1)} aria-label={label}>
        {sentence}
      </progress>
    </div>
  )
}
