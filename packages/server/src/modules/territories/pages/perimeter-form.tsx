import {
  Button,
  ButtonGroup,
  CommuneField,
  type CommuneMatch,
  DateField,
  Form,
  type FormState,
  HiddenField,
  Radios,
  TextArea,
  TextField,
} from '@maillage/ui'

export interface Chosen {
  readonly code: string
  readonly label: string
}

interface Props {
  readonly csrf: string
  readonly formId: string
  readonly form: FormState
  readonly chosen: readonly Chosen[]
  readonly matches?: readonly CommuneMatch[] | undefined
}

const KINDS = [
  { value: 'bassin', label: 'Un bassin', hint: 'Bassin d’emploi ou bassin de vie, suivi dans la durée' },
  { value: 'perimeter', label: 'Un périmètre', hint: 'Des communes réunies pour un besoin\u00a0: un plan, une instance, une action' },
]

const ChosenCommunes = ({ chosen }: { readonly chosen: readonly Chosen[] }) =>
  chosen.length === 0 ? null : (
    <div class="govuk-form-group">
      <h2 class="govuk-heading-s">Communes déjà choisies ({chosen.length})</h2>
      <ul class="m-chosen">
        {chosen.map(({ code, label }) => (
          <li class="m-chosen-item" key={code}>
            <HiddenField name="chosen" value={code} />
            {label}
            <button class="m-chosen-remove" type="submit" name="_remove" value={code}>
              Retirer<span class="govuk-visually-hidden"> {label}</span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  )

/** What draws a grouping: its name, its day, and communes added one at a time or pasted. Works without script: each button sends the form. */
export const PerimeterForm = ({ csrf, formId, form, chosen, matches }: Props) => (
  <>
    <h1 class="govuk-heading-l">Dessiner un périmètre</h1>
    <p class="govuk-body">
      Réunissez des communes de votre territoire. Le périmètre servira de filtre et de lieu d’observation&nbsp;; il n’ouvre aucun droit sur
      les dossiers des personnes.
    </p>
    <Form action="/territoires/dessiner" csrf={csrf} requestId={formId} state={form}>
      <TextField form={form} name="name" label="Nom" width={30} />
      <Radios form={form} name="kind" label="Que dessinez-vous ?" choices={KINDS} />
      <DateField form={form} name="firstDay" label="Premier jour" />
      <ChosenCommunes chosen={chosen} />
      <CommuneField form={form} name="commune" label="Ajouter une commune" optional matches={matches} />
      <ButtonGroup>
        <Button kind="secondary" name="_add" value="commune">
          Ajouter cette commune
        </Button>
      </ButtonGroup>
      <TextArea
        form={form}
        name="communes"
        label="Ou coller une liste de communes"
        hint="Une par ligne : code Insee (11069) ou nom (Carcassonne)"
        optional
        rows={6}
      />
      <Button name="_save" value="yes">
        Enregistrer le périmètre
      </Button>
    </Form>
  </>
)
