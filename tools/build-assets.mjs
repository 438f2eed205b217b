// Compiles the style sheet of the design system and copies its fonts, mark and islands into dist/assets, where the server reads them.
import { cpSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { transformSync } from 'esbuild'
import * as sass from 'sass'

const root = new URL('../', import.meta.url)
const at = (path) => fileURLToPath(new URL(path, root))
mkdirSync(at('dist/assets/fonts'), { recursive: true })
mkdirSync(at('dist/assets/islands'), { recursive: true })
const { css } = sass.compile(at('packages/ui/src/style.scss'), { style: 'compressed', quietDeps: true, loadPaths: [at('node_modules')] })
writeFileSync(at('dist/assets/style.css'), css)
cpSync(at('packages/ui/src/mark.svg'), at('dist/assets/mark.svg'))
for (const island of globSync('*.js', { cwd: at('packages/ui/src/islands') })) {
  const { code } = transformSync(readFileSync(at(`packages/ui/src/islands/${island}`), 'utf8'), { minify: true, format: 'esm' })
  writeFileSync(at(`dist/assets/islands/${island}`), code)
}
for (const [weight, name] of [
  [400, 'regular'],
  [700, 'bold'],
]) {
  cpSync(
    at(`node_modules/@fontsource/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-${weight}-normal.woff2`),
    at(`dist/assets/fonts/${name}.woff2`),
  )
}
cpSync(at('node_modules/@fontsource/atkinson-hyperlegible-next/LICENSE'), at('dist/assets/fonts/LICENSE'))
