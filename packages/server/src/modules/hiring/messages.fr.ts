import type { RefusalDetails } from '@maillage/kernel'
import { type EmploymentAnomaly, employmentAnomalySentence } from '@maillage/rules/employment'
import { type PassAnomaly, passAnomalySentence } from '@maillage/rules/pass-iae'
import type { Messages } from '../../platform/http/slice.ts'
import { refusing, stale } from '../../platform/http/words.ts'
import type { PassAct } from './model.ts'

export const messages = {
  'hiring/not-yours': () => 'Seule la structure qui embauche peut faire cette déclaration.',
  'hiring/no-unit': ({ name }) => `Vous n’êtes dans aucune équipe de « ${name} ». Demandez à y être placé(e) avant de déclarer l’embauche.`,
  'hiring/already-hired': ({ by, on }) =>
    by
      ? `Cette embauche est déjà déclarée, par ${by}, le ${on}. Rien n’a été enregistré une seconde fois.`
      : 'Cette embauche vient d’être déclarée par quelqu’un d’autre de votre structure.',
  'hiring/fact-to-come': () => 'Une embauche à venir se déclare : elle ne s’enregistre pas comme déjà faite.',
  'hiring/already-cancelled': () => 'Cette embauche est déjà annulée.',
  'hiring/finding-to-come': () => 'Ce jour est dans l’avenir : un constat porte sur ce qui a eu lieu.',
  'hiring/found-already': () => 'Votre service a déjà fait ce constat, à partir du même jour.',
  'hiring/authorised-by-order': () =>
    'Cette organisation prescrit de droit, par l’arrêté ministériel\u00a0: le préfet n’y met pas fin. Si elle n’est pas ce qu’elle déclare, prévenez l’administrateur de la plateforme.',
  'hiring/same-day': () => 'C’est déjà le premier jour de cette embauche.',
  'platform/stale': stale,
} satisfies Messages

/** Refuses with a code that has its French sentence above. */
export const refuse = refusing(messages)

/** What the hire did to the right, in a sentence. */
export const PASS_ACT_SENTENCES: Readonly<Record<PassAct, string>> = {
  issue: 'Un PASS IAE commence avec cette embauche.',
  reuse: 'Le PASS IAE de la personne, déjà en cours, est repris.',
  'bring-forward': 'Le PASS IAE de la personne, qui n’avait pas commencé, est avancé au premier jour de cette embauche.',
}

/** The sentence of an anomaly as the database kept it. */
export const anomalySentence = (rule: string, facts: RefusalDetails): string =>
  rule.startsWith('employment/')
    ? employmentAnomalySentence({ code: rule as EmploymentAnomaly, details: facts as never })
    : passAnomalySentence({ code: rule as PassAnomaly, details: facts as never })
