import type { Slice } from '../../platform/http/slice.ts'
import { applyRetention } from './jobs/apply-retention.ts'
import { endOldAccess } from './jobs/end-old-access.ts'
import { messages } from './messages.fr.ts'
import { accessibilityPage } from './pages/accessibility-page.tsx'
import { confirmRetentionPage } from './pages/confirm-retention-page.tsx'
import { designPage } from './pages/design-page.tsx'
import { failedDeliveriesPage, retryDeliveryPage } from './pages/failed-deliveries-page.tsx'
import { glossaryPage } from './pages/glossary-page.tsx'
import { lawPage } from './pages/law-page.tsx'
import { lawRulePage } from './pages/law-rule-page.tsx'
import { legalNoticePage } from './pages/legal-notice-page.tsx'
import { privacyPage } from './pages/privacy-page.tsx'
import { putHoldPage } from './pages/put-hold-page.tsx'
import { retentionPage, withdrawRetentionPage } from './pages/retention-page.tsx'
import { mayOperate } from './policy.ts'

/** Pages about the platform itself. */
export const administration: Slice = {
  name: 'administration',
  pages: [
    designPage,
    glossaryPage,
    accessibilityPage,
    legalNoticePage,
    privacyPage,
    lawPage,
    lawRulePage,
    failedDeliveriesPage,
    retryDeliveryPage,
    retentionPage,
    putHoldPage,
    confirmRetentionPage,
    withdrawRetentionPage,
  ],
  jobs: [endOldAccess, applyRetention],
  messages,
  constraints: { retention_order_one_waiting: 'administration/retention-already' },
  navigation: (actor) =>
    actor && mayOperate(actor)
      ? [
          { label: 'Envois en échec', href: '/administration/envois-en-echec', secondary: true },
          { label: 'Conservation des données', href: '/administration/conservation', secondary: true },
        ]
      : [],
}
