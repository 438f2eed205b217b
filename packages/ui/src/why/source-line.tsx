import type { Confidence, Source } from '@maillage/kernel'

const CONFIDENCE: Record<Confidence, string> = {
  text: 'lu dans le texte',
  code: 'lu dans le code public de l’État',
  secondary: 'source secondaire',
  computed: 'calculé par nous',
  field: 'usage du secteur, à vérifier',
}

/**
 * Where a rule comes from and how sure we are of it.
 * @example <SourceLine source={source('CT R5132-1-8', 'text', 'Prolongation de la prescription')} />
 */
export function SourceLine({ source }: { source: Source }) {
  return (
    <span class="m-source">
      <span class="m-source-article">{source.article}</span>
      {source.title ? `, ${source.title}` : null} <span class="m-source-confidence">({CONFIDENCE[source.confidence]})</span>
      {source.disagrees ? <span class="m-source-disagrees">Une autre source dit&nbsp;: {source.disagrees}</span> : null}
    </span>
  )
}
