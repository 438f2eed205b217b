import { addDays, type CalendarDate } from '@maillage/kernel'
import type { Drawer } from './drawer.ts'
import type { KindProfile } from './kind-profiles.ts'

/** INSEE codes of the communes where people live, by weight. */
export type Homes = Readonly<Record<string, number>>

export interface MadeIdentity {
  readonly givenNames: string
  readonly birthName: string
  readonly sex: 'F' | 'M'
  readonly birthDate: CalendarDate
  readonly phone: string | null
  readonly address: string
  /** INSEE code of the home. */
  readonly commune: string
}

const WOMEN =
  'Aïcha Amandine Béatrice Camille Céline Dalila Delphine Élodie Émilie Fatima Fatoumata Florence Ghislaine Inès Isabelle Jessica Johanna Khadija Laura Léa Lydia Malika Marie Mélanie Mina Myriam Nathalie Océane Patricia Priscilla Salima Sandrine Sarah Sophie Stella Sylvie Vanessa Yasmina'.split(
    ' ',
  )
const MEN =
  'Abdel Adrien Alain Alexis Ali Amadou Anthony Antoine Bruno Cédric Christophe David Dylan Enzo Éric Fabrice Florian Franck Hamid Ibrahim Jean-Luc Jérémy Jordan Julien Karim Kévin Lucas Mamadou Mathieu Mehdi Michel Moussa Olivier Omar Pascal Patrice Rachid Romain Sofiane Stéphane Thierry Tony Yannick Youssef'.split(
    ' ',
  )
/** Names of birds: nobody takes them for real people. */
const BIRDS =
  'Alouette Avocette Barge Bécasse Bécassine Bergeronnette Bernache Bondrée Bouvreuil Bruant Busard Buse Butor Caille Canepetière Cassenoix Chardonneret Chevêche Choucas Cigogne Cincle Circaète Cochevis Colvert Cormoran Corneille Coucou Courlis Crécerelle Cygne Draine Échasse Effraie Eider Engoulevent Épervier Étourneau Faucon Fauvette Flamant Foulque Fuligule Gallinule Garrot Geai Gélinotte Gobemouche Goéland Gravelot Grèbe Grimpereau Grive Guêpier Guifette Guillemot Gypaète Harle Héron Hibou Hirondelle Huîtrier Huppe Hypolaïs Ibis Jaseur Lagopède Linotte Locustelle Loriot Macareux Macreuse Marouette Martinet Martin Merle Mésange Milan Moineau Mouette Nette Niverolle Œdicnème Ortolan Outarde Pélican Perdrix Pétrel Phragmite Pie Pigeon Pingouin Pinson Pipit Plongeon Pluvier Pouillot Puffin Pygargue Râle Rémiz Roitelet Rollier Rossignol Rousserolle Sarcelle Serin Sittelle Sizerin Spatule Sterne Tadorne Tarier Tarin Tétras Tichodrome Torcol Tournepierre Tourterelle Traquet Troglodyte Vanneau Vautour Verdier'.split(
    ' ',
  )

const STREETS =
  'des Amandiers|de la Bergerie|du Canal|des Écoles|de la Fontaine|des Genêts|du Lavoir|des Micocouliers|du Moulin|des Oliviers|de la Poste|des Remparts|du Vallon'.split(
    '|',
  )

const AGES = { young: [18.1, 25.9], middle: [26, 49.9], senior: [50, 61] } as const

/** Somebody who did not exist, of the sex and age that the kind of structure receives, on the day somebody proposes them. */
export function madeIdentity(draw: Drawer, profile: KindProfile, homes: Homes, on: CalendarDate): MadeIdentity {
  const sex = draw.weighted(profile.sex)
  const [least, most] = AGES[draw.weighted(profile.age)]
  const age = least + draw.next() * (most - least)
  return {
    givenNames: draw.pick(sex === 'F' ? WOMEN : MEN),
    birthName: draw.pick(BIRDS),
    sex,
    birthDate: addDays(on, -Math.round(age * 365.25)),
    // Numbers that the regulator keeps for fiction.
    phone: draw.chance(0.8)
      ? `06 39 98 ${String(draw.integer(0, 99)).padStart(2, '0')} ${String(draw.integer(0, 99)).padStart(2, '0')}`
      : null,
    address: `${draw.integer(1, 80)} rue ${draw.pick(STREETS)}`,
    commune: draw.weighted(homes),
  }
}
