// `npm run migrate`: applies what is missing, before the new version of the server starts.
import { migrate } from '../platform/database/migrations.ts'
import { adminSource } from './admin-source.ts'

const source = adminSource()
const names = await migrate(source)
await source.end()
console.log(names.length === 0 ? 'La base est à jour.' : `Migrations appliquées : ${names.join(', ')}`)
