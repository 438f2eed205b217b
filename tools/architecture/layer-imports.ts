import type { Breach } from './breach.ts'
import { type Import, importsOf } from './imports.ts'
import { type Place, placeOf } from './place.ts'
import { isTestCode, type SourceFile } from './source-file.ts'

/** What each layer may import, besides itself. */
const BELOW: Readonly<Record<Place['layer'], readonly Place['layer'][]>> = {
  kernel: [],
  rules: ['kernel'],
  ui: ['kernel'],
  platform: ['kernel', 'ui'],
  module: ['kernel', 'rules', 'ui', 'platform'],
  server: ['kernel', 'rules', 'ui', 'platform', 'module'],
  outside: ['kernel', 'rules', 'ui', 'platform', 'module', 'server'],
}

const NAMES: Readonly<Record<Place['layer'], string>> = {
  kernel: 'the kernel',
  rules: 'the rules',
  ui: 'the design system',
  platform: 'the platform',
  module: 'a slice of the server',
  server: 'the top of the server',
  outside: 'demo, journeys, bench or tools',
}

const nameOf = (place: Place): string => ('slice' in place && place.slice ? `${place.slice} (${NAMES[place.layer]})` : NAMES[place.layer])

const INSTEAD: Readonly<Record<Place['layer'], string>> = {
  kernel: 'Move what is needed into the kernel, or the caller up',
  rules: 'Take the fact as an argument: rules are pure and know only the kernel',
  ui: 'Take the text or the element as a property: the design system knows no slice',
  platform: 'Let app.ts hand it over: the platform knows no slice',
  module: 'Let app.ts hand it over',
  server: 'Keep it inside packages',
  outside: 'Keep it inside packages',
}

/** Of another slice, only its index.ts; its builders too for tests. */
const isDoor = (target: string, fromTest: boolean): boolean =>
  target.endsWith('/index.ts') || (fromTest && /\/fixtures\.tsx?$/.test(target))

function sliceBreach(
  from: { slice: string | undefined },
  to: { slice: string | undefined },
  target: string,
  fromTest: boolean,
  order: readonly string[],
) {
  if (to.slice === undefined || from.slice === undefined || to.slice === from.slice) return undefined
  const [below, above] = [order.indexOf(to.slice), order.indexOf(from.slice)]
  if (below !== -1 && above !== -1 && below > above)
    return {
      forbidden: `${from.slice} imports ${to.slice}, a slice higher in the order`,
      instead: `Make it a command of ${to.slice} or of a higher slice, or subscribe to an event: imports go down the list of app.ts`,
    }
  if (!isDoor(target, fromTest))
    return {
      forbidden: `${from.slice} imports the inside of ${to.slice} (${target.split('/').slice(-2).join('/')})`,
      instead: fromTest
        ? `Use what ${to.slice}/index.ts or ${to.slice}/fixtures.ts exports`
        : `Use what ${to.slice}/index.ts exports, or export it there`,
    }
  return undefined
}

function layerBreach(
  file: string,
  { specifier, target }: Import,
  order: readonly string[],
): Pick<Breach, 'forbidden' | 'instead'> | undefined {
  const from = placeOf(file)
  const fromTest = isTestCode(file)
  if (from.layer === 'outside') return undefined
  if (target === undefined) {
    if ((from.layer === 'kernel' || from.layer === 'rules') && !fromTest)
      return {
        forbidden: `${nameOf(from)} imports ${specifier}`,
        instead: 'Kernel and rules are pure: let the server call the library and pass its result',
      }
    return undefined
  }
  const to = placeOf(target)
  // The test platform starts the whole application.
  if (fromTest && to.layer === 'server' && (from.layer === 'module' || from.layer === 'platform' || from.layer === 'server'))
    return undefined
  if (isTestCode(target) && !fromTest)
    return {
      forbidden: `${nameOf(from)} imports ${specifier}, made for tests`,
      instead: 'Move what the program needs out of the test code',
    }
  if (to.layer !== from.layer) {
    if (!BELOW[from.layer].includes(to.layer))
      return { forbidden: `${nameOf(from)} imports ${nameOf(to)} (${specifier})`, instead: INSTEAD[from.layer] }
    if (specifier.startsWith('.') && file.split('/')[1] !== target.split('/')[1])
      return { forbidden: `${specifier} crosses into another package`, instead: `Import @maillage/${target.split('/')[1]}` }
    return undefined
  }
  return 'slice' in from && 'slice' in to ? sliceBreach(from, to, target, fromTest, order) : undefined
}

/** Imports go down: kernel, rules and ui, platform, slices in the order of `app.ts`; nothing imports demo, journeys, bench or tools. */
export function layerImports(files: readonly SourceFile[], order: readonly string[]): Breach[] {
  return files.flatMap((file) =>
    importsOf(file).flatMap((one) => {
      const breach = layerBreach(file.path, one, order)
      return breach ? [{ file: file.path, line: one.line, ...breach }] : []
    }),
  )
}
