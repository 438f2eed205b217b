import { type FieldMessage, readCommune, type TypedCommune } from '@maillage/ui'
import { type FormBody, text } from '../../../platform/http/page-request.ts'
import { birthInput } from './birth-input.ts'

const NAMED = [
  'birthName',
  'usageName',
  'givenNames',
  'singleName',
  'sex',
  'phone',
  'phoneSafe',
  'email',
  'emailSafe',
  'address',
  'ageConfirmed',
] as const

/** What the identity form says, as the schemas take it, and what the boxes themselves have wrong. */
export function readIdentity(form: FormBody): {
  readonly input: Readonly<Record<string, unknown>>
  readonly errors: readonly FieldMessage[]
  readonly commune: TypedCommune
} {
  const { errors, ...birth } = birthInput(form)
  const commune = readCommune(form, 'communeCode')
  return {
    input: {
      ...Object.fromEntries(NAMED.map((name) => [name, text(form, name)])),
      ...birth,
      communeCode: commune.state === 'chosen' ? commune.code : '',
    },
    errors,
    commune,
  }
}
