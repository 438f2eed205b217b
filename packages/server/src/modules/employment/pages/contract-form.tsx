import { Button, ButtonGroup, Details, Form, type FormState, HiddenField, Select, TextField } from '@maillage/ui'
import type { ComponentChildren } from 'preact'
import { type FormBody, type PageRequest, text } from '../../../platform/http/page-request.ts'
import { type Reply, show } from '../../../platform/http/reply.ts'
import type { Member } from '../../../platform/http/slice.ts'
import { type ContractShown, contractCrumbs, contractHref } from './contract-in-address.ts'
import { typedHours } from './month-parts.tsx'

interface Act {
  /** The end of the address: `renouveler`. */
  readonly path: string
  readonly title: string
  readonly lead: ComponentChildren
  readonly button: string
  readonly boxes: ComponentChildren
}

/** A page that does one thing to a contract. */
export function contractForm(request: PageRequest<Member>, shown: ContractShown, form: FormState, act: Act): Reply {
  const here = contractHref(shown.contract.id)
  return show(
    act.title,
    <>
      <p class="govuk-caption-l">
        {shown.personName} · {shown.siaeName}
      </p>
      <h1 class="govuk-heading-l">{act.title}</h1>
      <p class="govuk-body">{act.lead}</p>
      <Form action={`${here}/${act.path}`} csrf={request.csrf} requestId={request.formId} state={form}>
        <HiddenField name="version" value={String(shown.contract.version)} />
        {act.boxes}
        <ButtonGroup>
          <Button>{act.button}</Button>
          <a class="govuk-link" href={here}>
            Revenir au contrat
          </a>
        </ButtonGroup>
      </Form>
    </>,
    { errorCount: form.errors.length, breadcrumb: contractCrumbs(shown, act.title) },
  )
}

/** The boxes of what an amendment or a renewal may change. */
export const TermFields = ({ form, worksites }: { readonly form: FormState } & Pick<ContractShown, 'worksites'>) => (
  <>
    <TextField
      form={form}
      name="weeklyHours"
      label="Heures par semaine"
      hint="Par exemple, 26 ou 30,5"
      inputmode="decimal"
      suffix="h"
      width={5}
      optional
    />
    {worksites.length > 0 ? (
      <Select
        form={form}
        name="worksiteId"
        label="Site"
        placeholder="Aucun site précis"
        options={worksites.map(({ id, name }) => ({ value: id, label: name }))}
        optional
      />
    ) : null}
    <TextField form={form} name="post" label="Poste" width={30} optional />
    <Details summary="Marché avec clause d’insertion" open={['market', 'lot', 'clauseKind'].some((name) => Boolean(form.values[name]))}>
      <p class="govuk-body">Ces heures compteront pour la clause. Elles ne pourront pas être retrouvées plus tard.</p>
      <TextField form={form} name="market" label="Marché" width={30} optional />
      <TextField form={form} name="lot" label="Lot" width={10} optional />
      <TextField form={form} name="clauseKind" label="Type de clause" width={20} optional />
    </Details>
  </>
)

/** The boxes filled with what the contract says now. */
export const termValues = ({ contract }: ContractShown): Readonly<Record<string, string>> => ({
  weeklyHours: typedHours(contract.weeklyHours),
  worksiteId: contract.worksiteId ?? '',
  post: contract.post ?? '',
  market: contract.market ?? '',
  lot: contract.lot ?? '',
  clauseKind: contract.clauseKind ?? '',
})

/** What was typed in them, as the commands take it. */
export const readTerms = (form: FormBody) => ({
  version: text(form, 'version'),
  weeklyHours: text(form, 'weeklyHours'),
  worksiteId: text(form, 'worksiteId'),
  post: text(form, 'post'),
  market: text(form, 'market'),
  lot: text(form, 'lot'),
  clauseKind: text(form, 'clauseKind'),
})
