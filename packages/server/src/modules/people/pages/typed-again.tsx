import { HiddenField } from '@maillage/ui'
import type { FormBody } from '../../../platform/http/page-request.ts'

const OURS = new Set(['_csrf', 'request_id', '_search'])

/** Everything typed on the page before, carried unseen to the next step; `except` is what this step asks again. */
export const TypedAgain = ({ form, except = [] }: { readonly form: FormBody; readonly except?: readonly string[] }) => (
  <>
    {Object.entries(form).flatMap(([name, value]) =>
      OURS.has(name) || except.includes(name)
        ? []
        : (typeof value === 'string' ? [value] : (value ?? [])).map((each) => (
            <HiddenField key={`${name} ${each}`} name={name} value={each} />
          )),
    )}
  </>
)
