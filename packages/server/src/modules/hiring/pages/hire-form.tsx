import { type CalendarDate, frenchDate } from '@maillage/kernel'
import {
  Button,
  ButtonGroup,
  Checkboxes,
  DateField,
  Details,
  Form,
  type FormState,
  InsetText,
  Notification,
  Select,
  Tag,
  TextField,
} from '@maillage/ui'
import { dateInput } from '../../../platform/http/date-input.ts'
import type { FormBody } from '../../../platform/http/page-request.ts'
import { type PageRequest, text } from '../../../platform/http/page-request.ts'
import type { Member } from '../../../platform/http/slice.ts'
import { CONTRACT_LABELS, type Employer, termMissing, USUAL_TYPES } from '../../employment/index.ts'
import { WHO_SHORTENS_WAITING } from '../../pass-iae/index.ts'

/** What the form is about. */
export interface HireScene {
  readonly applicationId: string
  readonly personId: string
  readonly name: string
  readonly provisional: boolean
  readonly siae: Employer
  /** The diagnosis that serves this structure; undefined: none. */
  readonly serving: { readonly eligibleBy: 'authorised-prescriber' | 'siae'; readonly expiresOn: CalendarDate } | undefined
  /** The right that runs or has not begun; undefined: none. */
  readonly right: { readonly first: CalendarDate; readonly last: CalendarDate } | undefined
  /** Last day of the waiting period after the right before; undefined: none runs. */
  readonly waitingUntil: CalendarDate | undefined
}

const BY = { 'authorised-prescriber': 'un prescripteur habilité', siae: 'votre structure' } as const

/** What the right will rest on, said before anything is typed. */
export const Standing = ({ scene: { personId, serving, right, waitingUntil, provisional } }: { readonly scene: HireScene }) => (
  <>
    {provisional ? (
      <Notification kind="warning" title="Fiche provisoire : aucun PASS IAE ne peut être demandé">
        Une autre fiche existe peut-être pour cette personne.{' '}
        <a href={`/personnes/${personId}`}>Demandez le rattachement depuis sa fiche</a>, ou enregistrez une embauche déjà faite.
      </Notification>
    ) : null}
    {right ? (
      <InsetText>
        <Tag tone="positive">PASS IAE</Tag> La personne a un PASS IAE du {frenchDate(right.first)} au {frenchDate(right.last)} : il sera
        repris.
      </InsetText>
    ) : waitingUntil !== undefined && serving?.eligibleBy !== 'authorised-prescriber' ? (
      <InsetText>
        <Tag tone="attention">Carence IAE</Tag> Le PASS IAE précédent est terminé : votre structure ne peut en demander un nouveau que pour
        une embauche après le {frenchDate(waitingUntil)}. {WHO_SHORTENS_WAITING}
      </InsetText>
    ) : serving ? (
      <InsetText>
        <Tag tone="positive">Éligible</Tag> Diagnostic établi par {BY[serving.eligibleBy]}, valable jusqu’au{' '}
        {frenchDate((serving.expiresOn - 1) as CalendarDate)}. Un PASS IAE commencera avec l’embauche.
      </InsetText>
    ) : (
      <InsetText>
        <Tag tone="attention">Éligibilité à établir</Tag> Aucun diagnostic ne permet encore de demander un PASS IAE.{' '}
        <a class="govuk-link" href={`/personnes/${personId}/eligibilite/ajouter`}>
          Faire le diagnostic de votre structure
        </a>
      </InsetText>
    )}
  </>
)

/** The boxes of a hire. */
export function HireFields({
  request,
  scene,
  form,
  action,
}: {
  readonly request: PageRequest<Member>
  readonly scene: HireScene
  readonly form: FormState
  readonly action: string
}) {
  const { siae, applicationId } = scene
  return (
    <Form action={action} csrf={request.csrf} requestId={request.formId} state={form}>
      <DateField form={form} name="firstDay" label="Premier jour de travail" />
      <Select
        form={form}
        name="type"
        label="Type de contrat"
        options={USUAL_TYPES[siae.kind].map((value) => ({ value, label: CONTRACT_LABELS[value] }))}
      />
      <DateField form={form} name="lastDay" label="Dernier jour du contrat" hint="Laissez vide seulement pour un CDI" optional />
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
      {siae.worksites.length > 0 ? (
        <Select
          form={form}
          name="worksiteId"
          label="Site"
          placeholder="Aucun site précis"
          options={siae.worksites.map(({ id, name }) => ({ value: id, label: name }))}
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
      <Checkboxes
        form={form}
        name="asFact"
        label="Embauche déjà faite"
        choices={[
          {
            value: 'oui',
            label: 'J’enregistre une embauche déjà faite',
            hint: 'Le contrat a commencé. Il sera enregistré tel quel, sans demander de PASS IAE ; ce qui manque sera signalé à votre structure.',
          },
        ]}
        optional
      />
      <ButtonGroup>
        <Button>Déclarer l’embauche</Button>
        <a class="govuk-link" href={`/candidatures/${applicationId}`}>
          Revenir à la candidature
        </a>
      </ButtonGroup>
    </Form>
  )
}

/** What was typed, as the command takes it. */
export function readHire(form: FormBody, applicationId: string) {
  const firstDay = dateInput(form, 'firstDay', 'le premier jour de travail')
  const lastDay = dateInput(form, 'lastDay', 'le dernier jour du contrat')
  const typed = (name: string) => text(form, name)
  const input = {
    applicationId,
    firstDay: firstDay.iso,
    lastDay: lastDay.iso ?? null,
    type: typed('type'),
    weeklyHours: typed('weeklyHours'),
    worksiteId: typed('worksiteId'),
    post: typed('post'),
    market: typed('market'),
    lot: typed('lot'),
    clauseKind: typed('clauseKind'),
    asFact: typed('asFact'),
  }
  return { input, errors: [...firstDay.errors, ...lastDay.errors, ...termMissing(input.type, lastDay)] }
}
