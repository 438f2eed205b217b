import { day } from '@maillage/kernel'
import { z } from 'zod'
import { BIRTH_PRECISIONS } from './model.ts'

const LONGEST = 120
const INVISIBLE = /\p{Cc}|\p{Cf}/u

/** What a form leaves empty is absent. */
const emptyIsAbsent = (value: unknown) => (value === '' || value === null ? undefined : value)
const optional = <S extends z.ZodType>(schema: S) => z.preprocess(emptyIsAbsent, schema.optional())

const name = (label: string) =>
  z
    .string(`Saisissez ${label}`)
    .trim()
    .max(LONGEST, `C’est trop long : ${LONGEST} caractères au plus pour ${label}`)
    .refine((typed) => !INVISIBLE.test(typed), `Retapez ${label} : un caractère invisible s’y trouve`)
    .refine((typed) => typed === '' || /\p{L}/u.test(typed), `Il n’y a aucune lettre dans ${label} : vérifiez`)

const telephone = z
  .string()
  .trim()
  .regex(/^\+?[\d\s().-]{6,24}$/, 'Saisissez un numéro de téléphone en chiffres, par exemple 06 39 98 00 00')

const ticked = z.preprocess((value) => (typeof value === 'string' ? value === 'oui' : value), z.boolean().optional())

/** What identifies a person and how to reach them, with the sentences of each field; a form of a higher slice extends it. */
export const personFields = z.object({
  unitId: z.uuid('Choisissez l’équipe qui suit la personne'),
  birthName: name('le nom de naissance').min(1, 'Saisissez le nom de naissance'),
  usageName: optional(name('le nom d’usage')),
  givenNames: z.preprocess((value) => value ?? '', name('le ou les prénoms')),
  /** The person has one name only: no given name is asked for. */
  singleName: ticked,
  birthDate: optional(z.iso.date('Saisissez la date de naissance').transform(day)),
  birthPrecision: z.enum(BIRTH_PRECISIONS, 'Dites avec quelle précision la date de naissance est connue'),
  /** Somebody looked again at an age that is hard to believe. */
  ageConfirmed: ticked,
  sex: optional(z.enum(['F', 'M'], 'Choisissez une réponse proposée')),
  phone: optional(telephone),
  /** Nobody but the person reads or answers: otherwise nothing personal is ever sent there. */
  phoneSafe: ticked,
  email: optional(
    z
      .string()
      .trim()
      .max(LONGEST, 'Cette adresse e-mail est trop longue')
      .pipe(z.email('Saisissez une adresse e-mail complète, par exemple nom@exemple.fr')),
  ),
  emailSafe: ticked,
  address: optional(
    z
      .string()
      .trim()
      .max(240, 'L’adresse dépasse 240 caractères : raccourcissez-la')
      .refine((typed) => !INVISIBLE.test(typed), 'Retapez l’adresse : un caractère invisible s’y trouve'),
  ),
  communeCode: optional(z.string().regex(/^\w{5}$/, 'Choisissez la commune dans la liste proposée')),
  state: z.enum(['confirmed', 'provisional']),
})

export type PersonFields = z.output<typeof personFields>

/** The same, corrected later, with who answers in law for a minor. */
export const editedFields = personFields.omit({ unitId: true, state: true }).extend({
  representativeName: optional(name('le nom du représentant légal')),
  representativeRelation: optional(name('le lien du représentant légal avec la personne')),
  representativePhone: optional(telephone),
})
