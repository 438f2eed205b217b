import type { CalendarDate } from '@maillage/kernel'
import { CAPABILITIES, CAPABILITY_NAMES } from '@maillage/rules/accompaniment'
import {
  Button,
  ButtonGroup,
  DateField,
  dateFieldValues,
  Fieldset,
  Form,
  type FormState,
  InsetText,
  Radios,
  Select,
  TextArea,
  TextField,
} from '@maillage/ui'
import { dateInput } from '../../../platform/http/date-input.ts'
import { type FormBody, type PageRequest, text } from '../../../platform/http/page-request.ts'
import type { Member } from '../../../platform/http/slice.ts'
import { ANSWER_LIMIT, REVIEW_LIMIT, REVIEW_MOMENTS, type ReviewFacts } from '../model-reviews.ts'
import { LEVEL_OPTIONS, MOMENT_LABELS } from '../review-words.fr.ts'

interface Props {
  readonly request: PageRequest<Member>
  readonly form: FormState
  /** False: health is neither asked nor written. */
  readonly referent: boolean
  /** A review that is new notes the interview too, and asks how long it took. */
  readonly isNew: boolean
  readonly back: string
}

/** What is asked of a review: it is meant to be read aloud, the screen turned to the person. */
export const ReviewForm = ({ request, form, referent, isNew, back }: Props) => (
  <Form action={request.path} csrf={request.csrf} requestId={request.formId} state={form}>
    <Radios
      form={form}
      name="moment"
      label="Quel bilan"
      choices={REVIEW_MOMENTS.map((value) => ({ value, label: MOMENT_LABELS[value] }))}
    />
    <DateField form={form} name="heldOn" label="Date" />
    <Radios
      form={form}
      name="withPerson"
      label="La personne a répondu elle-même"
      hint={isNew ? 'Si oui, un entretien est noté en même temps dans les actes' : undefined}
      choices={[
        { value: 'yes', label: 'Oui' },
        { value: 'no', label: 'Non' },
      ]}
      inline
    />
    {isNew ? (
      <TextField form={form} name="minutes" label="Durée de l’entretien, en minutes" suffix="min" width={3} inputmode="numeric" optional />
    ) : null}
    <h2 class="govuk-heading-m">Comment cela va aujourd’hui</h2>
    <p class="govuk-body">
      La personne répond ce qu’elle veut, à ce qu’elle veut. Rien n’est additionné, et personne n’est comparé à personne.
    </p>
    {referent ? null : (
      <InsetText>
        Vous n’êtes pas référent de cette personne&nbsp;: la santé ne vous est pas proposée. Son référent en parle avec elle.
      </InsetText>
    )}
    {CAPABILITY_NAMES.filter((name) => referent || CAPABILITIES[name].sensitivity !== 'health').map((name) => (
      <Fieldset key={name} legend={CAPABILITIES[name].asked}>
        <Select form={form} name={`answers-${name}-level`} label="Cela va" options={LEVEL_OPTIONS} placeholder="Pas abordé" optional />
        <TextField
          form={form}
          name={`answers-${name}-words`}
          label="Avec les mots de la personne"
          hint={name === 'health' ? `${ANSWER_LIMIT} caractères au plus, lus par ses référents seulement` : undefined}
          optional
        />
      </Fieldset>
    ))}
    <h2 class="govuk-heading-m">Et pour la suite</h2>
    <TextArea
      form={form}
      name="words"
      label="Ce que la personne retient"
      hint="Ce dont elle est fière, ce qu’elle veut changer. Ni maladie, ni peine, ni nom d’autrui."
      rows={4}
      limit={REVIEW_LIMIT}
      optional
    />
    <DateField form={form} name="nextOn" label="Prochain bilan" hint="Il sera rappelé dans « Ma matinée » de ses référents" optional />
    <ButtonGroup>
      <Button>{isNew ? 'Enregistrer ce bilan' : 'Corriger ce bilan'}</Button>
      <a class="govuk-link" href={back}>
        Ne rien enregistrer
      </a>
    </ButtonGroup>
  </Form>
)

/** What was typed of a review. */
export function readReview(form: FormBody) {
  const [heldOn, nextOn] = [dateInput(form, 'heldOn', 'la date'), dateInput(form, 'nextOn', 'la date du prochain bilan')]
  const answers = CAPABILITY_NAMES.map((name) => [
    name,
    { level: text(form, `answers-${name}-level`), words: text(form, `answers-${name}-words`) },
  ])
  return {
    facts: {
      moment: text(form, 'moment'),
      heldOn: heldOn.iso,
      withPerson: text(form, 'withPerson'),
      words: text(form, 'words'),
      nextOn: nextOn.iso ?? null,
      answers: Object.fromEntries(answers),
    },
    errors: [...heldOn.errors, ...nextOn.errors],
  }
}

/** What is known of a review, as its form shows it. */
export function reviewValues({ moment, heldOn, withPerson, words, nextOn, answers }: ReviewFacts): FormState {
  const said = CAPABILITY_NAMES.flatMap((name) => [
    [`answers-${name}-level`, answers[name]?.level ?? ''],
    [`answers-${name}-words`, answers[name]?.words ?? ''],
  ])
  return {
    values: {
      moment,
      withPerson: withPerson ? 'yes' : 'no',
      words: words ?? '',
      ...dateFieldValues('heldOn', heldOn),
      ...(nextOn === null ? {} : dateFieldValues('nextOn', nextOn)),
      ...Object.fromEntries(said),
    },
    errors: [],
  }
}

/** An empty form: today, and the moment that comes after those already made. */
export const newReviewValues = (today: CalendarDate, moment: string): FormState => ({
  values: { moment, ...dateFieldValues('heldOn', today) },
  errors: [],
})
