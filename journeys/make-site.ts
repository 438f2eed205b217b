import { makeSite } from './site.ts'

await makeSite()
