import type { Messages } from '../../platform/http/slice.ts'
import { refusing, stale } from '../../platform/http/words.ts'
import type { ActKind, DropReason, Mission } from './model.ts'
import type { Reach } from './model-partners.ts'
import type { PartnerEvent } from './queries/partners.ts'

export const messages = {
  'accompaniment/not-yours': () => 'Seules les équipes qui suivent la personne notent ce qu’elles font avec elle.',
  'accompaniment/act-to-come': () => 'Un acte se note une fois fait. Pour un rendez-vous à venir, écrivez-le dans « Et ensuite ».',
  'accompaniment/next-before-act': () => 'La suite vient avant l’acte lui-même. Corrigez l’une des deux dates.',
  'accompaniment/next-without-step': () => 'Dites ce qui est prévu ce jour-là, ou effacez la date.',
  'accompaniment/not-author': () => 'Seule la personne qui a noté cet acte peut le retirer.',
  'accompaniment/hour-without-day': () => 'Dites quel jour, ou effacez l’heure.',
  'accompaniment/no-such-hour': () => 'Saisissez une heure, par exemple 14 h 30.',
  'accompaniment/moved-to-the-past': () => 'Choisissez aujourd’hui ou un jour à venir.',
  'accompaniment/settled-meanwhile': () => 'Quelqu’un vient de régler ou de reporter cette suite. Rechargez la page.',
  'accompaniment/referents-only': () =>
    'Seuls les référents de la personne notent ce qui touche à la santé, à la justice ou aux violences. Demandez à son référent, ou devenez-le.',
  'accompaniment/since-to-come': () => 'Ce frein ne peut pas commencer après aujourd’hui.',
  'accompaniment/barrier-known': ({ area }) =>
    `« ${String(area)} » est déjà noté\u202f: mettez ce frein à jour plutôt que d’en noter un second.`,
  'accompaniment/nothing-changed': () => 'Rien n’a changé\u202f: il n’y a rien à enregistrer.',
  'accompaniment/why-dropped': () => 'Dites pourquoi, en quelques mots, ou gardez-le en cours.',
  'accompaniment/too-personal-to-share': () => 'Une action qui répond à un frein de santé ou de justice ne se partage pas.',
  'accompaniment/no-such-action': () => 'Cette action n’est pas de celles que vous suivez avec la personne.',
  'platform/stale': stale,
  'accompaniment/review-to-come': () => 'Un bilan se note une fois fait. Corrigez la date.',
  'accompaniment/next-review-before': () => 'Le prochain bilan vient avant celui-ci. Corrigez l’une des deux dates.',
  'accompaniment/review-of-nothing': () =>
    'Ce bilan ne dit rien : répondez au moins à une question, ou écrivez ce que la personne en retient.',
  'accompaniment/review-corrected-by-referents': () =>
    'Seul un référent de la personne corrige un bilan. Vous pouvez annuler le vôtre, et le refaire.',
  'accompaniment/note-not-yours': () => 'Seules les équipes qui suivent la personne prennent des notes de travail sur elle.',
  'accompaniment/note-asked-for': () =>
    'La personne a demandé une copie de ce que vous gardez sur elle : cette note ne se supprime pas avant la réponse. Si elle parle d’une autre personne, retenez-la dans « Demandes des personnes ».',
  'accompaniment/note-changed': () =>
    'Vous avez modifié cette note entre-temps, dans une autre page. Le texte enregistré est rappelé ci-dessous ; le vôtre est gardé.',
  'accompaniment/heir-unknown': () => 'Choisissez un référent nommé de la personne, dans l’une de vos équipes.',
  'accompaniment/already-cancelled': () => 'C’est déjà retiré.',
  'accompaniment/not-all-yours': () => 'Votre équipe ne suit plus l’une des personnes cochées. Relisez la liste.',
  'accompaniment/died-before': ({ names }) =>
    `${String(names)} : cette date vient après un décès enregistré. Décochez, ou corrigez la date.`,
  'accompaniment/not-author-of-workshop': () => 'Seule la personne qui a noté cet atelier peut le changer.',
  'accompaniment/already-present': () => 'Ces personnes sont déjà notées à cet atelier.',
  'accompaniment/too-many-present': ({ most }) => `Un atelier compte ${String(most)} personnes au plus. Notez-en un second.`,
  'accompaniment/partners-not-yours': () => 'L’annuaire se complète par celles et ceux qui accompagnent des personnes.',
  'accompaniment/commune-unknown': () => 'Cette commune n’est pas dans le liste des communes. Cherchez-la de nouveau.',
  'accompaniment/no-such-reach': () => 'La commune n’appartient à aucun territoire de cette sorte. Choisissez-en une autre.',
  'accompaniment/partner-moved-away': () =>
    'Un partenaire parti dans un autre département est une nouvelle fiche. Fermez celle-ci, puis ajoutez-la là-bas.',
  'accompaniment/partner-closed': () => 'Ce partenaire est fermé. S’il a rouvert, corrigez sa fiche.',
  'accompaniment/closing-to-come': () => 'Une fermeture se note une fois faite. Corrigez la date.',
  'accompaniment/partner-of-a-step': () =>
    'Un partenaire se dit pour une démarche avec un partenaire. Choisissez cette réponse, ou ne nommez personne.',
  'accompaniment/partner-unknown': () => 'Ce partenaire n’est plus dans l’annuaire. Choisissez-en un autre, ou ne nommez personne.',
  'accompaniment/partner-betrays': () =>
    'Le nom de ce partenaire dirait la santé de la personne ou une affaire de justice. Notez la démarche sans le nommer.',
} satisfies Messages

/** Refuses with a code that has its French sentence above. */
export const refuse = refusing(messages)

export const KIND_LABELS: Readonly<Record<ActKind, string>> = {
  interview: 'Entretien',
  call: 'Appel',
  workshop: 'Atelier collectif',
  visit: 'Visite',
  'tripartite-meeting': 'Rencontre tripartite',
  'partner-step': 'Démarche avec un partenaire',
}

export const MISSION_LABELS: Readonly<Record<Mission, string>> = {
  welcome: 'Accueil, information et diagnostic',
  support: 'Accompagnement individuel ou collectif',
  pathway: 'Construction du parcours',
  workshops: 'Animation d’ateliers',
  employers: 'Mise en relation avec les employeurs et suivi en entreprise',
  partnership: 'Travail en partenariat',
  training: 'Plan de formation',
  watch: 'Veille informationnelle',
}

export const DROP_LABELS: Readonly<Record<DropReason, string>> = {
  'no-longer-needed': 'Cela n’a plus lieu d’être',
  'done-otherwise': 'C’est fait autrement',
  'not-come': 'La personne n’est pas venue',
  'not-wanted': 'La personne ne le souhaite pas',
}

export const REACH_LABELS: Readonly<Record<Reach, string>> = {
  commune: 'Les habitants de la commune',
  epci: 'Les habitants de l’intercommunalité',
  bassin: 'Les habitants du bassin d’emploi',
  departement: 'Tous les habitants du département',
}

export const PARTNER_EVENT_LABELS: Readonly<Record<PartnerEvent['kind'], string>> = {
  written: 'Fiche écrite',
  corrected: 'Fiche corrigée',
  closed: 'Fermeture notée',
  verified: 'Fiche vérifiée',
  mistake: 'Erreur signalée',
}
