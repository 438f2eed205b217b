import type { Slice } from '../../platform/http/slice.ts'
import { accessibilityPage } from './pages/accessibility-page.tsx'
import { designPage } from './pages/design-page.tsx'
import { glossaryPage } from './pages/glossary-page.tsx'
import { lawPage } from './pages/law-page.tsx'
import { lawRulePage } from './pages/law-rule-page.tsx'
import { legalNoticePage } from './pages/legal-notice-page.tsx'
import { privacyPage } from './pages/privacy-page.tsx'

/** Pages about the platform itself. */
export const administration: Slice = {
  name: 'administration',
  pages: [designPage, glossaryPage, accessibilityPage, legalNoticePage, privacyPage, lawPage, lawRulePage],
}
