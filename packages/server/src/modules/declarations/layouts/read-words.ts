import { normalised } from '@maillage/kernel'
import type { ContractType } from '../../employment/index.ts'
import { quoted, type Read } from './read-cell.ts'

const INVISIBLE = /\p{Cc}|\p{Cf}/gu

/** A text of one line: spaces and marks that a spreadsheet hides are taken off. */
export const readText =
  (longest: number) =>
  (typed: string): Read<string> => {
    const shown = typed.replace(/\s+/g, ' ').replace(INVISIBLE, '').trim()
    return shown.length <= longest ? { value: shown } : { why: `il y a plus de ${longest} caractères : raccourcissez` }
  }

/** A name holds a letter at least. */
export function readName(typed: string): Read<string> {
  const read = readText(120)(typed)
  return 'value' in read && !/\p{L}/u.test(read.value) ? { why: `${quoted(typed)} n’est pas un nom` } : read
}

const SEXES: Readonly<Record<string, 'F' | 'M'>> = {
  f: 'F',
  femme: 'F',
  feminin: 'F',
  mme: 'F',
  madame: 'F',
  mlle: 'F',
  mademoiselle: 'F',
  '2': 'F',
  m: 'M',
  h: 'M',
  homme: 'M',
  masculin: 'M',
  mr: 'M',
  monsieur: 'M',
  '1': 'M',
}

/** « Mme », « Monsieur », « F », « 1 »: as the civility or the sex of a payroll file. */
export function readSex(typed: string): Read<'F' | 'M'> {
  const value = SEXES[normalised(typed)]
  return value ? { value } : { why: `${quoted(typed)} n’est pas compris : écrivez F ou M` }
}

/** The first words that fit decide: « CDD d’insertion » before any « CDD ». */
const TYPES: readonly (readonly [RegExp, ContractType])[] = [
  [/\bcddi\b|\bcdd d? ?insertion\b|contrat (a duree determinee )?d insertion/, 'CDDI'],
  [/\bcddu\b|\bcdd d? ?usage\b|contrat d usage/, 'CDDU'],
  [/\bcdi (d )?inclusion\b|\bcdii?nclusion\b|\bcdi 57\b/, 'CDI_INCLUSION'],
  [/apprentissage|\bcap\b|apprenti/, 'APPRENTICESHIP'],
  [/professionnalisation|\bcontrat pro\b/, 'PROFESSIONAL_TRAINING'],
  [/\bctt\b|travail temporaire|interim|contrat de mission|^mission$/, 'CTT'],
  [/\beiti\b/, 'EITI'],
  [/\bcdi\b|duree indeterminee/, 'CDI'],
  [/^autre/, 'OTHER'],
]

/** The type of a contract in the words of a payroll tool. « CDD » alone says too little: it is asked again. */
export function readContractType(typed: string): Read<ContractType> {
  const key = normalised(typed)
  const found = TYPES.find(([words]) => words.test(key))
  if (found) return { value: found[1] }
  const why = /\bcdd\b|duree determinee/.test(key) ? 'ne dit pas quel CDD : écrivez CDDI ou CDDU' : 'n’est pas un type de contrat connu'
  return { why: `${quoted(typed)} ${why}` }
}

const MEASURES = { common: /droit commun|\biae\b|^$/, prison: /penitentiaire|detention/, bridge: /passerelle/ } as const

/** Which annex pays the hours. */
export function readMeasure(typed: string): Read<keyof typeof MEASURES> {
  const key = normalised(typed)
  const found = (Object.keys(MEASURES) as (keyof typeof MEASURES)[]).find((each) => MEASURES[each].test(key))
  return found
    ? { value: found }
    : { why: `${quoted(typed)} n’est pas compris : écrivez Droit commun, Milieu pénitentiaire ou Contrat passerelle` }
}

/** A telephone that lost its first zero in a spreadsheet finds it again. */
export function readPhone(typed: string): Read<string> {
  const bare = typed.trim()
  const figures = bare.replace(/\D/g, '')
  const whole = /^[1-9]\d{8}$/.test(figures) && !bare.startsWith('+') ? `0${figures}` : bare
  return /^\+?[\d\s().-]{6,24}$/.test(whole)
    ? { value: /^0\d{9}$/.test(whole) ? (whole.match(/../g) ?? []).join(' ') : whole }
    : { why: `${quoted(typed)} n’est pas un numéro de téléphone : écrivez-le en chiffres, par exemple 06 39 98 00 00` }
}

/** An e-mail address, whole. */
export function readEmail(typed: string): Read<string> {
  const bare = typed.trim()
  return bare.length <= 120 && /^[^\s@,;]+@[^\s@,;]+\.[^\s@,;]{2,}$/.test(bare)
    ? { value: bare }
    : { why: `${quoted(typed)} n’est pas une adresse e-mail complète` }
}
