import type { Crumb } from '@maillage/ui'
import type { NavigationItem } from './slice.ts'

/** The longest address of the menu that this one is, or stands under. */
function under(items: readonly NavigationItem[], address: string): NavigationItem | undefined {
  const path = address.split('?')[0] ?? ''
  return items.filter(({ href }) => path === href || path.startsWith(`${href}/`)).toSorted((a, b) => b.href.length - a.href.length)[0]
}

/**
 * The line of the menu where a page stands: itself, else where its breadcrumb says it comes from, the nearest first, else what its address begins with.
 * The menu and the breadcrumb then never disagree: the aid of a structure is read from its agreement, though its address begins with the register.
 * @example currentEntry(items, '/structures/7/aide-au-poste', [{ label: 'Ma convention', href: '/ma-convention' }])
 */
export function currentEntry(
  items: readonly NavigationItem[],
  path: string,
  breadcrumb: readonly Crumb[] = [],
): NavigationItem | undefined {
  const itself = items.find(({ href }) => href === path)
  if (itself) return itself
  for (const { href } of breadcrumb.toReversed()) {
    const entry = href === undefined ? undefined : under(items, href)
    if (entry) return entry
  }
  return under(items, path)
}
