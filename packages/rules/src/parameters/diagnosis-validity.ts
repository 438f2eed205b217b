import { day, parameter } from '@maillage/kernel'
import { DECREE_2021_1128, stateTool } from './texts.ts'

/** A length in calendar months or in days. */
export type DiagnosisLength = { readonly unit: 'months' | 'days'; readonly count: number }

export const prescriberDiagnosisLength = parameter<DiagnosisLength>({
  key: 'eligibility/prescriber-diagnosis-length',
  label: 'Validité du diagnostic d’un prescripteur habilité',
  unit: 'mois',
  values: [
    { ...DECREE_2021_1128, to: null, value: { unit: 'months', count: 6 }, source: stateTool('Six mois, le jour d’expiration exclu') },
  ],
})

export const employerDiagnosisLength = parameter<DiagnosisLength>({
  key: 'eligibility/employer-diagnosis-length',
  label: 'Validité du diagnostic d’une structure',
  unit: 'jours',
  values: [
    {
      ...DECREE_2021_1128,
      to: day('2024-12-08'),
      value: { unit: 'months', count: 6 },
      source: stateTool('Six mois pour tous les auteurs avant décembre 2024'),
    },
    {
      from: day('2024-12-09'),
      to: null,
      published: day('2024-12-09'),
      value: { unit: 'days', count: 92 },
      source: stateTool('Quatre-vingt-douze jours, le jour d’expiration exclu', 'Date de mise en service à confirmer : décembre 2024'),
    },
  ],
})
