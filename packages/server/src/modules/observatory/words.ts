import { frenchMonth, type Month, plural } from '@maillage/kernel'
import type { FigureSet } from './figure-set.ts'
import { exclusionsOf, lineOf, realisation } from './lines.ts'

/**
 * What the figures say, in two or three sentences, with what forbids to say more. Nothing is said of a figure that is not shown.
 * @example inWords(set, { place: 'l’Aude', year: 2026, until: month('2026-11') })
 */
export function inWords(
  set: FigureSet,
  { place, year, until }: { readonly place: string; readonly year: number; readonly until: Month | null },
): readonly string[] {
  const [people, structures] = [set.of('people'), set.of('structures')]
  const when = until === null ? `En ${year}` : `Depuis janvier ${year}`
  const sentences: string[] = []
  if (people?.state === 'shown' && people.numerator !== null) {
    const where = structures?.numerator ? ` dans ${plural(structures.numerator, 'structure')}` : ''
    sentences.push(
      `${when}, ${plural(people.numerator, 'personne')} ${people.numerator < 2 ? 'a été' : 'ont été'} en parcours${where} (${place}).`,
    )
  } else if (people !== undefined) sentences.push(`${when}, il y a trop peu de personnes en parcours pour en donner le nombre (${place}).`)
  const used = realisation(set)
  const declared = set.of('realised-fte', 'with-annex')
  if (used !== null && declared) {
    const undeclared = declared.excluded['month-not-declared'] ?? 0
    const [missing] = exclusionsOf({ ...declared, excluded: { 'month-not-declared': undeclared } })
    const left = undeclared === 1 ? '1 mois non déclaré ne compte pour rien' : `${missing} ne comptent pour rien`
    sentences.push(
      `Sur les mois déclarés, ${used} des ETP conventionnés sont réalisés${missing ? `\u202f; ${left}, ni en plus ni en moins` : ''}.`,
    )
  }
  const dynamic = lineOf('dynamic', '', set.of('dynamic-rate'))
  if (dynamic?.value && dynamic.measured.denominator) {
    const bounds = dynamic.details.find((each) => each.startsWith('Entre'))
    sentences.push(
      `Parmi les ${plural(dynamic.measured.denominator, 'sortie comptée', 'sorties comptées')}, ${dynamic.value} sont dynamiques${bounds ? `\u00a0: plausiblement ${bounds.toLowerCase().replace(' (intervalle à 95\u00a0%)', '')}` : ''}.`,
    )
  }
  if (until !== null && sentences.length > 0)
    sentences.push(`L’année n’est pas finie\u00a0: ces chiffres vont jusqu’à ${frenchMonth(until)} et changeront.`)
  return sentences.length === 0 ? [`Pas encore de chiffre en ${year} (${place}).`] : sentences
}
