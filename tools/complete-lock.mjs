// Names, in the lock file, the optional binaries of other platforms that a registry may not serve, so that `npm ci` finds the lock whole.
import { readFileSync, writeFileSync } from 'node:fs'

const path = new URL('../package-lock.json', import.meta.url)
const lock = JSON.parse(readFileSync(path, 'utf8'))
const systems = ['aix', 'android', 'darwin', 'freebsd', 'linux', 'netbsd', 'openbsd', 'openharmony', 'sunos', 'win32']
const processors = ['arm64', 'x64', 'ia32', 'ppc64', 'riscv64', 's390x', 'loong64', 'arm', 'wasm32']
const added = {}
for (const [at, entry] of Object.entries(lock.packages)) {
  for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
    if (lock.packages[`${at}/node_modules/${name}`] || lock.packages[`node_modules/${name}`]) continue
    const words = name.split(/[/-]/)
    const os = systems.find((system) => words.includes(system))
    const cpu = processors.find((processor) => words.includes(processor))
    if (!/^\d/.test(version) || (!os && cpu !== 'wasm32')) {
      console.error('left out:', name, version)
      continue
    }
    const libc = words.some((word) => word.includes('musl')) ? ['musl'] : words.some((word) => word.includes('gnu')) ? ['glibc'] : undefined
    added[`node_modules/${name}`] = {
      version,
      cpu: [cpu ?? 'none'],
      ...(entry.dev ? { dev: true } : {}),
      ...(libc ? { libc } : {}),
      // Under the licence of the package that brings it, as nobody can read its own here.
      ...(entry.license ? { license: entry.license } : {}),
      optional: true,
      os: [os ?? 'none'],
    }
  }
}
const sorted = Object.fromEntries(Object.entries({ ...lock.packages, ...added }).sort(([a], [b]) => (a < b ? -1 : 1)))
writeFileSync(path, `${JSON.stringify({ ...lock, packages: sorted }, null, 2)}\n`)
console.log(`${Object.keys(added).length} added to the lock`)
