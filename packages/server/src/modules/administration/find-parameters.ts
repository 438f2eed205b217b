import { normalised, type Parameter } from '@maillage/kernel'
import { lawTheme } from './law-words.fr.ts'

/** What a reader may type to find a figure: its name, its theme, the article and title of its sources. */
const searched = ({ key, label, values }: Parameter<unknown>) =>
  normalised(
    [label, lawTheme(key), ...values.flatMap(({ source }) => [source.article, source.title ?? '', source.disagrees ?? ''])].join(' '),
  )

/** The parameters of the law where every word typed is found. */
export function findParameters(parameters: readonly Parameter<unknown>[], typed: string): readonly Parameter<unknown>[] {
  const words = normalised(typed).split(' ')
  return parameters.filter((each) => words.every((word) => searched(each).includes(word)))
}
