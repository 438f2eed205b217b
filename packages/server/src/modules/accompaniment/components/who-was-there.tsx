import { plural } from '@maillage/kernel'
import {
  Button,
  ButtonGroup,
  Checkboxes,
  type FieldMessage,
  type FormState,
  HiddenField,
  InsetText,
  Select,
  TextField,
  typedValue,
  typedValues,
} from '@maillage/ui'
import type { ReadCtx } from '../../../platform/command/read.ts'
import type { FormBody } from '../../../platform/http/page-request.ts'
import { recordId } from '../../../platform/http/record-id.ts'
import { bornWords, findPeople, ownTeams, type PersonLine } from '../../people/index.ts'
import { MOST_PRESENT } from '../model-workshops.ts'

/** Longer than any name: nobody searched that. */
const LONGEST_SEARCH = 120
/** As many as one looks through: beyond, one searches. */
const LISTED = 100

/** The people proposed to be ticked, and those already ticked that the search leaves out. */
export interface Ticking {
  readonly teams: readonly { readonly id: string; readonly label: string }[]
  readonly listed: readonly PersonLine[]
  readonly total: number
  readonly apart: readonly PersonLine[]
}

/** Reads whom to propose: those whom one's teams follow, as the search typed or the address asks. At most three statements. */
export async function ticking(
  ctx: Pick<ReadCtx, 'tx' | 'today' | 'actor'>,
  asked: FormBody,
  except: readonly string[] = [],
): Promise<Ticking> {
  const form = { values: asked, errors: [] }
  const unitId = recordId(typedValue(form, 'equipe'))
  const mine = typedValue(form, 'suivi') === 'moi'
  const search = { typed: typedValue(form, 'q').slice(0, LONGEST_SEARCH), followed: true, mine, unitId }
  const { rows, total } = await findPeople(ctx, { ...search, page: 1, size: LISTED })
  const listed = rows.filter(({ id, diedOn }) => diedOn === null && !except.includes(id))
  const ticked = typedValues(form, 'personIds').filter((id) => recordId(id) !== undefined && !rows.some((row) => row.id === id))
  const apart = ticked.length === 0 ? [] : (await findPeople(ctx, { typed: '', page: null, followed: true, ids: ticked })).rows
  return { teams: await ownTeams(ctx), listed, total, apart: apart.filter(({ id }) => !except.includes(id)) }
}

/** Two people with one name are told apart by their birth. */
const labelIn = (people: readonly PersonLine[]) => {
  const times = Map.groupBy(people, ({ displayName }) => displayName)
  return ({ displayName, birth, sex }: PersonLine) =>
    (times.get(displayName)?.length ?? 0) > 1 ? `${displayName}, ${bornWords(birth, sex)}` : displayName
}

/** What is wrong with the search itself. */
export const searchErrors = (form: FormBody): readonly FieldMessage[] =>
  typedValue({ values: form, errors: [] }, 'q').length > LONGEST_SEARCH
    ? [{ field: 'q', text: `Cherchez avec ${LONGEST_SEARCH} caractères au plus` }]
    : []

/**
 * Whether the form asks for another list rather than to be noted: one of the buttons of the list, or the Enter key after a search.
 * The button that notes always notes.
 */
export function asksAnotherList(form: FormBody): boolean {
  const typed = (name: string) => typedValue({ values: form, errors: [] }, name)
  if (typed('_save') !== '' || searchErrors(form).length > 0) return false
  return typed('_search') !== '' || typed('_tick') !== '' || typed('q') !== typed('sought')
}

/** What is ticked once « Tout cocher » or « Tout décocher » was pressed, or the address says so: only the list shown is concerned. */
export function tickedIn(form: FormBody, { listed }: Ticking): readonly string[] {
  const values = { values: form, errors: [] }
  const pressed = typedValue(values, '_tick') || (typedValue(values, 'tous') === 'oui' ? 'all' : '')
  const before = typedValues(values, 'personIds')
  const ids = listed.map(({ id }) => id)
  if (pressed === 'all') return [...new Set([...before, ...ids])]
  return pressed === 'none' ? before.filter((id) => !ids.includes(id)) : before
}

/** Who was there: a search that keeps what is ticked, the list, and its two buttons. Everything works without JavaScript. */
export function WhoWasThere({ form, people }: { readonly form: FormState; readonly people: Ticking }) {
  const { teams, listed, apart, total } = people
  const label = labelIn([...apart, ...listed])
  return (
    <>
      <div class="m-filters-fields">
        <TextField
          form={form}
          name="q"
          label="Chercher une personne"
          hint="Nom, prénom ou année de naissance"
          type="search"
          width={20}
          optional
        />
        {teams.length > 1 ? (
          <Select
            form={form}
            name="equipe"
            label="Équipe"
            placeholder="Toutes vos équipes"
            options={teams.map((team) => ({ value: team.id, label: team.label }))}
            optional
          />
        ) : null}
        <Select
          form={form}
          name="suivi"
          label="Suivi"
          placeholder="Toute l’équipe"
          options={[{ value: 'moi', label: 'Dont je suis référent(e)' }]}
          optional
        />
      </div>
      <HiddenField name="sought" value={typedValue(form, 'q')} />
      <ButtonGroup>
        <Button kind="secondary" name="_search" value="people">
          Chercher
        </Button>
        {listed.length > 0 ? (
          <>
            <Button kind="secondary" name="_tick" value="all">
              Tout cocher
            </Button>
            <Button kind="secondary" name="_tick" value="none">
              Tout décocher
            </Button>
          </>
        ) : null}
      </ButtonGroup>
      {listed.length + apart.length === 0 ? (
        <InsetText>
          Personne ne correspond. Effacez la recherche, puis pressez «&nbsp;Chercher&nbsp;»&nbsp;: rien de ce que vous avez saisi ne se
          perd.
        </InsetText>
      ) : (
        <div class="m-tick-list">
          <Checkboxes
            form={form}
            name="personIds"
            label="Personnes présentes"
            hint={`Cochez qui était là, ${MOST_PRESENT} personnes au plus. Pour les absents, il n’y a rien à faire.${
              total > LISTED ? ` ${plural(total, 'personne')} en tout : cherchez un nom pour voir les autres.` : ''
            }`}
            choices={[...apart, ...listed].map((line) => ({ value: line.id, label: label(line) }))}
          />
        </div>
      )}
    </>
  )
}
