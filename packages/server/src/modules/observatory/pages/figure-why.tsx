import { type CalendarDate, frenchDate, frenchNumber } from '@maillage/kernel'
import { Why } from '@maillage/ui'
import { factWords, MILLION } from '../../indicators/index.ts'
import { exclusionsOf, type FigureLine } from '../lines.ts'

/** « Pourquoi ce chiffre ? »: its definition, its parts, what is left out, its limits, where it comes from and since when. */
export function FigureWhy({ line, builtOn }: { readonly line: FigureLine; readonly builtOn: CalendarDate | null }) {
  const { card, numerator, denominator, structures } = line.measured
  const shown = (value: number) => (denominator === MILLION ? `${frenchNumber(value / MILLION, 2)} ETP` : frenchNumber(value))
  const excluded = exclusionsOf(line.measured)
  return (
    <Why
      rule={`${card.title}, définition version ${card.version} (${card.author})`}
      law={builtOn === null ? undefined : `données au ${frenchDate(builtOn)}`}
      steps={[
        { sentence: card.definition, source: card.source },
        { sentence: `Population\u00a0: ${card.population}` },
        { sentence: `Compté\u00a0: ${card.numerator}`, value: numerator === null ? undefined : shown(numerator) },
        ...(card.denominator === null
          ? []
          : [
              {
                sentence: `Rapporté à\u00a0: ${card.denominator}`,
                value: denominator === null || denominator === MILLION ? undefined : shown(denominator),
              },
            ]),
        ...(structures === null || structures === 0
          ? []
          : [{ sentence: 'Structures qui font ce chiffre', value: frenchNumber(structures) }]),
        ...excluded.map((each) => ({ sentence: `Laissé de côté\u00a0: ${each}` })),
        { sentence: `Faits\u00a0: ${factWords(card)}` },
        ...card.limits.map((limit) => ({ sentence: `Limite\u00a0: ${limit}` })),
      ]}
    />
  )
}
