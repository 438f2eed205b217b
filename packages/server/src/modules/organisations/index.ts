import type { Slice } from '../../platform/http/slice.ts'
import { messages } from './messages.fr.ts'
import { addMemberPage } from './pages/add-member-page.tsx'
import { addUnitPage } from './pages/add-unit-page.tsx'
import { addWorksitePage } from './pages/add-worksite-page.tsx'
import { answerSuccessionPage } from './pages/answer-succession-page.tsx'
import { closeUnitPage } from './pages/close-unit-page.tsx'
import { closeWorksitePage } from './pages/close-worksite-page.tsx'
import { delegatePage } from './pages/delegate-page.tsx'
import { editWorksitePage } from './pages/edit-worksite-page.tsx'
import { endDelegationPage } from './pages/end-delegation-page.tsx'
import { endMembershipPage } from './pages/end-membership-page.tsx'
import { endSiaePage } from './pages/end-siae-page.tsx'
import { giveRolePage } from './pages/give-role-page.tsx'
import { hatUnitsPage, leaveUnitPage } from './pages/hat-units-page.tsx'
import { memberCardPage } from './pages/member-page.tsx'
import { myOrganisationPage } from './pages/my-organisation-page.tsx'
import { organisationPage } from './pages/organisation-page.tsx'
import { prescribersCsv } from './pages/prescribers-csv.ts'
import { prescribersPage } from './pages/prescribers-page.tsx'
import { recordAuthorisationPage } from './pages/record-authorisation-page.tsx'
import { recordSiretPage } from './pages/record-siret-page.tsx'
import { renameUnitPage } from './pages/rename-unit-page.tsx'
import { siaePage } from './pages/siae-page.tsx'
import { structuresCsv } from './pages/structures-csv.ts'
import { structuresPage } from './pages/structures-page.tsx'
import { withdrawSuccessionPage } from './pages/withdraw-succession-page.tsx'

export { KIND_LABELS } from './messages.fr.ts'
export { type Role, shownSiret } from './model.ts'
export { maySteer } from './policy.ts'
export { authorityOver } from './queries/authority-over.ts'
export { beginsWords } from './queries/begins-words.ts'
export { overlappingAuthorisation } from './store.ts'

/** Who the actors are, what they do, where and since when. */
export const organisations: Slice = {
  name: 'organisations',
  pages: [
    structuresPage,
    structuresCsv,
    siaePage,
    addWorksitePage,
    editWorksitePage,
    closeWorksitePage,
    recordSiretPage,
    endSiaePage,
    answerSuccessionPage,
    withdrawSuccessionPage,
    organisationPage,
    prescribersPage,
    prescribersCsv,
    recordAuthorisationPage,
    myOrganisationPage,
    memberCardPage,
    addMemberPage,
    giveRolePage,
    endMembershipPage,
    hatUnitsPage,
    leaveUnitPage,
    addUnitPage,
    renameUnitPage,
    closeUnitPage,
    delegatePage,
    endDelegationPage,
  ],
  messages,
  constraints: {
    worksite_name_once: 'organisations/worksite-name-taken',
    worksite_period_ordered: 'organisations/worksite-closes-before-opening',
    siae_succession_once: 'organisations/end-already-said',
    unit_name_once: 'organisations/unit-name-taken',
    membership_once: 'organisations/role-already-held',
    membership_unit_pkey: 'organisations/already-in-unit',
    delegation_once: 'organisations/delegation-overlaps',
    delegation_period_ordered: 'organisations/delegation-reversed',
    siae_siret_one_at_a_time: 'organisations/siret-meanwhile',
    siae_siret_pkey: 'organisations/siret-meanwhile',
    authorisation_one_at_a_time: 'organisations/authorisation-overlaps',
    authorisation_by_prefect_dated: 'organisations/authorisation-too-long',
    authorisation_period_ordered: 'organisations/authorisation-reversed',
  },
  navigation: (actor) => [
    { label: 'Structures', href: '/structures', secondary: true },
    { label: 'Prescripteurs', href: '/prescripteurs', secondary: true },
    ...(actor?.hat ? [{ label: 'Mon organisation', href: '/mon-organisation', secondary: true }] : []),
  ],
}
