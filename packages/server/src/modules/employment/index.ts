import type { Slice } from '../../platform/http/slice.ts'
import { suspendPassPage } from '../pass-iae/index.ts'
import { suspendPass } from './commands/suspend-pass.ts'
import { messages } from './messages.fr.ts'

export { cancelContract } from './commands/cancel-contract.ts'
export { moveContract } from './commands/move-contract.ts'
export { contractFields, recordContract } from './commands/record-contract.ts'
export { CONTRACT_LABELS } from './messages.fr.ts'
export { type ContractType, USUAL_TYPES } from './model.ts'
export { type Employer, employer } from './queries/employer.ts'

/** Stays and contracts: the hinge on which hours, exits and money turn. */
export const employment: Slice = {
  name: 'employment',
  // The screen is the right's; the command is ours, because it looks at the stays.
  pages: [suspendPassPage(suspendPass)],
  messages,
  constraints: {
    siae_stay_once_at_a_time: 'employment/stay-overlaps',
    contract_version_period_ordered: 'employment/ends-before-it-begins',
  },
}
