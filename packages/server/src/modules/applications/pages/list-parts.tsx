import { APPLICATION_STATES, type ApplicationState, applicationStateLabels } from '@maillage/rules/applications'
import { type FormState, Select, TextField } from '@maillage/ui'
import type { ApplicationFilters } from '../queries/application-register.ts'

type Query = Readonly<Record<string, string | readonly string[] | undefined>>

/** Lines of one page of a list of applications. */
export const PAGE_SIZE = 20

const first = (query: Query, name: string): string => {
  const value = query[name]
  return ((typeof value === 'string' ? value : value?.[0]) ?? '').trim().slice(0, 100)
}

const GROUPS = { open: 'En attente d’une réponse', late: 'Réponse en retard', archived: 'Archivées' } as const
type Shown = ApplicationFilters['state']
// The GEIQ's state is theirs: no structure of the IAE meets it.
const SHOWN_STATES = APPLICATION_STATES.filter((state) => state !== 'prior-to-hire')
const STATES: readonly string[] = [...Object.keys(GROUPS), ...SHOWN_STATES]

/** Reads the filters of the address. */
export function readFilters(query: Query, side: ApplicationFilters['side']): ApplicationFilters {
  const state = first(query, 'etat')
  const siaeId = first(query, 'structure')
  return {
    side,
    state: (STATES.includes(state) ? state : '') as Shown,
    words: first(query, 'mots'),
    siaeId: /^[0-9a-f-]{36}$/.test(siaeId) ? siaeId : '',
  }
}

/** How many filters are on. */
export const activeFilters = ({ state, words, siaeId }: ApplicationFilters): number =>
  [state, words, siaeId].filter((each) => each !== '').length

interface Props {
  readonly filters: ApplicationFilters
  readonly siaes?: readonly { readonly id: string; readonly name: string }[]
}

/** The boxes of the filter form. */
export function FilterFields({ filters, siaes = [] }: Props) {
  const form: FormState = { values: { etat: filters.state, mots: filters.words, structure: filters.siaeId }, errors: [] }
  return (
    <>
      <TextField form={form} name="mots" label="Personne ou structure" type="search" width={20} />
      <Select
        form={form}
        name="etat"
        label="État"
        placeholder="Tous"
        options={[
          ...Object.entries(GROUPS).map(([value, label]) => ({ value, label })),
          ...SHOWN_STATES.map((value: ApplicationState) => ({ value, label: applicationStateLabels[value] })),
        ]}
      />
      {siaes.length > 1 ? (
        <Select
          form={form}
          name="structure"
          label="Structure"
          placeholder="Toutes"
          options={siaes.map(({ id, name }) => ({ value: id, label: name }))}
        />
      ) : null}
    </>
  )
}
