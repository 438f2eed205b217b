import { parameter } from '@maillage/kernel'
import { ORDER_OF_2021, stateTool } from './texts.ts'

export const prefectApprovalYears = parameter<number>({
  key: 'eligibility/prefect-approval-years',
  label: "Durée la plus longue de l'habilitation d'un prescripteur par le préfet",
  unit: 'ans',
  values: [
    {
      ...ORDER_OF_2021,
      to: null,
      value: 5,
      source: stateTool('Aide en ligne : habilitation locale de cinq ans, renouvelable'),
    },
  ],
})
