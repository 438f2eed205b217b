import { BARRIER_AREAS, barrierAreaLabel } from '@maillage/rules/accompaniment'
import {
  Button,
  ButtonGroup,
  Checkboxes,
  CommuneField,
  type CommuneMatch,
  Form,
  type FormState,
  HiddenField,
  Radios,
  readCommune,
  TextArea,
  TextField,
  typedValue,
} from '@maillage/ui'
import { type FormBody, text } from '../../../platform/http/page-request.ts'
import { REACH_LABELS } from '../messages.fr.ts'
import { PARTNER_LIMITS, REACHES } from '../model-partners.ts'

interface Props {
  readonly action: string
  readonly csrf: string
  readonly requestId: string
  readonly form: FormState
  readonly matches?: readonly CommuneMatch[] | undefined
  readonly send: string
  readonly back: string
}

/** What is said of a partner, typed or corrected. */
export const PartnerForm = ({ action, csrf, requestId, form, matches, send, back }: Props) => (
  <Form action={action} csrf={csrf} requestId={requestId} state={form}>
    {typedValue(form, 'version') === '' ? null : <HiddenField name="version" value={typedValue(form, 'version')} />}
    <TextField form={form} name="name" label="Nom du partenaire" hint="L’organisme ou le lieu, jamais une personne" width={30} />
    <TextArea form={form} name="does" label="Ce qu’il fait" rows={3} limit={PARTNER_LIMITS.does} />
    <div class="m-tick-list">
      <Checkboxes
        form={form}
        name="areas"
        label="Domaines"
        hint="Ceux des freins que l’on repère avec les personnes"
        choices={BARRIER_AREAS.map((area) => ({ value: area, label: barrierAreaLabel(area) }))}
      />
    </div>
    <CommuneField form={form} name="commune" label="Commune où il se trouve" matches={matches} />
    <Radios
      form={form}
      name="reach"
      label={'Qui peut y aller\u202f?'}
      choices={REACHES.map((value) => ({ value, label: REACH_LABELS[value] }))}
    />
    <TextField form={form} name="address" label="Adresse" width={30} optional />
    <TextField
      form={form}
      name="phone"
      label="Téléphone"
      hint="Celui de l’accueil, jamais la ligne de quelqu’un"
      type="tel"
      width={20}
      optional
    />
    <TextArea
      form={form}
      name="conditions"
      label="Conditions"
      hint="Par exemple : sur rendez-vous, gratuit, avec une orientation du Département"
      rows={2}
      limit={PARTNER_LIMITS.conditions}
      optional
    />
    <ButtonGroup>
      <Button>{send}</Button>
      <a class="govuk-link" href={back}>
        Ne rien changer
      </a>
    </ButtonGroup>
  </Form>
)

/** What the commands ask, out of the boxes of the form. */
export function readPartner(form: FormBody): Readonly<Record<string, unknown>> {
  const commune = readCommune(form, 'commune')
  return {
    ...Object.fromEntries(['name', 'does', 'address', 'phone', 'conditions'].map((name) => [name, text(form, name)])),
    areas: form['areas'],
    reach: text(form, 'reach'),
    commune: commune.state === 'chosen' ? commune.code : '',
  }
}
