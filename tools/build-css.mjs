// Compiles the style sheet of the design system and copies its fonts into dist/assets, where the server reads them.
import { cpSync, mkdirSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import * as sass from 'sass'

const root = new URL('../', import.meta.url)
const at = (path) => fileURLToPath(new URL(path, root))
mkdirSync(at('dist/assets/fonts'), { recursive: true })
const { css } = sass.compile(at('packages/ui/src/style.scss'), { style: 'compressed', quietDeps: true, loadPaths: [at('node_modules')] })
writeFileSync(at('dist/assets/style.css'), css)
for (const [weight, name] of [
  [400, 'regular'],
  [700, 'bold'],
]) {
  cpSync(
    at(`node_modules/@fontsource/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-${weight}-normal.woff2`),
    at(`dist/assets/fonts/${name}.woff2`),
  )
}
