import {
  Checkboxes,
  CommuneField,
  type CommuneMatch,
  DateField,
  Details,
  errorsOf,
  Fieldset,
  type FormState,
  Radios,
  TextField,
  typedValue,
} from '@maillage/ui'

interface Props {
  readonly form: FormState
  readonly matches?: readonly CommuneMatch[] | undefined
}

const Names = ({ form }: Props) => (
  <Fieldset legend="Identité" size="section">
    <TextField form={form} name="birthName" label="Nom de naissance" autocomplete="off" spellcheck={false} width={30} />
    <TextField
      form={form}
      name="usageName"
      label="Nom d’usage"
      hint="S’il est différent : nom marital, par exemple"
      autocomplete="off"
      spellcheck={false}
      width={30}
      optional
    />
    <TextField
      form={form}
      name="givenNames"
      label="Prénoms"
      hint="Dans l’ordre de l’état civil"
      autocomplete="off"
      spellcheck={false}
      width={30}
    />
    <DateField
      form={form}
      name="birthDate"
      label="Date de naissance"
      hint="Laissez vides le jour, ou le jour et le mois, s’ils ne sont pas connus. Par exemple, l’année seule : 1968"
    />
    <Details
      summary="Sans prénom, ou sans date de naissance connue"
      open={typedValue(form, 'singleName') !== '' || typedValue(form, 'birthPrecision') !== ''}
    >
      <Checkboxes
        form={form}
        name="singleName"
        label="Nom unique"
        choices={[{ value: 'oui', label: 'La personne n’a qu’un seul nom' }]}
        optional
      />
      <Checkboxes
        form={form}
        name="birthPrecision"
        label="Naissance inconnue"
        choices={[{ value: 'unknown', label: 'On ne sait rien de sa date de naissance' }]}
        optional
      />
    </Details>
    {errorsOf(form, 'ageConfirmed').length > 0 || typedValue(form, 'ageConfirmed') ? (
      <Checkboxes
        form={form}
        name="ageConfirmed"
        label="Confirmer l’âge"
        choices={[{ value: 'oui', label: 'Cette date de naissance est exacte' }]}
      />
    ) : null}
    <Radios
      form={form}
      name="sex"
      label="Sexe à l’état civil"
      choices={[
        { value: 'F', label: 'Féminin' },
        { value: 'M', label: 'Masculin' },
        { value: '', label: 'Non renseigné' },
      ]}
      inline
    />
  </Fieldset>
)

const Contact = ({ form, matches }: Props) => (
  <Fieldset legend="Pour joindre la personne" size="section">
    <TextField form={form} name="phone" label="Téléphone" type="tel" autocomplete="off" width={20} optional />
    <Checkboxes
      form={form}
      name="phoneSafe"
      label="Ce téléphone est-il sûr ?"
      hint="Sans cette assurance, la plateforme n’y envoie jamais rien de personnel."
      choices={[{ value: 'oui', label: 'La personne est seule à lire les messages et à répondre' }]}
      optional
    />
    <TextField form={form} name="email" label="Adresse e-mail" type="email" autocomplete="off" spellcheck={false} width={30} optional />
    <Checkboxes
      form={form}
      name="emailSafe"
      label="Cette adresse e-mail est-elle sûre ?"
      choices={[{ value: 'oui', label: 'La personne est seule à la lire' }]}
      optional
    />
    <TextField form={form} name="address" label="Adresse" hint="Numéro et voie, ou lieu-dit" autocomplete="off" width={30} optional />
    <CommuneField form={form} name="communeCode" label="Commune de résidence" matches={matches} optional />
  </Fieldset>
)

/** Who a person is and how to reach them: the same boxes to open a file and to correct it. */
export const IdentityFields = (props: Props) => (
  <>
    <Names {...props} />
    <Contact {...props} />
  </>
)
