// `npm run config`: every setting, its origin and its faults; what is wrong makes it fail.
import { readings } from '../platform/configuration/settings.ts'

const all = readings(process.env)
for (const { name, meaning, value, origin, fault } of all) {
  console.log(`${name.padEnd(20)} ${value === '' ? '(vide)' : value}  [${origin}]  ${meaning}`)
  if (fault) console.error(`  ✗ ${fault}`)
}
process.exit(all.some(({ fault }) => fault) ? 1 : 0)
