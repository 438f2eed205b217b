import { Roll } from '../content/roll.tsx'
import { Button } from '../forms/button.tsx'
import { ButtonGroup } from '../forms/button-group.tsx'
import { ButtonLink } from '../forms/button-link.tsx'
import { Checkboxes } from '../forms/checkboxes.tsx'
import { CommuneField } from '../forms/commune-field.tsx'
import { DateField } from '../forms/date-field.tsx'
import { Fieldset } from '../forms/fieldset.tsx'
import { FileField } from '../forms/file-field.tsx'
import { Form } from '../forms/form.tsx'
import { emptyForm, type FormState } from '../forms/form-state.ts'
import { PasswordField } from '../forms/password-field.tsx'
import { Radios } from '../forms/radios.tsx'
import { communeValues } from '../forms/read-commune.ts'
import { Select } from '../forms/select.tsx'
import { Taps } from '../forms/taps.tsx'
import { TextArea } from '../forms/text-area.tsx'
import { TextField } from '../forms/text-field.tsx'
import { Specimen } from './specimen.tsx'

const MOTIVES = [
  { value: 'cdi', label: 'Embauche en CDI' },
  { value: 'training', label: 'Entrée en formation qualifiante' },
  { value: 'move', label: 'Déménagement' },
]
const YES_NO = [
  { value: 'yes', label: 'Oui' },
  { value: 'no', label: 'Non' },
]
const BARRIERS = [
  { value: 'mobility', label: 'Mobilité', hint: 'Ni permis, ni véhicule, ni transport à l’heure du travail' },
  { value: 'housing', label: 'Logement' },
  { value: 'health', label: 'Santé', hint: 'Sans rien écrire de médical' },
]

const filled: FormState = {
  values: {
    'filled-name': 'd’Alembert-Lefèvre',
    'filled-hours': '86,5',
    'filled-motive': 'training',
    'filled-barriers': ['mobility', 'health'],
    'filled-rqth': 'no',
    'filled-note': 'A repris contact avec la mission locale.\nRendez-vous fixé au 3 décembre.',
    'filled-birth-day': '27',
    'filled-birth-month': '3',
    'filled-birth-year': '1998',
    ...communeValues('filled-home', '11262', 'Narbonne (Aude)'),
  },
  errors: [],
}

const wrong: FormState = {
  values: { 'wrong-birth-day': '31', 'wrong-birth-month': '2', 'wrong-birth-year': '1998', 'wrong-home-text': 'Saint-Martin' },
  errors: [
    { field: 'wrong-name', text: 'Saisissez le nom de naissance' },
    { field: 'wrong-birth-day', text: 'La date de naissance n’existe pas dans le calendrier\u00a0: ce mois n’a pas de 31' },
    { field: 'wrong-rqth', text: 'Dites si la personne a une RQTH' },
    { field: 'wrong-motive', text: 'Choisissez un motif de sortie' },
    { field: 'wrong-note', text: 'Le motif compte 612 caractères\u00a0: retirez-en 112' },
    { field: 'wrong-home', text: 'Choisissez une commune dans la liste' },
    { text: 'Le PASS IAE de cette personne est suspendu jusqu’au 4 janvier 2027' },
  ],
}

const PresenceForm = ({ of, pressed }: { readonly of: string; readonly pressed?: string }) => (
  <Form action="/design" csrf={null} state={emptyForm}>
    <Taps
      name="state"
      label={`Présence de ${of}`}
      pressed={pressed}
      taps={[
        { value: 'present', label: 'Présence', tone: 'positive' },
        { value: 'late', label: 'Retard', tone: 'attention' },
        { value: 'absent', label: 'Absence', tone: 'alert' },
      ]}
    />
  </Form>
)

/** Every control of a form: empty, filled, wrong. */
export function FormsGallery() {
  return (
    <>
      <Specimen title="Champs vides">
        <Form action="/design" csrf={null} state={emptyForm}>
          <TextField form={emptyForm} name="empty-name" label="Nom de naissance" autocomplete="off" width={20} />
          <TextField
            form={emptyForm}
            name="empty-mail"
            label="Adresse électronique"
            hint="Pour l’invitation au rendez-vous"
            type="email"
            optional
          />
          <FileField form={emptyForm} name="empty-file" label="Fichier" hint="XLSX, ODS ou CSV, 5 Mo au plus" accept=".xlsx,.ods,.csv" />
          <PasswordField
            form={emptyForm}
            name="empty-password"
            label="Mot de passe"
            hint="Douze caractères au moins"
            autocomplete="new-password"
          />
          <DateField form={emptyForm} name="empty-birth" label="Date de naissance" hint="Par exemple, 27 3 1998" />
          <Radios form={emptyForm} name="empty-rqth" label={'La personne a-t-elle une RQTH\u202f?'} choices={YES_NO} inline />
          <Checkboxes form={emptyForm} name="empty-barriers" label="Freins repérés" choices={BARRIERS} optional />
          <Select form={emptyForm} name="empty-motive" label="Motif de sortie" options={MOTIVES} />
          <CommuneField form={emptyForm} name="empty-home" label="Commune de résidence" />
          <TextArea form={emptyForm} name="empty-note" label="Motif" limit={500} rows={3} />
          <ButtonGroup>
            <Button>Enregistrer la sortie</Button>
            <Button kind="secondary" name="step" value="draft">
              Garder en brouillon
            </Button>
            <a href="/design">Annuler</a>
          </ButtonGroup>
        </Form>
      </Specimen>
      <Specimen title="Champs remplis">
        <Form action="/design" csrf={null} state={filled}>
          <Fieldset legend="Identité et situation" size="section">
            <TextField form={filled} name="filled-name" label="Nom de naissance" width={20} />
            <DateField form={filled} name="filled-birth" label="Date de naissance" />
            <TextField form={filled} name="filled-hours" label="Heures payées" suffix="h" width={5} inputmode="decimal" />
            <Radios form={filled} name="filled-rqth" label={'La personne a-t-elle une RQTH\u202f?'} choices={YES_NO} inline />
            <Checkboxes form={filled} name="filled-barriers" label="Freins repérés" choices={BARRIERS} />
            <Select form={filled} name="filled-motive" label="Motif de sortie" options={MOTIVES} />
            <CommuneField form={filled} name="filled-home" label="Commune de résidence" />
            <TextArea form={filled} name="filled-note" label="Motif" limit={500} rows={3} />
          </Fieldset>
        </Form>
      </Specimen>
      <Specimen title="Champs à corriger">
        <Form action="/design" csrf={null} state={wrong}>
          <TextField form={wrong} name="wrong-name" label="Nom de naissance" hint="Tel qu’il est sur la pièce d’identité" width={20} />
          <DateField form={wrong} name="wrong-birth" label="Date de naissance" />
          <Radios form={wrong} name="wrong-rqth" label={'La personne a-t-elle une RQTH\u202f?'} choices={YES_NO} inline />
          <Select form={wrong} name="wrong-motive" label="Motif de sortie" options={MOTIVES} />
          <TextArea form={wrong} name="wrong-note" label="Motif" limit={500} rows={3} />
          <CommuneField
            form={wrong}
            name="wrong-home"
            label="Commune de résidence"
            matches={[
              { code: '97413', label: 'Saint-Leu (La Réunion)' },
              { code: '11353', label: 'Saint-Martin-de-Villereglan (Aude)' },
              { code: '11354', label: 'Saint-Martin-des-Puits (Aude)' },
            ]}
          />
        </Form>
      </Specimen>
      <Specimen title="Réponses d’un seul geste">
        <Roll
          label="Équipe du jour"
          lines={[
            { id: 'roll-1', title: 'Inès ALMEIDA', children: <PresenceForm of="Inès ALMEIDA" /> },
            { id: 'roll-2', title: 'Marc VALLAT', children: <PresenceForm of="Marc VALLAT" pressed="late" /> },
          ]}
        />
      </Specimen>
      <Specimen title="Boutons">
        <ButtonGroup>
          <ButtonLink href="/design">Proposer une personne</ButtonLink>
          <ButtonLink href="/design" kind="secondary">
            Voir les candidatures reçues
          </ButtonLink>
          <ButtonLink href="/design" kind="warning">
            Clore le dossier
          </ButtonLink>
        </ButtonGroup>
      </Specimen>
    </>
  )
}
