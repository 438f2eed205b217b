import { type Cents, cents, day, parameter, source } from '@maillage/kernel'
import { fieldUse, labourCodeReported } from './texts.ts'

const caf = (disagrees?: string) => source('Barèmes de la CAF', 'secondary', 'RSA, montant forfaitaire d’une personne seule', disagrees)

/** RSA of one person without resources, euros cents a month. It changes on 1 April. */
export const rsaOfOnePerson = parameter<Cents>({
  key: 'financing/rsa-of-one-person',
  label: 'RSA d’une personne seule, montant forfaitaire mensuel',
  unit: 'centimes',
  values: [
    {
      from: day('2014-07-01'),
      to: day('2014-08-31'),
      published: day('2014-07-01'),
      value: cents(49_931),
      source: caf('Retrouvé par les 439,39 € de la part du Département en 2014'),
    },
    { from: day('2021-04-01'), to: day('2022-03-31'), published: day('2021-04-01'), value: cents(56_534), source: caf() },
    {
      from: day('2022-04-01'),
      to: day('2022-06-30'),
      published: day('2022-04-01'),
      value: cents(57_552),
      source: caf('Le fichier public du pilotage de l’inclusion place ce montant en juillet 2022'),
    },
    {
      from: day('2022-07-01'),
      to: day('2023-03-31'),
      published: day('2022-07-01'),
      value: cents(59_854),
      source: caf('Le fichier public du pilotage de l’inclusion donne 575,52 € en juillet 2022'),
    },
    { from: day('2023-04-01'), to: day('2024-03-31'), published: day('2023-04-01'), value: cents(60_775), source: caf() },
    {
      from: day('2024-04-01'),
      to: day('2025-03-31'),
      published: day('2024-04-01'),
      value: cents(63_571),
      source: caf('Le fichier public du pilotage de l’inclusion donne 647,79 € en janvier 2025'),
    },
    { from: day('2025-04-01'), to: day('2026-03-31'), published: day('2025-04-01'), value: cents(64_652), source: caf() },
  ],
})

/** Mayotte has a scale of its own, which we did not read: a reading throws `NoTextInForce`. */
export const rsaOfOnePersonMayotte = parameter<Cents>({
  key: 'financing/rsa-of-one-person-mayotte',
  label: 'RSA d’une personne seule à Mayotte (barème non lu)',
  unit: 'centimes',
  values: [],
})

export const departementPercentOfRsa = parameter<number>({
  key: 'financing/departement-percent-of-rsa',
  label: 'Participation du Département, en part du RSA d’une personne seule',
  unit: 'pour cent',
  values: [
    {
      from: day('2014-07-01'),
      to: null,
      published: day('2014-06-27'),
      value: 88,
      source: labourCodeReported(
        'L5132-3-1 et décret du 27 juin 2014',
        'Participation mensuelle par salarié d’ACI qui touchait le RSA à l’embauche',
      ),
    },
  ],
})

/** Départements where the RSA is paid by the State: the Département no longer owes the share of the CAOM there. */
export const recentralisedRsa = parameter<readonly string[]>({
  key: 'financing/recentralised-rsa',
  label: 'Départements où le RSA est recentralisé',
  unit: 'codes de département',
  values: [
    {
      from: day('2014-07-01'),
      to: day('2018-12-31'),
      published: day('2014-06-27'),
      value: [],
      source: fieldUse('RSA à la charge de tous les Départements'),
    },
    {
      from: day('2019-01-01'),
      to: day('2019-12-31'),
      published: day('2019-01-01'),
      value: ['973', '976'],
      source: fieldUse('Guyane et Mayotte', 'Lois de finances à relire'),
    },
    {
      from: day('2020-01-01'),
      to: day('2021-12-31'),
      published: day('2020-01-01'),
      value: ['973', '974', '976'],
      source: fieldUse('Guyane, La Réunion et Mayotte', 'Lois de finances à relire'),
    },
    {
      from: day('2022-01-01'),
      to: day('2022-12-31'),
      published: day('2022-01-01'),
      value: ['66', '93', '973', '974', '976'],
      source: fieldUse('S’ajoutent, par expérimentation, les Pyrénées-Orientales et la Seine-Saint-Denis', 'Lois de finances à relire'),
    },
    {
      from: day('2023-01-01'),
      to: null,
      published: day('2023-01-01'),
      value: ['09', '66', '93', '973', '974', '976'],
      source: fieldUse('S’ajoute, par expérimentation, l’Ariège', 'Lois de finances et fin des expérimentations à relire'),
    },
  ],
})
