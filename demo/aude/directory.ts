import type { BarrierArea } from '@maillage/rules/accompaniment'

/** A place of the Aude to which people are sent, as one team wrote it: invented, like its number. */
export interface MadePartner {
  readonly name: string
  readonly does: string
  readonly areas: readonly BarrierArea[]
  /** INSEE code of the commune where it stands */
  readonly commune: string
  /** Whether the whole département may go there, or the commune alone */
  readonly everybody: boolean
  readonly phone: string
  readonly conditions: string | null
  /** E-mail of whoever wrote it, and their organisation */
  readonly by: string
  readonly organisation: string
  readonly daysAgo: number
}

const CHANTIER = { organisation: 'Au fil de l’Aude', by: 'samia.arbousier@exemple.test' } as const
const MISSION = { organisation: 'Mission locale des Pays d’Aude', by: 'nadia.romarin@exemple.test' } as const

export const DIRECTORY: readonly MadePartner[] = [
  {
    ...CHANTIER,
    name: 'Garage solidaire des Garrigues',
    does: 'Répare, loue et vend des voitures à petit prix.',
    areas: ['mobility'],
    commune: '11262',
    everybody: true,
    phone: '04 68 00 00 11',
    conditions: 'Avec un mot de la structure qui accompagne',
    daysAgo: 48,
  },
  {
    ...MISSION,
    name: 'Auto-école sociale La Bifurcation',
    does: 'Prépare au permis celles et ceux que le code a découragés, en un an.',
    areas: ['mobility', 'french'],
    commune: '11069',
    everybody: true,
    phone: '04 68 00 00 12',
    conditions: 'Une réunion d’information chaque premier mardi',
    daysAgo: 120,
  },
  {
    ...MISSION,
    name: 'Logement Passerelle',
    does: 'Cherche un logement avec la personne, avance le dépôt de garantie et suit la première année.',
    areas: ['housing', 'money'],
    commune: '11069',
    everybody: true,
    phone: '04 68 00 00 13',
    conditions: null,
    daysAgo: 75,
  },
  {
    ...CHANTIER,
    name: 'Point numérique de la Robine',
    does: 'Aide à ouvrir ses comptes en ligne, et prête des ordinateurs.',
    areas: ['digital', 'access-to-rights'],
    commune: '11262',
    everybody: false,
    phone: '04 68 00 00 14',
    conditions: 'Sans rendez-vous le matin',
    daysAgo: 20,
  },
  {
    ...CHANTIER,
    name: 'Crèche des Remparts, places d’urgence',
    does: 'Garde les enfants de qui commence un emploi ou une formation, pour deux mois.',
    areas: ['childcare'],
    commune: '11069',
    everybody: false,
    phone: '04 68 00 00 15',
    conditions: 'Contrat de travail ou convocation à fournir',
    daysAgo: 200,
  },
  {
    ...MISSION,
    name: 'Atelier des Mots',
    does: 'Apprendre à lire, à écrire et à compter pour le travail, par petits groupes.',
    areas: ['illiteracy', 'french'],
    commune: '11206',
    everybody: true,
    phone: '04 68 00 00 16',
    conditions: null,
    daysAgo: 430,
  },
  {
    ...MISSION,
    name: 'Espace Tilleul',
    does: 'Écoute et soins pour qui veut parler de sa consommation ; sans avance de frais.',
    areas: ['addiction', 'health'],
    commune: '11262',
    everybody: true,
    phone: '04 68 00 00 17',
    conditions: 'Confidentiel et gratuit',
    daysAgo: 90,
  },
]
