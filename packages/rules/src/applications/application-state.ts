/** The nine states of an application. `prior-to-hire` is a GEIQ's; `pool` keeps a profile for later. */
export const APPLICATION_STATES = [
  'new',
  'processing',
  'postponed',
  'prior-to-hire',
  'accepted',
  'refused',
  'cancelled',
  'obsolete',
  'pool',
] as const

export type ApplicationState = (typeof APPLICATION_STATES)[number]
