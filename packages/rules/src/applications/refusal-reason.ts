/**
 * Why an application was refused. `offered`: shown in the form today; the others are kept for what was imported.
 *
 * One reason that the State's service displays is deliberately not offered: « l'embauche empêche la réalisation des objectifs du dialogue de
 * gestion ». To refuse a person because of a target is creaming; offering it as a box to tick would make it an ordinary answer. It is
 * read from imports, counted with the profile of candidates, and opens a dialogue. « Frein incompatible » is said from the side of the job:
 * the structure is an employer and holds no diagnosis.
 */
const OFFERED = {
  'not-reachable': true,
  'missed-interview': true,
  'employed-elsewhere': true,
  'in-training': true,
  'not-eligible': true,
  'not-mobile': true,
  'not-interested': true,
  'lacks-skills': true,
  'job-does-not-suit': true,
  'no-recruitment': true,
  duplicate: true,
  other: true,
  'no-answer-in-time': false,
  'prevents-objectives': false,
  'pass-ends-too-soon': false,
  unavailable: false,
  'eligibility-in-doubt': false,
  'structure-no-longer-agreed': false,
  'too-little-information': false,
} as const satisfies Readonly<Record<string, boolean>>

export type ApplicationRefusalReason = keyof typeof OFFERED

/** The reasons of the form: eleven and « autre ». */
export const OFFERED_REASONS: readonly ApplicationRefusalReason[] = (Object.keys(OFFERED) as ApplicationRefusalReason[]).filter(
  (each) => OFFERED[each],
)

/** Whether somebody may choose the reason; `no-answer-in-time` is the clock's. A GEIQ does not refuse for eligibility. */
export function isOffered(reason: ApplicationRefusalReason, receiver: 'siae' | 'geiq'): boolean {
  return OFFERED[reason] && !(receiver === 'geiq' && reason === 'not-eligible')
}
