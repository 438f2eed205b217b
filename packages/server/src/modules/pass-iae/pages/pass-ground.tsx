import type { Crumb, FieldMessage } from '@maillage/ui'
import type { Actor } from '../../../platform/command/actor.ts'
import { dateInput } from '../../../platform/http/date-input.ts'
import type { FormBody, PageRequest } from '../../../platform/http/page-request.ts'
import { recordId } from '../../../platform/http/record-id.ts'
import type { Member } from '../../../platform/http/slice.ts'
import { logReading } from '../../people/index.ts'
import type { Circles } from '../policy.ts'
import { type PassShown, passShown } from '../queries/pass-shown.ts'

/** The right of an address, when the reader may do this with it; its reading is logged. */
export async function passGround(
  request: PageRequest<Member>,
  may: (actor: Actor, circles: Circles) => boolean,
): Promise<PassShown | undefined> {
  const id = recordId(request.params['id'])
  const shown = id && (await request.read((ctx) => passShown(ctx, id)))
  if (!shown || shown.pass.cancelled || !may(request.actor, shown.circles)) return undefined
  logReading(request, shown.person.id)
  return shown
}

/** Where a page about a right stands. */
export const crumbsOf = ({ person, pass }: PassShown, page?: string): readonly Crumb[] => [
  { label: 'Personnes', href: '/personnes' },
  { label: person.displayName, href: `/personnes/${person.id}` },
  ...(page === undefined ? [{ label: 'PASS IAE' }] : [{ label: 'PASS IAE', href: `/pass/${pass.id}` }, { label: page }]),
]

/** Several dates of a form at once: what was typed in each, and what to correct. */
export function datesIn<Name extends string>(
  form: FormBody,
  labels: Readonly<Record<Name, string>>,
): { readonly iso: Readonly<Record<Name, string | null>>; readonly errors: readonly FieldMessage[] } {
  const read = (Object.entries(labels) as [Name, string][]).map(([name, label]) => ({ name, ...dateInput(form, name, label) }))
  return {
    iso: Object.fromEntries(read.map(({ name, iso }) => [name, iso ?? null])) as Record<Name, string | null>,
    errors: read.flatMap(({ errors }) => errors),
  }
}
