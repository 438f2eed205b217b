// `npm run new-slice -- offers "Offres"`: the folder of a slice and its line in app.ts, at its place in the total order.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { sliceOrder } from './slice-order.mjs'

const [name, title] = process.argv.slice(2)
const rank = sliceOrder.indexOf(name)
if (rank < 0 || !title) {
  console.error(`Usage: npm run new-slice -- <name> "<French title>"\n<name> is one of: ${sliceOrder.join(', ')}`)
  process.exit(1)
}
const folder = new URL(`../packages/server/src/modules/${name}/`, import.meta.url)
if (existsSync(folder)) {
  console.error(`The slice ${name} already exists.`)
  process.exit(1)
}
const identifier = name.replace(/-(\w)/g, (_, letter) => letter.toUpperCase())

mkdirSync(folder, { recursive: true })
writeFileSync(
  new URL('index.ts', folder),
  `import type { Slice } from '../../platform/http/slice.ts'

/** ${title}. */
export const ${identifier}: Slice = { name: '${name}', pages: [] }
`,
)

const app = new URL('../packages/server/src/app.ts', import.meta.url)
const source = readFileSync(app, 'utf8')
const imported = `import { ${identifier} } from './modules/${name}/index.ts'`
const importLines = source.split('\n').filter((line) => line.includes("from './modules/"))
const after = importLines.filter((line) => line.split("'./modules/")[1] < `${name}/`).at(-1)
const withImport = after ? source.replace(after, `${after}\n${imported}`) : source.replace(importLines[0], `${imported}\n${importLines[0]}`)
const list = /export const slices: readonly Slice\[\] = \[([^\]]*)\]/.exec(withImport)
const present = list[1]
  .split(',')
  .map((each) => each.trim())
  .filter(Boolean)
const place = (each) => sliceOrder.indexOf(each.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`))
const ordered = [...present, identifier].sort((a, b) => place(a) - place(b))
writeFileSync(
  app,
  withImport.replace(list[0], `export const slices: readonly Slice[] = [\n${ordered.map((each) => `  ${each},\n`).join('')}]`),
)
console.log(
  `packages/server/src/modules/${name}/ is in place. Next: its migration, model.ts, policy.ts, then one file per verb (CONTRIBUTING.md).`,
)
