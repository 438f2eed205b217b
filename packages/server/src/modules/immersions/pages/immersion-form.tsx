import { frenchDate } from '@maillage/kernel'
import { immersionObjectLabels } from '@maillage/rules/employment'
import {
  Button,
  ButtonGroup,
  DateField,
  dateFieldValues,
  Fieldset,
  Form,
  type FormState,
  HiddenField,
  Radios,
  Select,
  TextArea,
  TextField,
} from '@maillage/ui'
import { dateInput } from '../../../platform/http/date-input.ts'
import { type FormBody, type PageRequest, text } from '../../../platform/http/page-request.ts'
import { type Reply, show } from '../../../platform/http/reply.ts'
import type { Member } from '../../../platform/http/slice.ts'
import { HOST_KIND_LABELS, PRESCRIBER_LABELS } from '../messages.fr.ts'
import { HOST_KINDS, type Immersion, OBJECTS, PRESCRIBERS } from '../model.ts'
import type { StayShown } from './stay-in-address.ts'

const valuesFrom = (immersion: Immersion): Readonly<Record<string, string>> => ({
  hostName: immersion.hostName ?? '',
  hostKind: immersion.hostKind,
  hostSiret: immersion.hostSiret ?? '',
  hostPlace: immersion.hostPlace ?? '',
  tutor: immersion.tutor ?? '',
  object: immersion.object,
  tasks: immersion.tasks ?? '',
  schedule: immersion.schedule ?? '',
  prescribedBy: immersion.prescribedBy,
})

/** What was typed, as the command takes it, with what no date is. */
export function readImmersion(form: FormBody, stayId: string) {
  const [first, last] = [dateInput(form, 'first', 'le premier jour'), dateInput(form, 'last', 'le dernier jour')]
  const typed = [
    'renews',
    'replaces',
    'hostName',
    'hostKind',
    'hostSiret',
    'hostPlace',
    'tutor',
    'object',
    'tasks',
    'schedule',
    'prescribedBy',
  ] as const
  return {
    input: { stayId, ...Object.fromEntries(typed.map((name) => [name, text(form, name)])), first: first.iso, last: last.iso },
    errors: [...first.errors, ...last.errors],
  }
}

/** The form of an immersion, new or renewing another. */
export function immersionForm(request: PageRequest<Member>, { stay, card, siaeName }: StayShown, form: FormState): Reply {
  const renewing = Boolean(form.values['renews'])
  const correcting = Boolean(form.values['replaces'])
  const title = correcting ? 'Corriger une immersion' : renewing ? 'Renouveler une immersion' : 'Noter une immersion'
  return show(
    title,
    <>
      <p class="govuk-caption-l">
        {card.displayName} · {siaeName}, entrée le {frenchDate(stay.open.first)}
      </p>
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body">
        Une période de mise en situation en milieu professionnel (PMSMP) a un seul objet et dure un mois au plus, de date à date. La
        personne reste salariée de votre structure. Ce que la loi dit autrement sera signalé, rien ne sera refusé pour cela.
      </p>
      <Form action={`/sejours/${stay.id}/immersions/ajouter`} csrf={request.csrf} requestId={request.formId} state={form}>
        <HiddenField name="renews" value={String(form.values['renews'] ?? '')} />
        <HiddenField name="replaces" value={String(form.values['replaces'] ?? '')} />
        <Fieldset legend="L’employeur qui accueille">
          <TextField form={form} name="hostName" label="Nom" width={30} />
          <Select
            form={form}
            name="hostKind"
            label="Type d’employeur"
            options={HOST_KINDS.map((value) => ({ value, label: HOST_KIND_LABELS[value] }))}
          />
          <TextField
            form={form}
            name="hostSiret"
            label="SIRET"
            hint="Quatorze chiffres. Il permet de compter ensemble les immersions chez un même employeur."
            width={20}
            inputmode="numeric"
            optional
          />
          <TextField form={form} name="hostPlace" label="Adresse du lieu d’accueil" width={30} optional />
          <TextField
            form={form}
            name="tutor"
            label="Tuteur ou tutrice sur place"
            hint="Nom et fonction, pour la convention"
            width={30}
            optional
          />
        </Fieldset>
        <Radios
          form={form}
          name="object"
          label="Objet de l’immersion"
          choices={OBJECTS.map((value) => ({ value, label: immersionObjectLabels[value] }))}
        />
        <TextArea
          form={form}
          name="tasks"
          label="Ce que la personne fera"
          hint="Le poste, les tâches, ce qu’on veut vérifier"
          rows={3}
          limit={500}
        />
        <DateField form={form} name="first" label="Premier jour" />
        <DateField form={form} name="last" label="Dernier jour" />
        <TextField form={form} name="schedule" label="Horaires" hint="Par exemple, du lundi au jeudi de 9 h à 16 h" width={30} optional />
        <Select
          form={form}
          name="prescribedBy"
          label="Qui la prescrit"
          options={PRESCRIBERS.map((value) => ({ value, label: PRESCRIBER_LABELS[value] }))}
        />
        <ButtonGroup>
          <Button>{correcting ? 'Enregistrer la correction' : renewing ? 'Noter le renouvellement' : 'Noter l’immersion'}</Button>
          <a class="govuk-link" href={`/personnes/${card.id}`}>
            Ne rien noter
          </a>
        </ButtonGroup>
      </Form>
    </>,
    {
      errorCount: form.errors.length,
      breadcrumb: [
        { label: 'Immersions', href: '/immersions' },
        { label: card.displayName, href: `/personnes/${card.id}` },
        { label: title },
      ],
    },
  )
}

/** The boxes of a correction: as it was noted. */
export const correctionValues = (immersion: Immersion): Readonly<Record<string, string>> => ({
  ...valuesFrom(immersion),
  renews: immersion.renews ?? '',
  replaces: immersion.id,
  ...dateFieldValues('first', immersion.first),
  ...dateFieldValues('last', immersion.last),
})

/** The boxes of a renewal: everything as before, from the day after. */
export const renewalValues = (immersion: Immersion): Readonly<Record<string, string>> => ({
  ...valuesFrom(immersion),
  renews: immersion.id,
  ...dateFieldValues('first', ((immersion.conclusion?.endedOn ?? immersion.last) + 1) as Immersion['first']),
})
