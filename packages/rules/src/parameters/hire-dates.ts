import { parameter } from '@maillage/kernel'
import { DECREE_2021_1128, stateTool } from './texts.ts'

export const hireAheadMonths = parameter<number>({
  key: 'pass-iae/hire-ahead-months',
  label: 'Avance la plus longue d’une date d’embauche',
  unit: 'mois',
  values: [{ ...DECREE_2021_1128, to: null, value: 6, source: stateTool('Date d’embauche : ni passée, ni à plus de six mois') }],
})

export const movedHireAheadDays = parameter<number>({
  key: 'pass-iae/moved-hire-ahead-days',
  label: 'Report le plus long d’une date d’embauche',
  unit: 'jours',
  values: [{ ...DECREE_2021_1128, to: null, value: 30, source: stateTool('Report de trente jours au plus à partir du jour même') }],
})
