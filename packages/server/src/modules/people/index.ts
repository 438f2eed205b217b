import type { Slice } from '../../platform/http/slice.ts'
import { messages } from './messages.fr.ts'
import { accessPage } from './pages/access-page.tsx'
import { addPersonPage } from './pages/add-person-page.tsx'
import { answerPage } from './pages/answer-page.tsx'
import { attachmentPage } from './pages/attachment-page.tsx'
import { deathPage, withdrawDeathPage } from './pages/death-page.tsx'
import { endReferentPage } from './pages/end-referent-page.tsx'
import { handOverPage } from './pages/hand-over-page.tsx'
import { identityPage } from './pages/identity-page.tsx'
import { confirmMergePage, mergesPage, undoMergePage } from './pages/merges-page.tsx'
import { nameReferentPage } from './pages/name-referent-page.tsx'
import { peoplePage } from './pages/people-page.tsx'
import { proposeMergePage } from './pages/propose-merge-page.tsx'
import { readWithReasonPage } from './pages/read-with-reason-page.tsx'
import { requestsPage } from './pages/requests-page.tsx'
import { mayDecideMerges, mayReadPeople } from './policy.ts'

export { codeHash, newCode } from './attachment-code.ts'
export { closedFile } from './closed-file.ts'
export { correctOwnContact } from './commands/correct-own-contact.ts'
export { createPerson } from './commands/create-person.ts'
export { endReferent } from './commands/end-referent.ts'
export { matchPerson } from './commands/match-person.ts'
export { nameReferent } from './commands/name-referent.ts'
export { recordDeath } from './commands/record-death.ts'
export { knownBirth } from './known-birth.ts'
export { logReading } from './log-reading.ts'
export { CIRCLE_LABELS, GROUND_LABELS, REFERENT_LABELS, SOURCE_LABELS } from './messages.fr.ts'
export {
  ageOn,
  type Birth,
  type BirthPrecision,
  bornWords,
  type Circle,
  displayName,
  type PersonState,
  type ReferentRole,
  type Sex,
  type Source,
} from './model.ts'
export { type PersonFields, personFields } from './person-fields.ts'
export { mayDecideMerges, mayKeepFiles, mayReadContact, mayReadPeople, mayReadWithReason } from './policy.ts'
export { type AccessLine, accessOf } from './queries/access-of.ts'
export { circlesHeld } from './queries/circles-held.ts'
export { findPeople, type PersonLine } from './queries/find-people.ts'
export { holdsPerson } from './queries/holds-person.ts'
export { type KnownIdentity, knownIdentities } from './queries/known-identities.ts'
export { legalRepresentative } from './queries/legal-representative.ts'
export { type NamedRow, nameOf, namesOf } from './queries/named.ts'
export { ownTeams } from './queries/own-teams.ts'
export { type PersonCard, personCard } from './queries/person-card.ts'
export { type Reading, readersOf } from './queries/readers-of.ts'

/** The people: one row each for the whole platform, seen by those who need to know. */
export const people: Slice = {
  name: 'people',
  pages: [
    peoplePage,
    addPersonPage,
    identityPage,
    accessPage,
    attachmentPage,
    nameReferentPage,
    endReferentPage,
    handOverPage,
    readWithReasonPage,
    deathPage,
    withdrawDeathPage,
    requestsPage,
    answerPage,
    proposeMergePage,
    mergesPage,
    confirmMergePage,
    undoMergePage,
  ],
  messages,
  constraints: { referent_once: 'people/referent-already' },
  navigation: (actor) => [
    ...(actor && mayReadPeople(actor) ? [{ label: 'Personnes', href: '/personnes' }] : []),
    ...(actor && mayDecideMerges(actor) ? [{ label: 'Fusions de fiches', href: '/administration/fusions', secondary: true }] : []),
  ],
}
