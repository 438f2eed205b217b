import type { RefusalDetails } from '@maillage/kernel'
import { type ApplicationRefusal, applicationRefusalSentence } from '@maillage/rules/applications'
import type { Messages } from '../../platform/http/slice.ts'
import { refusing, stale } from '../../platform/http/words.ts'
import type { SenderKind } from './model.ts'

// The rules word their own refusals; their details are those that the rules gave.
const ruled =
  (code: ApplicationRefusal) =>
  (details: RefusalDetails): string =>
    applicationRefusalSentence({ code, details })

const ofTheRules = {
  'applications/not-from-this-state': ruled('applications/not-from-this-state'),
  'applications/not-by-this-actor': ruled('applications/not-by-this-actor'),
  'applications/geiq-only': ruled('applications/geiq-only'),
  'applications/not-a-member-of-both': ruled('applications/not-a-member-of-both'),
  'applications/reason-missing': ruled('applications/reason-missing'),
  'applications/reason-not-offered': ruled('applications/reason-not-offered'),
  'applications/answer-missing': ruled('applications/answer-missing'),
  'applications/not-due-yet': ruled('applications/not-due-yet'),
  'applications/already-sent': ruled('applications/already-sent'),
} satisfies Record<ApplicationRefusal, (details: RefusalDetails) => string>

export const messages = {
  ...ofTheRules,
  'applications/not-yours-to-send': () => 'Votre casquette ne permet pas de proposer une personne à une structure.',
  'applications/no-unit': () =>
    'Vous n’êtes dans aucune équipe : personne ne pourrait suivre cette candidature. Demandez à votre organisation de vous placer dans une équipe.',
  'applications/siae-unknown': () => 'Choisissez une structure ouverte dans la liste.',
  'applications/siae-without-team': ({ name }) =>
    `Aucune équipe de « ${name} » ne peut recevoir de candidature pour l’instant. Prenez contact avec la structure.`,
  'applications/person-not-yours': () => 'Cette personne n’est pas suivie par votre équipe.',
  'applications/already-among-your-people': () =>
    'Une personne du même nom, née le même jour, est déjà suivie par votre équipe. Choisissez-la, ou dites que c’est une autre personne.',
  'applications/not-an-authorised-prescriber': () =>
    'Votre organisation n’est pas un prescripteur habilité à cette date : elle oriente, et la structure fera le diagnostic.',
  'applications/diagnosed-later': () => 'Le diagnostic ne peut pas être daté d’un jour à venir.',
  'applications/not-yours-to-answer': () => 'Seule la structure qui a reçu cette candidature peut y répondre.',
  'applications/message-missing': () => 'Écrivez quelques mots à la structure : le projet de la personne, ses disponibilités.',
  'applications/same-structure': () => 'Cette candidature est déjà dans cette structure. Choisissez-en une autre.',
  'platform/stale': stale,
} satisfies Messages

/** Refuses with a code that has its French sentence above. */
export const refuse = refusing(messages)

/** Who sent it, in a word. */
export const SENDER_LABELS: Readonly<Record<SenderKind, string>> = {
  'authorised-prescriber': 'Prescripteur habilité',
  referrer: 'Orienteur',
  siae: 'Candidature spontanée, saisie par la structure',
  person: 'La personne elle-même',
}

/** Said instead of a sender whose mere name would tell something of the person. */
export const MASKED_SENDER = 'Un partenaire de la personne (nom protégé)'

/** What the person reads: neutral for whoever would see the screen of a shared phone. */
export const answerMail = (siaeName: string, answer: string) => ({
  subject: 'Une réponse vous attend',
  body: `Bonjour,\n\n« ${siaeName} » répond à votre candidature :\n\n${answer}\n\nPour en parler, appelez la personne qui vous accompagne.`,
})
