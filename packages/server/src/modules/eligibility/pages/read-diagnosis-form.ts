import { CRITERIA, CRITERION_CODES, type CriterionCode } from '@maillage/rules/eligibility'
import { type FieldMessage, typedValues } from '@maillage/ui'
import { dateInput } from '../../../platform/http/date-input.ts'
import { type FormBody, text } from '../../../platform/http/page-request.ts'
import { proofAskedFor } from './proof-asked.ts'

/** What was typed in the form of a diagnosis, as its schema takes it. */
export interface TypedDiagnosis {
  readonly input: {
    readonly siaeId: string | null
    readonly madeOn: string | undefined
    readonly criteria: readonly { readonly code: CriterionCode; readonly evidence?: object }[]
    readonly registration?: { readonly monthsOnCertificate: string }
  }
  readonly errors: readonly FieldMessage[]
}

function evidenceIn(form: FormBody, code: CriterionCode): { readonly evidence?: object; readonly errors: readonly FieldMessage[] } {
  const asked = proofAskedFor(code)
  if (asked === 'nothing') return { errors: [] }
  const kind = text(form, `proof-${code}-kind`)
  if (asked === 'diploma' && kind === 'diploma') return { evidence: { kind }, errors: [] }
  const { iso, errors } = dateInput(form, `proof-${code}`, `la date du justificatif « ${CRITERIA[code].label} »`)
  if (asked === 'title' && kind === 'title') return { evidence: { kind, last: iso ?? null }, errors }
  if (asked === 'title' && kind !== 'renewal-request') return { errors }
  if (iso === undefined) return { errors }
  return { evidence: { kind: asked === 'title' ? 'renewal-request' : 'piece', dated: iso }, errors }
}

/** Reads the form: a criterion ticked without its proof is no error, the answer will say what is missing. */
export function readDiagnosisForm(form: FormBody): TypedDiagnosis {
  const ticked = new Set(typedValues({ values: form, errors: [] }, 'criteria'))
  const codes = CRITERION_CODES.filter((code) => ticked.has(code))
  const read = codes.map((code) => ({ code, ...evidenceIn(form, code) }))
  const madeOn = dateInput(form, 'madeOn', 'la date du diagnostic')
  const months = codes
    .filter((code) => proofAskedFor(code) === 'piece-and-months')
    .map((code) => text(form, `months-${code}`))
    .find(Boolean)
  const author = text(form, 'author')
  return {
    input: {
      siaeId: author === 'prescriber' ? null : author,
      madeOn: madeOn.iso,
      criteria: read.map(({ code, evidence }) => (evidence ? { code, evidence } : { code })),
      ...(months ? { registration: { monthsOnCertificate: months } } : {}),
    },
    errors: [...madeOn.errors, ...read.flatMap(({ errors }) => errors)],
  }
}
