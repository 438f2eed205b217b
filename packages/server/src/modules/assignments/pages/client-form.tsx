import {
  Button,
  ButtonGroup,
  CommuneField,
  type CommuneMatch,
  Form,
  type FormState,
  HiddenField,
  Radios,
  TextArea,
  TextField,
} from '@maillage/ui'
import { type FormBody, type PageRequest, text } from '../../../platform/http/page-request.ts'
import type { Member } from '../../../platform/http/slice.ts'
import { CATEGORY_LABELS } from '../messages.fr.ts'
import { CLIENT_CATEGORIES } from '../model.ts'

interface Props {
  readonly request: PageRequest<Member>
  readonly action: string
  readonly form: FormState
  readonly matches?: readonly CommuneMatch[] | undefined
  readonly back: string
  /** The version read, for a client that changes. */
  readonly version?: number
}

/** What is said of a client. */
export const ClientForm = ({ request, action, form, matches, back, version }: Props) => (
  <Form action={action} csrf={request.csrf} requestId={request.formId} state={form}>
    {version === undefined ? null : <HiddenField name="version" value={String(version)} />}
    <Radios
      form={form}
      name="category"
      label="Sorte de client"
      choices={CLIENT_CATEGORIES.map((value) => ({ value, label: CATEGORY_LABELS[value] }))}
    />
    <TextField form={form} name="name" label="Nom" hint="Pour un particulier, son nom et son prénom" width={30} autocomplete="off" />
    <CommuneField form={form} name="commune" label="Commune" matches={matches} />
    <TextField
      form={form}
      name="siret"
      label="SIRET"
      hint="Quatorze chiffres ; rien pour un particulier"
      width={20}
      inputmode="numeric"
      optional
    />
    <TextArea
      form={form}
      name="safety"
      label="Sécurité et équipements"
      hint="Ce qu’il faut savoir ou apporter avant d’y aller : chaussures de sécurité, chien, escalier, produits. Rien sur la santé des personnes."
      rows={3}
      limit={500}
      optional
    />
    <h2 class="govuk-heading-m">Pour joindre le client</h2>
    <p class="govuk-body">
      Visible de la direction et de la coordination des missions seulement, jamais dans une liste. Un particulier dont on n’a plus de
      nouvelles depuis trois ans est effacé.
    </p>
    <TextField form={form} name="personToAsk" label="Personne à demander" width={30} autocomplete="off" optional />
    <TextField form={form} name="phone" label="Téléphone" type="tel" width={20} autocomplete="off" optional />
    <TextField form={form} name="email" label="Adresse électronique" type="email" width={30} autocomplete="off" optional />
    <TextField form={form} name="address" label="Adresse du lieu de travail" width={30} autocomplete="off" optional />
    {version === undefined ? null : (
      <Radios
        form={form}
        name="former"
        label="Ce client"
        choices={[
          { value: 'non', label: 'est un client' },
          { value: 'oui', label: 'n’est plus un client' },
        ]}
      />
    )}
    <ButtonGroup>
      <Button>{version === undefined ? 'Ajouter le client' : 'Enregistrer'}</Button>
      <a class="govuk-link" href={back}>
        Annuler
      </a>
    </ButtonGroup>
  </Form>
)

/** What the form of a client says, but its commune, which is chosen in a list. */
export const typedClient = (form: FormBody) =>
  Object.fromEntries(
    ['category', 'name', 'siret', 'safety', 'personToAsk', 'phone', 'email', 'address'].map((name) => [name, text(form, name)]),
  )
