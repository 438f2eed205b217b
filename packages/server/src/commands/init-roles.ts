// `npm run init-roles`: the roles and schemas, once, by a superuser.
import { rolesScript } from '../platform/database/migrations.ts'
import { adminSource } from './admin-source.ts'

const source = adminSource()
const held = await source.connect()
await held.execute(rolesScript())
held.release()
await source.end()
console.log('Rôles et schémas prêts. Donnez un mot de passe à maillage_web et à maillage_worker avant de les utiliser.')
