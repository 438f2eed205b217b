import { day, isoDate } from '@maillage/kernel'
import { z } from 'zod'
import { personFields } from '../people/index.ts'

const emptyIsNull = (typed: unknown) => (typed === '' ? null : typed)

const identityFields = personFields.pick({ birthName: true, givenNames: true, birthDate: true, phone: true })

/** What is asked to propose somebody to a structure: one form, for a prescriber and for a structure that writes down a spontaneous candidate. */
export const orientationSchema = z
  .object({
    siaeId: z.uuid('Choisissez une structure'),
    /** One of my people; empty for somebody new. */
    personId: z.preprocess(emptyIsNull, z.uuid('Choisissez la personne').nullable()),
    birthName: z.string(),
    givenNames: z.string(),
    birthDate: z.iso.date().transform(day).optional(),
    phone: z.string(),
    /** Said once the same name and birth date were found among my people. */
    another: z.literal(['', 'oui']),
    wantedPost: z.string().max(120, 'Le poste dépasse 120 caractères : raccourcissez-le'),
    message: z.string().max(2000, 'Le message dépasse 2 000 caractères : raccourcissez-le'),
    diagnosed: z.literal(['', 'oui']),
    diagnosedOn: z.iso.date().transform(day).optional(),
  })
  .superRefine((typed, { addIssue }) => {
    const missing = (path: string, message: string) => addIssue({ code: 'custom', path: [path], message })
    if (typed.personId === null) {
      const identity = identityFields.safeParse({ ...typed, birthDate: typed.birthDate === undefined ? '' : isoDate(typed.birthDate) })
      for (const { path, message } of identity.error?.issues ?? []) missing(String(path[0]), message)
      if (typed.givenNames === '') missing('givenNames', 'Saisissez le prénom')
      if (typed.birthDate === undefined) missing('birthDate', 'Saisissez la date de naissance')
    }
    if (typed.diagnosed === 'oui' && typed.diagnosedOn === undefined) missing('diagnosedOn', 'Saisissez la date du diagnostic')
  })

export type Orientation = z.output<typeof orientationSchema>
