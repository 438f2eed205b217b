import type { Slice } from '../../platform/http/slice.ts'
import { accessibilityPage } from './pages/accessibility-page.tsx'
import { designPage } from './pages/design-page.tsx'
import { failedDeliveriesPage } from './pages/failed-deliveries-page.tsx'
import { glossaryPage } from './pages/glossary-page.tsx'
import { lawPage } from './pages/law-page.tsx'
import { lawRulePage } from './pages/law-rule-page.tsx'
import { legalNoticePage } from './pages/legal-notice-page.tsx'
import { privacyPage } from './pages/privacy-page.tsx'
import { mayOperate } from './policy.ts'

/** Pages about the platform itself. */
export const administration: Slice = {
  name: 'administration',
  pages: [designPage, glossaryPage, accessibilityPage, legalNoticePage, privacyPage, lawPage, lawRulePage, failedDeliveriesPage],
  navigation: (actor) =>
    actor && mayOperate(actor) ? [{ label: 'Envois en échec', href: '/administration/envois-en-echec', secondary: true }] : [],
}
