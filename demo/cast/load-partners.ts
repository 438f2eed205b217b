import { normalised } from '@maillage/kernel'
import { organisationsOf } from '../../packages/server/src/modules/organisations/tables.ts'
import type { Tx } from '../../packages/server/src/platform/database/database.ts'
import type { Cast, MadePartner } from './cast.ts'
import { madeId } from './made-id.ts'
import { madeSiren } from './made-siret.ts'
import { RECORDED } from './recorded.ts'

/** Numbers of partners come after those of carriers. */
const AFTER_CARRIERS = 500

const organisationRow = ({ name, legalForm, invented }: MadePartner, rank: number) => ({
  id: madeId('organisation', name),
  name,
  name_key: normalised(name),
  siren: invented ? madeSiren(rank) : null,
  legal_form: legalForm,
  ...RECORDED,
})

const functionRows = ({ name, acts }: MadePartner) =>
  acts.map(({ function: does, territory, since }) => ({
    id: madeId('organisation_function', `${name}/${does}/${territory}`),
    organisation_id: madeId('organisation', name),
    function: does,
    territory_id: territory,
    first_day: since,
    last_day: null,
    ...RECORDED,
  }))

const unitRows = ({ name, agencies = [] }: MadePartner) =>
  agencies.map((agency) => ({
    id: madeId('unit', `${name}/${agency}`),
    organisation_id: madeId('organisation', name),
    siae_id: null,
    name: agency,
    kind: 'agency' as const,
    first_day: '2018-01-01',
    last_day: null,
    ...RECORDED,
  }))

const authorisationRows = ({ name, authorisation }: MadePartner) =>
  authorisation === undefined
    ? []
    : [
        {
          id: madeId('authorisation', name),
          organisation_id: madeId('organisation', name),
          prescriber_kind: authorisation.kind,
          basis: authorisation.prefect ? ('prefect' as const) : ('order' as const),
          reference: authorisation.prefect?.reference ?? null,
          decided_on: authorisation.prefect?.decidedOn ?? null,
          first_day: authorisation.since,
          last_day: authorisation.prefect?.until ?? null,
          ...RECORDED,
        },
      ]

/** Prescribers with their right to prescribe, funders, authorities, network. */
export async function loadPartners(tx: Tx, { partners, rank }: Cast): Promise<void> {
  const db = organisationsOf(tx)
  await db
    .insertInto('organisation')
    .values(partners.map((each, at) => organisationRow(each, rank + AFTER_CARRIERS + at)))
    .execute()
  await db.insertInto('organisation_function').values(partners.flatMap(functionRows)).execute()
  await db.insertInto('unit').values(partners.flatMap(unitRows)).execute()
  await db.insertInto('authorisation').values(partners.flatMap(authorisationRows)).execute()
}
