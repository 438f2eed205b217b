// `npm run national`: two years of the whole country, invented, in a migrated and empty PostgreSQL database (DATABASE_ADMIN_URL).
// `--share 0.1` keeps a tenth of the structures, `--departements 11,34` some départements.
import { parseArgs } from 'node:util'
import { readSettings } from '../../packages/server/src/platform/configuration/settings.ts'
import { checkSchema, SchemaMismatch } from '../../packages/server/src/platform/database/migrations.ts'
import { openPostgresql } from '../../packages/server/src/platform/database/postgresql.ts'
import { todayInFrance } from '../load.ts'
import { loadCountry } from './load-country.ts'

function stop(sentence: string): never {
  console.error(sentence)
  process.exit(1)
}

const { values } = parseArgs({ options: { share: { type: 'string', default: '1' }, departements: { type: 'string' } } })
const share = Number(values.share)
if (!(share > 0 && share <= 1)) stop('--share est une part du pays, entre 0 et 1 : --share 0.1')
const { databaseAdminUrl } = readSettings(process.env)
if (databaseAdminUrl === null)
  stop('DATABASE_ADMIN_URL manque : le pays demande un serveur PostgreSQL, la base embarquée serait trop petite.')

const source = openPostgresql(databaseAdminUrl, { connections: 2 })
const held = await source.connect('the country')
try {
  await checkSchema(source)
  const { rows } = await held.query('select exists (select from maillage.territory) as filled')
  if (rows[0]?.['filled'] === true) stop('Cette base n’est pas vide : créez-en une nouvelle, puis `npm run migrate`.')
} catch (error) {
  if (error instanceof SchemaMismatch) stop(error.message)
  throw error
} finally {
  held.release()
}

const began = performance.now()
let structures = 0
await loadCountry(source, {
  today: todayInFrance(),
  share,
  ...(values.departements ? { departements: values.departements.split(',') } : {}),
  onDepartement: (done) => {
    structures += done.structures
    console.log(
      `${done.name} : ${done.structures} structures, ${done.rights} PASS IAE (${((performance.now() - began) / 1000).toFixed(0)} s)`,
    )
  },
})
await source.end()
console.log(`${structures} structures. Les chiffres se calculent dès que le service démarre.`)
