import { DateField, dateFieldValues, Fieldset, type FormState, Select, type SelectOption } from '@maillage/ui'
import { dateInput } from '../../../platform/http/date-input.ts'
import { type FormBody, text } from '../../../platform/http/page-request.ts'
import type { StayExit } from '../model.ts'

/** The boxes of an exit. */
export const ExitFields = ({
  form,
  reasons,
  keptReason,
}: {
  readonly form: FormState
  readonly reasons: readonly SelectOption[]
  /** Said on the first line when the reason written may be kept without being shown. */
  readonly keptReason?: string | undefined
}) => (
  <>
    <DateField
      form={form}
      name="exitOn"
      label="Dernier jour dans la structure"
      hint="Un mois à l’avance au plus. Le contrat en cours s’arrête ce jour-là."
    />
    <Select
      form={form}
      name="reason"
      label="Motif de la sortie"
      hint="Les motifs sont rangés par classe. Un motif de santé ou de justice, et un décès, ne sont lus que par le référent de la personne."
      placeholder={keptReason}
      options={reasons}
    />
    <Fieldset legend="Contrat ou mission trouvés" size="section" describedBy="found-hint">
      <p class="govuk-hint" id="found-hint">
        Pour un CDD, une mission d’intérim ou une alternance : la durée décide de la classe.
      </p>
      <DateField form={form} name="foundFirst" label="Premier jour" hint="Laissez vide si vous ne le savez pas encore" optional />
      <DateField form={form} name="foundLast" label="Dernier jour" hint="Laissez vide pour un contrat sans terme" optional />
    </Fieldset>
  </>
)

/** What was typed, as the commands take it. */
export function readExit(form: FormBody, stayId: string) {
  const exitOn = dateInput(form, 'exitOn', 'le dernier jour dans la structure')
  const foundFirst = dateInput(form, 'foundFirst', 'le premier jour du contrat trouvé')
  const foundLast = dateInput(form, 'foundLast', 'le dernier jour du contrat trouvé')
  return {
    input: {
      stayId,
      exitOn: exitOn.iso,
      reason: text(form, 'reason'),
      foundFirst: foundFirst.iso ?? null,
      foundLast: foundLast.iso ?? null,
      version: text(form, 'version'),
      changeReason: text(form, 'changeReason'),
    },
    errors: [...exitOn.errors, ...foundFirst.errors, ...foundLast.errors],
  }
}

/** The boxes filled with an exit as it stands. */
export const exitValues = ({ exitOn, reason, found }: StayExit): FormState => ({
  values: {
    ...dateFieldValues('exitOn', exitOn),
    ...(found ? dateFieldValues('foundFirst', found.first) : {}),
    ...(found?.last ? dateFieldValues('foundLast', found.last) : {}),
    reason: reason === 'withheld' ? '' : reason,
  },
  errors: [],
})
