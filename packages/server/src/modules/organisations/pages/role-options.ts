import type { Member } from '../../../platform/http/slice.ts'
import { ROLE_LABELS } from '../../accounts/index.ts'
import { rolesFor } from '../model.ts'

/** The hats that may be given in the reader's organisation. */
export const roleOptions = ({ hat }: Member): readonly { readonly value: string; readonly label: string }[] =>
  rolesFor(hat.functions).map((role) => ({ value: role, label: ROLE_LABELS[role] ?? role }))
