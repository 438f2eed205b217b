import { frenchList } from '@maillage/kernel'
import type { Messages } from '../../platform/http/slice.ts'
import { refusing, stale } from '../../platform/http/words.ts'
import type { ImportKind, RunState } from './import-run.ts'

export const messages = {
  'declarations/not-yours': () =>
    'Le suivi mensuel d’une structure s’importe par un conseiller, la coordination ou la direction de cette structure.',
  'declarations/no-team': () => 'Vous n’êtes dans aucune équipe de cette structure : demandez à la direction de vous y ajouter.',
  'declarations/no-grid': () =>
    'Aucune feuille de ce fichier n’a les colonnes du suivi mensuel. Il en faut au moins cinq, dont « Identité (initiales) ». Partez du modèle vierge si besoin.',
  'declarations/other-month': ({ month }) => `L’en-tête du fichier dit ${month}. Importez-le dans ce mois-là, ou corrigez l’en-tête.`,
  'declarations/nobody-in-file': () => 'La grille a bien ses colonnes, mais aucune ligne de salarié. Vérifiez que c’est le bon fichier.',
  'declarations/too-many-lines': ({ most }) => `Ce fichier a plus de ${most} lignes remplies. Envoyez-le en plusieurs fichiers.`,
  'declarations/already-recorded': ({ on }) => `Ce fichier a déjà été importé le ${on}. Annulez cet import-là avant de recommencer.`,
  'declarations/run-closed': () => 'Cet import est terminé : il ne change plus.',
  'declarations/lines-to-settle': ({ count }) =>
    Number(count) > 1
      ? `${count} lignes sont refusées. Corrigez-les ou laissez-les de côté, puis confirmez.`
      : 'Une ligne est refusée. Corrigez-la ou laissez-la de côté, puis confirmez.',
  'declarations/facts-changed': ({ lines }) =>
    `Les faits ont changé depuis la lecture du fichier (${lines}). Faites-les relire, vérifiez-les, puis confirmez de nouveau.`,
  'declarations/line-refused': ({ line }) => `Rien n’a été enregistré : la ligne ${line} a été refusée.`,
  'declarations/nothing-typed': () => 'Rien n’est différent de ce qui était lu. Corrigez une case, ou revenez à la liste.',
  'declarations/nothing-to-undo': () => 'Seul un import confirmé s’annule, par la personne qui l’a fait.',
  'declarations/exit-changed': ({ line }) => `Ligne ${line} : la sortie a été corrigée depuis. Annulez-la sur sa fiche.`,
  'declarations/contract-changed': ({ line }) =>
    `Ligne ${line} : le contrat a été signé, changé ou renouvelé depuis. Corrigez-le sur sa fiche.`,
  'declarations/hours-changed': ({ line }) => `Ligne ${line} : les heures ont été corrigées depuis. Corrigez-les dans le mois.`,
  'declarations/month-validated': ({ line }) =>
    `Ligne ${line} : le mois a été validé avec ces heures. Reprenez-le en brouillon, puis annulez l’import.`,
  'platform/stale': stale,
} satisfies Messages

/** Refuses with a code that has its French sentence above. */
export const refuse = refusing(messages)

export const KIND_LABELS = {
  'grid-g1': 'Suivi mensuel des salariés',
  people: 'Personnes',
  contracts: 'Contrats',
  hours: 'Heures',
} satisfies Record<ImportKind, string>

export const RUN_LABELS = {
  read: 'À confirmer',
  recorded: 'Confirmé',
  abandoned: 'Abandonné',
  expired: 'Expiré',
  undone: 'Annulé',
} satisfies Record<RunState, string>

/** « lignes 7, 9 et 12 » */
export const linesNamed = (lines: readonly number[]): string =>
  lines.length === 1 ? `ligne ${lines[0]}` : `lignes ${frenchList(lines.map(String))}`
