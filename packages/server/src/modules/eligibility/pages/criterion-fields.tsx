import type { CalendarDate, Law } from '@maillage/kernel'
import { CRITERIA, CRITERION_CODES, type CriterionCode, criterionLabel, criterionLevel } from '@maillage/rules/eligibility'
import { DateField, Fieldset, type FormState, Radios, RevealingCheckbox, TextField } from '@maillage/ui'
import { PROOF_KINDS, proofAskedFor } from './proof-asked.ts'

function Proof({ form, code }: { readonly form: FormState; readonly code: CriterionCode }) {
  const asked = proofAskedFor(code)
  const kinds = PROOF_KINDS[asked]
  return (
    <>
      {kinds ? <Radios form={form} name={`proof-${code}-kind`} label="Justificatif" choices={kinds} /> : null}
      <DateField form={form} name={`proof-${code}`} label={kinds ? 'Date' : 'Date du justificatif'} />
      {asked === 'piece-and-months' ? (
        <TextField
          form={form}
          name={`months-${code}`}
          label="Mois d’inscription lus sur l’attestation"
          inputmode="numeric"
          width={3}
          suffix="mois"
        />
      ) : null}
    </>
  )
}

/** The criteria in force on a day, by level, each with its proof once ticked. */
export function CriterionFields({ form, law, on }: { readonly form: FormState; readonly law: Law; readonly on: CalendarDate }) {
  return (
    <>
      {([1, 2] as const).map((level) => (
        <Fieldset key={level} legend={`Critères de niveau ${level}`} size="section">
          {CRITERION_CODES.filter((code) => criterionLevel(law, code, on) === level).map((code) => (
            <RevealingCheckbox
              key={code}
              form={form}
              name="criteria"
              value={code}
              label={criterionLabel(law, code, on)}
              hint={proofAskedFor(code) === 'nothing' ? 'D’après la date de naissance' : CRITERIA[code].pieces.join(' ; ')}
            >
              {proofAskedFor(code) === 'nothing' ? undefined : <Proof form={form} code={code} />}
            </RevealingCheckbox>
          ))}
        </Fieldset>
      ))}
    </>
  )
}
