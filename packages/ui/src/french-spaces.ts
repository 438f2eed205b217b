const BEFORE_HIGH = /[ \n\u00a0]+(?=[;!?](?![\p{L}\p{N}]))/gu
const BEFORE_COLON = /[ \n\u202f]+(?=:(?:\s|$))/g
const INSIDE_QUOTES = /«[ \n\u202f]+|[ \n\u202f]+»/g

/**
 * French text with the spaces that may not end a line: narrow before « ; ! ? », whole before « : » and inside guillemets.
 * It changes spaces only: a word without its space is left as it was written.
 * @example frenchSpaces('Déjà fait ?') // 'Déjà fait\u202f?'
 */
export const frenchSpaces = (text: string): string =>
  text
    .replace(BEFORE_HIGH, '\u202f')
    .replace(BEFORE_COLON, '\u00a0')
    .replace(INSIDE_QUOTES, (mark) => (mark.startsWith('«') ? '«\u00a0' : '\u00a0»'))

/** What is not prose, whole, or a tag with its attributes; or else a text. An attribute may hold a « > », never its own quote. */
const PIECES = /<(script|style|textarea|pre|code)\b[\s\S]*?<\/\1>|<(?:"[^"]*"|[^">])*>|[^<]+/g

/** The same for the texts of a page; its attributes and what somebody typed in a box are not touched. */
export const frenchSpacesOfHtml = (html: string): string =>
  html.replace(PIECES, (piece) => (piece.startsWith('<') ? piece : frenchSpaces(piece)))
