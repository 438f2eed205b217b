import type { Messages } from '../../platform/http/slice.ts'
import { refusing } from '../../platform/http/words.ts'

export const messages = {
  'eligibility/not-yours': () =>
    'Seuls les conseillers et la direction de la structure, ou les conseillers d’un prescripteur, peuvent enregistrer un diagnostic.',
  'eligibility/siae-of-another': () => 'Choisissez une structure de votre organisation.',
  'eligibility/made-later': () => 'Le diagnostic ne peut pas être daté d’un jour à venir.',
  'eligibility/before-the-texts': () => 'Aucun texte connu ne couvre ce jour : la plateforme ne peut pas dire qui était éligible.',
} satisfies Messages

export const refuse = refusing(messages)

export const VERDICT_LABELS = {
  granted: 'Éligible',
  refused: 'Non éligible',
  undetermined: 'À compléter',
} as const
