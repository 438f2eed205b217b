/** Our mark: an M knotted like a net. Decorative: the name stands beside it. */
export function Mark() {
  return (
    <svg class="m-mark" viewBox="0 0 32 32" width="32" height="32" aria-hidden="true" focusable="false">
      <path class="m-mark-thread" d="M5 26V6l11 11L27 6v20M5 16l11 11 11-11M5 6l0 0" fill="none" />
      <g class="m-mark-knots">
        <circle cx="5" cy="6" r="2.6" />
        <circle cx="27" cy="6" r="2.6" />
        <circle cx="16" cy="17" r="2.6" />
        <circle cx="5" cy="26" r="2.6" />
        <circle cx="27" cy="26" r="2.6" />
      </g>
    </svg>
  )
}
