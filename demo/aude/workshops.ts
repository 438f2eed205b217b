import { teamOf } from '../cast/team-of.ts'

/** What was done in groups, and with somebody, in the last weeks of the demonstration. */
export interface MadeWorkshop {
  readonly organisation: string
  readonly unit: string
  /** E-mail of whoever noted it */
  readonly by: string
  readonly theme: string
  readonly purpose: string
  readonly daysAgo: number
  readonly minutes: number
  /** How many came, among those whom the team follows */
  readonly present: number
}

const CHANTIER = {
  organisation: 'Au fil de l’Aude',
  unit: teamOf('Au fil de l’Aude – rivières et berges'),
  by: 'samia.arbousier@exemple.test',
} as const
const MISSION = {
  organisation: 'Mission locale des Pays d’Aude',
  unit: 'Antenne de Carcassonne',
  by: 'nadia.romarin@exemple.test',
} as const

export const WORKSHOPS: readonly MadeWorkshop[] = [
  {
    ...CHANTIER,
    theme: 'Préparer un entretien d’embauche',
    purpose: 'Se présenter en deux minutes, répondre aux questions difficiles. Jeux de rôle à deux.',
    daysAgo: 9,
    minutes: 120,
    present: 12,
  },
  {
    ...CHANTIER,
    theme: 'Lire sa fiche de paie',
    purpose: 'Brut, net, heures, prime d’activité\u00a0: chacun est reparti avec la sienne annotée.',
    daysAgo: 30,
    minutes: 60,
    present: 8,
  },
  {
    ...MISSION,
    theme: 'Découvrir les structures d’insertion de l’Aude',
    purpose: 'Ce que fait un chantier, une entreprise d’insertion, une association intermédiaire, et comment on y entre.',
    daysAgo: 16,
    minutes: 90,
    present: 10,
  },
]
