/** One control of a form as a browser would send it. */
export interface FormControl {
  readonly name: string
  readonly kind: 'text' | 'secret' | 'hidden' | 'choice' | 'button' | 'file'
  /** What the page had put in it; for a choice, what is chosen. */
  readonly value: string
  /** The values it offers, for a choice. */
  readonly offered: readonly string[]
}

const attribute = (tag: string, name: string): string | undefined => {
  const found = new RegExp(`\\s${name}(?:="([^"]*)")?(?=[\\s/>])`).exec(tag)
  return found ? (found[1] ?? '') : undefined
}

const decoded = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&')

const TYPES: Readonly<Record<string, FormControl['kind']>> = {
  hidden: 'hidden',
  radio: 'choice',
  checkbox: 'choice',
  password: 'secret',
  file: 'file',
}

/** The forms of a page that post to an address, each as the list of its controls. */
export function formsTo(html: string, address: string): readonly (readonly FormControl[])[] {
  const forms = [...html.matchAll(/<form\b((?:[^>"]|"[^"]*")*)>([\s\S]*?)<\/form>/g)]
  return forms
    .filter(([, tag = '']) => attribute(tag, 'method') === 'post' && decoded(attribute(tag, 'action') ?? '').split(/[?#]/)[0] === address)
    .map(([, , inside = '']) => controlsIn(inside))
}

function controlsIn(html: string): readonly FormControl[] {
  const found = new Map<string, FormControl>()
  const keep = (name: string | undefined, kind: FormControl['kind'], value: string, offered: readonly string[] = []) => {
    if (!name) return
    const known = found.get(name)
    found.set(name, {
      name,
      kind: known?.kind ?? kind,
      value: known?.value || value,
      offered: [...(known?.offered ?? []), ...offered],
    })
  }
  for (const [, tag = ''] of html.matchAll(/<input\b((?:[^>"]|"[^"]*")*)>/g)) {
    const kind = TYPES[attribute(tag, 'type') ?? 'text'] ?? 'text'
    const value = decoded(attribute(tag, 'value') ?? '')
    if (kind === 'choice') keep(attribute(tag, 'name'), kind, attribute(tag, 'checked') === undefined ? '' : value, [value])
    else keep(attribute(tag, 'name'), kind, value)
  }
  for (const [, tag = '', inside = ''] of html.matchAll(/<select\b((?:[^>"]|"[^"]*")*)>([\s\S]*?)<\/select>/g)) {
    const options = [...inside.matchAll(/<option\b((?:[^>"]|"[^"]*")*)>/g)].map(([, option = '']) => option)
    const offered = options.map((option) => decoded(attribute(option, 'value') ?? ''))
    const chosen = options.findIndex((option) => attribute(option, 'selected') !== undefined)
    keep(attribute(tag, 'name'), 'choice', offered[chosen] ?? '', offered)
  }
  for (const [, tag = '', inside = ''] of html.matchAll(/<textarea\b((?:[^>"]|"[^"]*")*)>([\s\S]*?)<\/textarea>/g))
    keep(attribute(tag, 'name'), 'text', decoded(inside))
  for (const [, tag = ''] of html.matchAll(/<button\b((?:[^>"]|"[^"]*")*)>/g)) {
    const value = decoded(attribute(tag, 'value') ?? '')
    keep(attribute(tag, 'name'), 'button', '', [value])
  }
  return [...found.values()]
}
