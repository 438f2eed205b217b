import { type CalendarDate, frenchDate, frenchLongDate, plural, type Siret } from '@maillage/kernel'
import { immersionObjectLabels } from '@maillage/rules/employment'
import { shownSiret } from '../../organisations/index.ts'
import { HOST_KIND_LABELS, PRESCRIBER_LABELS } from '../messages.fr.ts'
import type { ImmersionCard } from '../queries/immersion-card.ts'

/** What the page to print and the PDF both say. */
export interface ImmersionAgreementContent {
  readonly title: string
  readonly issuer: string
  readonly specimen: string | null
  readonly warning: string
  readonly sections: readonly { readonly title: string; readonly rows: readonly { readonly label: string; readonly value: string }[] }[]
  /** Who signs, each in a box. */
  readonly signatures: readonly string[]
  readonly foot: string
}

const TO_FILL = 'À compléter'
const siretOr = (siret: Siret | null) => (siret === null ? TO_FILL : shownSiret(siret))

/**
 * What an agreement of immersion must say, ready to sign or to copy on the official form: parties, object, tasks, days, tutor. No reason of anything: the
 * host reads it. Source: D5135-1 and following, form Cerfa 13912, known through comments.
 */
export function immersionAgreementContent(
  { immersion, personName, siae }: ImmersionCard,
  { today, demonstration }: { readonly today: CalendarDate; readonly demonstration: boolean },
): ImmersionAgreementContent {
  const days = plural(immersion.last - immersion.first + 1, 'jour')
  return {
    title: demonstration ? 'SPÉCIMEN – Convention d’immersion' : 'Convention d’immersion (PMSMP)',
    issuer: `${siae.organisationName} · ${siae.name}`,
    specimen: demonstration ? 'SPÉCIMEN' : null,
    warning:
      'Document préparé à partir des informations de la structure. Il reprend les rubriques du formulaire Cerfa n° 13912\u00a0; vérifiez auprès de l’organisme prescripteur s’il demande le formulaire lui-même.',
    sections: [
      {
        title: 'Les parties',
        rows: [
          { label: 'Bénéficiaire', value: personName },
          { label: 'Structure qui l’emploie', value: `${siae.name} (${siae.kind}), SIRET ${siretOr(siae.siret)}` },
          {
            label: 'Employeur d’accueil',
            value: `${immersion.hostName ?? TO_FILL} (${HOST_KIND_LABELS[immersion.hostKind].toLowerCase()})`,
          },
          { label: 'SIRET de l’accueil', value: siretOr(immersion.hostSiret) },
          { label: 'Lieu d’accueil', value: immersion.hostPlace ?? TO_FILL },
          { label: 'Tuteur ou tutrice', value: immersion.tutor ?? TO_FILL },
          { label: 'Prescripteur', value: immersion.prescribedBy === 'structure' ? siae.name : PRESCRIBER_LABELS[immersion.prescribedBy] },
        ],
      },
      {
        title: 'L’immersion',
        rows: [
          { label: 'Objet', value: immersionObjectLabels[immersion.object] },
          { label: 'Tâches', value: immersion.tasks ?? TO_FILL },
          { label: 'Dates', value: `du ${frenchDate(immersion.first)} au ${frenchDate(immersion.last)}, ${days}` },
          { label: 'Horaires', value: immersion.schedule ?? TO_FILL },
          { label: 'Renouvellement', value: immersion.renews === null ? 'Non' : 'Oui, le même objet n’a pas été atteint' },
        ],
      },
    ],
    signatures: ['Bénéficiaire', 'Structure qui l’emploie', 'Employeur d’accueil', 'Organisme prescripteur'],
    foot: `Préparé le ${frenchLongDate(today)}.`,
  }
}
