import { day, parameter, type SiaeKind } from '@maillage/kernel'
import type { SuspensionReason } from '../pass-iae/suspension-reason.ts'
import { DECREE_2021_1128, labourCode, stateTool } from './texts.ts'

export const suspensionMaxMonths = parameter<number>({
  key: 'pass-iae/suspension-max-months',
  label: 'Durée la plus longue d’une suspension',
  unit: 'mois',
  values: [
    { from: day('2020-12-01'), to: day('2021-09-14'), published: day('2020-12-01'), value: 6, source: stateTool('Six mois') },
    { from: day('2021-09-15'), to: day('2023-01-30'), published: day('2021-09-15'), value: 12, source: stateTool('Douze mois') },
    {
      from: day('2023-01-31'),
      to: null,
      published: day('2023-01-31'),
      value: 36,
      source: stateTool('Trente-six mois', 'Le Code du travail (R5132-1-3) ne fixe pas de durée'),
    },
  ],
})

export const suspensionRetroactiveDays = parameter<number>({
  key: 'pass-iae/suspension-retroactive-days',
  label: 'Retard le plus long pour déclarer le début d’une suspension',
  unit: 'jours',
  values: [
    {
      from: day('2020-12-01'),
      to: null,
      published: day('2020-12-01'),
      value: 365,
      source: stateTool('365 jours, « temporaire », trente jours annoncés', 'Limite inscrite dans l’outil en novembre 2021'),
    },
  ],
})

/** Reasons that may be declared, with the kinds of SIAE concerned. */
export const suspensionReasons = parameter<Readonly<Partial<Record<SuspensionReason, readonly SiaeKind[]>>>>({
  key: 'pass-iae/suspension-reasons',
  label: 'Motifs de suspension ouverts, selon le type de structure',
  unit: 'motifs',
  values: [
    {
      from: day('2020-12-01'),
      to: day('2022-01-26'),
      published: day('2020-12-01'),
      value: {
        sickness: ['EI', 'ACI', 'AI', 'ETTI', 'EITI'],
        maternity: ['EI', 'ACI', 'AI', 'ETTI', 'EITI'],
        incarceration: ['EI', 'ACI', 'AI', 'ETTI', 'EITI'],
        'trial-outside-iae': ['EI', 'ACI', 'AI', 'ETTI', 'EITI'],
        detoxification: ['EI', 'ACI', 'AI', 'ETTI', 'EITI'],
        'force-majeure': ['EI', 'ACI', 'AI', 'ETTI', 'EITI'],
      },
      source: stateTool('Anciens motifs, gardés pour l’historique', 'Dates de bascule lues dans les versions du code, à confirmer'),
    },
    {
      from: day('2022-01-27'),
      to: null,
      published: day('2022-01-27'),
      value: {
        'contract-suspended': ['EI', 'ACI', 'AI', 'ETTI', 'EITI'],
        'contract-broken': ['EI', 'ACI', 'AI', 'ETTI', 'EITI'],
        'contract-ended': ['EI', 'ACI', 'AI', 'ETTI', 'EITI'],
        'agreed-by-local-committee': ['EI', 'ACI', 'AI', 'ETTI', 'EITI'],
        'bridge-contract': ['EI', 'ACI'],
      },
      source: stateTool('Cinq motifs', 'R5132-1-3 nomme trois cas : contrat suspendu plus de quinze jours, rompu, ou terminé'),
    },
  ],
})

/** Reasons whose suspension ends when the person is hired again. */
export const liftableReasons = parameter<readonly SuspensionReason[]>({
  key: 'pass-iae/liftable-reasons',
  label: 'Motifs de suspension levés par une nouvelle embauche',
  unit: 'motifs',
  values: [
    {
      from: day('2020-12-01'),
      to: null,
      published: day('2022-09-15'),
      value: ['contract-suspended', 'contract-broken', 'contract-ended', 'agreed-by-local-committee', 'bridge-contract'],
      source: stateTool(
        'Les cinq motifs actuels, pas les anciens',
        'R5132-1-3 lie la suspension à l’absence de contrat : toute embauche y met fin',
      ),
    },
  ],
})

export const contractSuspensionDays = parameter<number>({
  key: 'pass-iae/contract-suspension-days',
  label: 'Durée de suspension du contrat au-delà de laquelle la prescription est suspendue',
  unit: 'jours',
  values: [{ ...DECREE_2021_1128, to: null, value: 15, source: labourCode('R5132-1-3', 'Suspension de la prescription') }],
})

export const closureAfterMonths = parameter<number>({
  key: 'pass-iae/closure-after-months',
  label: 'Suspension continue après laquelle il peut être mis fin au parcours',
  unit: 'mois',
  values: [{ ...DECREE_2021_1128, to: null, value: 12, source: labourCode('R5132-1-3', 'Fin de la prescription') }],
})

export const suspensionDeclarants = parameter<readonly ('siae' | 'authorised-prescriber')[]>({
  key: 'pass-iae/suspension-declarants',
  label: 'Qui peut déclarer une suspension',
  unit: 'qualité',
  values: [
    {
      from: day('2020-12-01'),
      to: day('2021-08-31'),
      published: day('2020-12-01'),
      value: ['siae'],
      source: stateTool('La structure de l’embauche'),
    },
    {
      ...DECREE_2021_1128,
      to: null,
      value: ['siae', 'authorised-prescriber'],
      source: labourCode(
        'R5132-1-3',
        'Déclaration de la suspension',
        'Les emplois de l’inclusion n’ouvrent la déclaration qu’à la structure',
      ),
    },
  ],
})
