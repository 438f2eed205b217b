import {
  BARRIER_AREAS,
  type BarrierArea,
  barrierAreaLabel,
  editionOfArea,
  selfServiceDimensionOf,
  sensitivityOfArea,
} from '@maillage/rules/accompaniment'
import type { SelectOption, Tone } from '@maillage/ui'
import { type BarrierEvidence, type BarrierState, type BarrierWeight, isPersonal } from './model-barriers.ts'

export const STATE_LABELS: Readonly<Record<BarrierState, string>> = {
  identified: 'Repéré',
  'in-progress': 'En cours',
  lifted: 'Levé',
  withdrawn: 'Noté par erreur',
}

export const STATE_TONES: Readonly<Record<BarrierState, Tone>> = {
  identified: 'attention',
  'in-progress': 'info',
  lifted: 'positive',
  withdrawn: 'neutral',
}

export const WEIGHT_LABELS: Readonly<Record<BarrierWeight, string>> = {
  slight: 'Gêne un peu',
  serious: 'Freine nettement',
  blocking: 'Bloque',
}

export const EVIDENCE_LABELS: Readonly<Record<BarrierEvidence, string>> = {
  said: 'La personne le dit',
  'seen-at-work': 'Constaté au travail',
  partner: 'Un partenaire l’a dit, avec l’accord de la personne',
  document: 'Un document le montre',
}

/** The part of the list in which an area is proposed: as it is declared to the State, or as counsellors add to it. */
function groupOf(area: BarrierArea): string {
  if (editionOfArea(area) === 'field') return 'Autres freins rencontrés'
  return selfServiceDimensionOf(area) === null ? 'Freins professionnels déclarés' : 'Freins sociaux déclarés'
}

/** The areas that somebody may note, in their groups. */
export function areaOptions(referent: boolean): readonly SelectOption[] {
  const open = BARRIER_AREAS.filter((area) => referent || !isPersonal(sensitivityOfArea(area)))
  const options = open.map((area) => ({ value: area, label: barrierAreaLabel(area), group: groupOf(area) }))
  return ['Freins sociaux déclarés', 'Freins professionnels déclarés', 'Autres freins rencontrés'].flatMap((title) =>
    options.filter(({ group }) => group === title),
  )
}
