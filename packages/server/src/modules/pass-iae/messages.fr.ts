import type { RefusalDetails } from '@maillage/kernel'
import { type PassMissing, type PassRefusal, passMissingSentence, passRefusalSentence } from '@maillage/rules/pass-iae'
import type { Messages } from '../../platform/http/slice.ts'
import { refusing, stale } from '../../platform/http/words.ts'

/** Every refusal of the rules, so that a new one does not compile until it is said here that the screens may show it. */
const OF_THE_RULES: Readonly<Record<PassRefusal, true>> = {
  'pass-iae/suspension-reason-closed': true,
  'pass-iae/suspension-ends-before-it-begins': true,
  'pass-iae/suspension-too-long': true,
  'pass-iae/suspension-in-future': true,
  'pass-iae/suspension-too-far-back': true,
  'pass-iae/suspension-outside-pass': true,
  'pass-iae/suspension-of-an-older-pass': true,
  'pass-iae/suspension-overlaps': true,
  'pass-iae/suspension-before-hire': true,
  'pass-iae/suspension-while-other-stay-runs': true,
  'pass-iae/contract-suspension-too-short': true,
  'pass-iae/declarant-not-entitled': true,
  'pass-iae/not-suspended-long-enough': true,
  'pass-iae/closure-not-examined': true,
  'pass-iae/closure-not-notified': true,
  'pass-iae/prolongation-reason-closed': true,
  'pass-iae/prolongation-kind-excluded': true,
  'pass-iae/prolongation-ends-before-it-begins': true,
  'pass-iae/prolongation-needs-an-end': true,
  'pass-iae/prolongation-too-long-in-all': true,
  'pass-iae/prolongation-decision-too-long': true,
  'pass-iae/prolongation-too-young': true,
  'pass-iae/prolongation-without-employer': true,
  'pass-iae/disabled-worker-title-not-valid': true,
  'pass-iae/training-not-running-at-the-end': true,
  'pass-iae/prolongation-beyond-training': true,
  'pass-iae/open-contract-too-early': true,
  'pass-iae/prolongation-of-an-older-pass': true,
  'pass-iae/prolongation-while-suspended': true,
  'pass-iae/prolongation-already-asked': true,
  'pass-iae/prolongation-of-a-closed-pass': true,
  'pass-iae/refusal-not-reasoned': true,
  'pass-iae/refusal-not-notified': true,
  'pass-iae/hire-in-the-past': true,
  'pass-iae/hire-too-far': true,
  'pass-iae/hire-after-end': true,
  'pass-iae/waiting-period': true,
  'pass-iae/not-eligible': true,
  'pass-iae/two-rights-in-force': true,
}

/** The sentences of this slice itself; the others are worded with the law. */
const own = {
  'pass-iae/not-yours': () => 'Votre rôle ne permet pas d’agir sur ce PASS IAE.',
  'pass-iae/person-provisional': () =>
    'La fiche de la personne est provisoire. Aucun droit ne peut être ouvert ou modifié avant son rattachement.',
  'pass-iae/already-cancelled': () => 'Ce PASS IAE est déjà annulé.',
  'pass-iae/already-closed': () => 'Il a déjà été mis fin à ce parcours.',
  'pass-iae/right-meanwhile': () =>
    'Un autre PASS IAE de cette personne couvre déjà une partie de ces jours. Rechargez la page pour voir ce qui vient de changer.',
  'pass-iae/suspension-meanwhile': () => 'Le PASS IAE est déjà suspendu pendant une partie de ces jours.',
  'pass-iae/prolongation-meanwhile': () => 'Le PASS IAE est déjà prolongé pendant une partie de ces jours.',
  'pass-iae/suspension-beyond-longest': ({ latest }) => `Une suspension commencée ce jour-là peut durer jusqu’au ${latest} au plus.`,
  'pass-iae/number-malformed': () => 'Le numéro a douze chiffres et commence par 99999.',
  'pass-iae/number-in-demonstration': () => 'Ce PASS IAE est une démonstration\u00a0: il ne reçoit pas de numéro de l’État.',
  'pass-iae/number-taken': () => 'Ce numéro est déjà enregistré pour un autre PASS IAE. Relisez l’attestation.',
  'pass-iae/certificate-reversed': () => 'Le dernier jour vient avant le premier. Relisez l’attestation.',
  'pass-iae/siae-to-choose': () => 'Choisissez la structure concernée, parmi celles de votre organisation.',
  'pass-iae/prescriber-to-choose': () => 'Choisissez le prescripteur habilité à qui la demande est adressée.',
  'pass-iae/request-answered': () => 'Cette demande a déjà reçu une réponse, ou a été retirée.',
  'pass-iae/grounds-missing': () => 'Écrivez le motif de votre décision.',
  'pass-iae/notified-later': () => 'La personne ne peut pas avoir été informée un jour à venir.',
  'pass-iae/missing-birth-date': () => passMissingSentence('birth-date'),
  'pass-iae/missing-disabled-worker-title': () => passMissingSentence('disabled-worker-title'),
  'pass-iae/missing-training': () => passMissingSentence('training'),
  'pass-iae/missing-contract': () => passMissingSentence('contract'),
  'platform/stale': stale,
} satisfies Messages & Record<`pass-iae/missing-${PassMissing}`, () => string>

export const messages: typeof own & Messages = {
  ...own,
  ...Object.fromEntries(
    (Object.keys(OF_THE_RULES) as PassRefusal[]).map((code) => [code, (details: RefusalDetails) => passRefusalSentence({ code, details })]),
  ),
}

export const refuse = refusing(own)

/** A hire elsewhere ended a suspension: nobody is named, the address leads whoever may open it. */
export const liftedMail = (passId: string) => ({
  subject: 'La suspension d’un PASS IAE a pris fin',
  body: `Bonjour,\n\nUne autre structure a embauché une personne dont vous aviez suspendu le PASS IAE : la suspension a pris fin la veille de l’embauche.\n\nOuvrez Maillage à l’adresse /pass/${passId} pour voir les dates.`,
})
