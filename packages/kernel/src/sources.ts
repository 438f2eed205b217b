/**
 * How sure we are of what a source says.
 * `text`: read in the norm or the official page · `code`: read in the State's public code · `secondary`: press, network, ministry news ·
 * `computed`: worked out by us · `field`: common knowledge of the sector, unchecked.
 */
export type Confidence = 'text' | 'code' | 'secondary' | 'computed' | 'field'

/** Where a rule or a figure comes from, as a reader would look it up. `article` and `title` are shown in French. */
export interface Source {
  readonly article: string
  readonly title?: string
  readonly confidence: Confidence
  /** What another source says instead, when sources disagree. */
  readonly disagrees?: string
}

/** @example source('CT R5132-1-8', 'text', 'Prolongation de la prescription') */
export function source(article: string, confidence: Confidence, title?: string, disagrees?: string): Source {
  return { article, confidence, ...(title ? { title } : {}), ...(disagrees ? { disagrees } : {}) }
}
