import type { Refusal } from '@maillage/kernel'
import type { Messages } from '../http/slice.ts'
import { refusing } from '../http/words.ts'

const SAVE_AS = 'Ouvrez-le dans votre tableur, puis enregistrez-le au format XLSX, ODS ou CSV.'

/** Why a file is not read, and what to do. */
export const uploadMessages = {
  'uploads/missing': () => 'Choisissez le fichier à importer sur votre ordinateur.',
  'uploads/empty': () => 'Ce fichier est vide : il ne contient pas un octet. Vérifiez que c’est le bon, puis choisissez-le de nouveau.',
  'uploads/too-large': ({ most }) =>
    `Ce fichier dépasse ${most} Mo. Gardez les feuilles utiles, sans image, ou envoyez-le en plusieurs fichiers.`,
  'uploads/not-a-table': ({ seen }) => `Ce fichier n’est pas un tableau : son contenu est ${seen}, quel que soit son nom. ${SAVE_AS}`,
  'uploads/old-workbook': ({ seen }) => `Ce fichier est ${seen}, un format que la plateforme ne lit pas. ${SAVE_AS}`,
  'uploads/locked': () =>
    'Ce fichier est protégé par un mot de passe. Enlevez la protection dans votre tableur, enregistrez, puis recommencez.',
  'uploads/unfolds-too-much': () =>
    'Ce fichier devient beaucoup trop volumineux une fois décompressé : il n’a pas été ouvert. Copiez les cellules utiles dans un classeur neuf, puis recommencez.',
  'uploads/damaged': () => `Ce fichier est abîmé : il n’a pas pu être lu jusqu’au bout. ${SAVE_AS}`,
  'uploads/too-many-sheets': ({ most }) => `Ce classeur a plus de ${most} feuilles. Gardez celles à importer, puis recommencez.`,
  'uploads/too-many-rows': ({ sheet, most }) =>
    `La feuille « ${sheet} » a plus de ${most} lignes remplies. Envoyez-la en plusieurs fichiers.`,
  'uploads/too-many-columns': ({ sheet, most }) =>
    `La feuille « ${sheet} » a plus de ${most} colonnes remplies. Gardez les colonnes utiles, puis recommencez.`,
  'uploads/too-much-text': () => 'Les cellules de ce fichier contiennent trop de texte. Gardez les colonnes utiles, puis recommencez.',
  'uploads/nothing-in-it': () => 'Ce fichier ne contient aucune cellule remplie. Vérifiez que c’est le bon, puis choisissez-le de nouveau.',
  'uploads/too-long': () =>
    'La lecture de ce fichier prend trop de temps : elle a été arrêtée. Copiez les cellules utiles dans un classeur neuf, puis recommencez.',
  'uploads/busy': () => 'Un autre fichier est en cours de lecture. Attendez quelques secondes, puis envoyez de nouveau le vôtre.',
} satisfies Messages

/** Refuses a file with a code that has its French sentence above. */
export const refuseUpload = refusing(uploadMessages)

export type UploadRefusal = Refusal<keyof typeof uploadMessages>

/** The sentence of a refusal, for the page that shows the file field again. */
export const uploadSentence = ({ code, details = {} }: UploadRefusal): string => uploadMessages[code](details)
