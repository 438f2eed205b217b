import { parameter } from '@maillage/kernel'
import { PRESCRIBERS, type PrescriberKind } from '../eligibility/prescriber-kind.ts'
import { ORDER_OF_2021, orderOf2021, stateTool } from './texts.ts'

export const prefectApprovalYears = parameter<number>({
  key: 'eligibility/prefect-approval-years',
  label: 'Durée la plus longue de l’habilitation d’un prescripteur par le préfet',
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

export const prescribersOfTheOrder = parameter<readonly PrescriberKind[]>({
  key: 'eligibility/prescribers-of-the-order',
  label: 'Prescripteurs habilités par l’arrêté',
  unit: 'types',
  values: [
    {
      ...ORDER_OF_2021,
      to: null,
      value: (Object.keys(PRESCRIBERS) as PrescriberKind[]).filter((kind) => PRESCRIBERS[kind].authorisedBy === 'order'),
      source: orderOf2021('Annexe 1, liste des prescripteurs', 'secondary', 'Rapprochement avec les types du téléservice, fait par nous'),
    },
  ],
})
