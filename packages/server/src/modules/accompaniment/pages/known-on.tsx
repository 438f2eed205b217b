import { type CalendarDate, frenchDate, isoDate } from '@maillage/kernel'
import { DateField, Details, dateFieldValues, dateFromParts, InsetText, readDateFields, ViewForm } from '@maillage/ui'
import type { PageRequest } from '../../../platform/http/page-request.ts'

/** The past day asked in the address, or what is wrong with it. */
export interface AskedDay {
  readonly day: CalendarDate | null
  readonly errors: readonly { readonly field: string; readonly text: string }[]
}

/** Reads « what was known on »: the day itself included, so that what was written on it is shown. */
export function askedDay(query: PageRequest<unknown>['query'], today: CalendarDate): AskedDay {
  const typed = dateFromParts(readDateFields(query, 'au'), 'la date')
  if (typed === 'missing') return { day: null, errors: [] }
  if (typeof typed === 'object') return { day: null, errors: [{ field: `au-${typed.box}`, text: typed.error }] }
  return typed > today
    ? { day: null, errors: [{ field: 'au-day', text: 'Choisissez un jour passé, ou aujourd’hui' }] }
    : { day: typed, errors: [] }
}

/** The last instant of a legal day. */
export const endOf = (day: CalendarDate, timeZone: string): Temporal.Instant =>
  Temporal.PlainDate.from(isoDate(day)).add({ days: 1 }).toZonedDateTime(timeZone).toInstant().subtract({ microseconds: 1 })

/** Says that a past day is shown, and lets another one be asked. */
export const KnownOn = ({ here, asked }: { readonly here: string; readonly asked: AskedDay }) => (
  <>
    {asked.day === null ? null : (
      <InsetText>
        Ce qui était connu au {frenchDate(asked.day)}. <a href={here}>Revenir à aujourd’hui</a>
      </InsetText>
    )}
    <Details summary="Ce qui était connu au…" open={asked.errors.length > 0}>
      <ViewForm action={here}>
        <DateField
          form={{ values: asked.day === null ? {} : dateFieldValues('au', asked.day), errors: asked.errors }}
          name="au"
          label="Jour"
          hint="Les freins, les forces et le plan tels que votre équipe les connaissait ce jour-là"
        />
      </ViewForm>
    </Details>
  </>
)
