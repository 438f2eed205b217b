import { type CalendarDate, frenchDate, frenchLongDate } from '@maillage/kernel'
import type { PersonCard } from '../../people/index.ts'
import { LEVEL_LABELS } from '../messages.fr.ts'
import { isAcquired, latestLevel, type SkillSeen } from '../model-skills.ts'
import type { WorkedPeriod } from '../queries/worked-periods.ts'

/** What the page to print and the PDF both say. */
export interface SkillCertificateContent {
  readonly title: string
  readonly issuer: string
  readonly specimen: string | null
  readonly rows: readonly { readonly label: string; readonly value: string }[]
  readonly trades: readonly { readonly name: string; readonly skills: readonly { readonly label: string; readonly value: string }[] }[]
  readonly note: string
  readonly signatures: readonly string[]
  readonly foot: string
}

interface Certified {
  readonly card: PersonCard
  readonly skills: readonly SkillSeen[]
  readonly periods: readonly WorkedPeriod[]
  readonly organisationName: string
  readonly today: CalendarDate
  readonly demonstration: boolean
}

const during = ({ siaeName, first, last }: WorkedPeriod) =>
  last === null ? `${siaeName}, depuis le ${frenchDate(first)}` : `${siaeName}, du ${frenchDate(first)} au ${frenchDate(last)}`

/**
 * What somebody can do, as their structure saw it: skills acquired only, where and when. No kind of contract, no right, no reason: nothing that says why
 * the person worked there.
 */
export function skillCertificateContent({
  card,
  skills,
  periods,
  organisationName,
  today,
  demonstration,
}: Certified): SkillCertificateContent {
  const acquired = skills.filter(isAcquired)
  return {
    title: 'Certificat de compétences',
    issuer: organisationName,
    specimen: demonstration ? 'SPÉCIMEN' : null,
    rows: [
      { label: 'Personne', value: card.displayName },
      ...periods.map((each, rank) => ({ label: rank === 0 ? 'A travaillé chez' : 'et chez', value: during(each) })),
    ],
    trades: [...Map.groupBy(acquired, ({ trade }) => trade)].map(([name, of]) => ({
      name,
      skills: of.map((skill) => ({
        label: skill.label,
        value: `${LEVEL_LABELS[latestLevel(skill) ?? 'alone']}, vu le ${frenchDate(skill.sightings[0]?.seenOn ?? today)}`,
      })),
    })),
    note: 'Ces compétences ont été vues au travail par l’encadrement. Ce certificat n’est ni un diplôme, ni le certificat de travail remis à la fin du contrat.',
    signatures: ['Pour la structure, nom, fonction et signature', 'La personne, signature'],
    foot: `Établi le ${frenchLongDate(today)}.`,
  }
}
