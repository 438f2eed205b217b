/**
 * Where to go after signing in, kept inside this site: an address that a stranger wrote must not lead elsewhere.
 * @example localPath('//ailleurs.example') // '/'
 */
export function localPath(asked: unknown): string {
  return typeof asked === 'string' && /^\/(?![/\\])[\w\-./?=&%:]*$/.test(asked) ? asked : '/'
}
