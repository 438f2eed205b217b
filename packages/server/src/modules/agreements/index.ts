import type { Slice } from '../../platform/http/slice.ts'
import { messages } from './messages.fr.ts'
import { agreementPage } from './pages/agreement-page.tsx'
import { agreementsCsv } from './pages/agreements-csv.ts'
import { agreementsPage } from './pages/agreements-page.tsx'
import { amendEndPage, amendPostsPage } from './pages/amend-annex-page.tsx'
import { breakDownPage } from './pages/break-down-page.tsx'
import { cancelAgreementPage, cancelAmendmentPage, cancelAnnexPage } from './pages/cancel-act-page.tsx'
import { importAnnexesPage } from './pages/import-annexes-page.tsx'
import { myAgreementPage } from './pages/my-agreement-page.tsx'
import { recordAgreementPage } from './pages/record-agreement-page.tsx'
import { signAnnexPage } from './pages/sign-annex-page.tsx'
import { mayReadOwn, mayReadTerritory } from './policy.ts'

export type { AgreedSiae, StandingAnnex } from './model.ts'
export { mayReadAgreement, mayReadOwn, mayReadTerritory, type Reach } from './policy.ts'
export { agreedSiae } from './queries/agreed-siae.ts'
export { annexesIn } from './queries/annexes-in.ts'
export { annexesOf } from './queries/annexes-of.ts'
export { reachOf } from './queries/reach-of.ts'

/** What the State and a structure agreed: the agreement, its annexes, what amended them. */
export const agreements: Slice = {
  name: 'agreements',
  pages: [
    agreementsPage,
    agreementsCsv,
    myAgreementPage,
    importAnnexesPage,
    agreementPage,
    recordAgreementPage,
    signAnnexPage,
    amendPostsPage,
    amendEndPage,
    breakDownPage,
    cancelAnnexPage,
    cancelAmendmentPage,
    cancelAgreementPage,
  ],
  messages,
  constraints: {
    agreement_one_at_a_time: 'agreements/agreement-overlaps',
    agreement_period_ordered: 'agreements/dates-reversed',
    financial_annex_one_at_a_time: 'agreements/annex-overlaps',
    financial_annex_period_ordered: 'agreements/dates-reversed',
  },
  navigation: (actor) =>
    actor && mayReadTerritory(actor)
      ? [{ label: 'Conventions', href: '/conventions' }]
      : actor && mayReadOwn(actor)
        ? [{ label: 'Ma convention', href: '/ma-convention' }]
        : [],
}
