import { frenchOf, type Nir, shownNir } from '@maillage/kernel'
import {
  Button,
  ButtonGroup,
  emptyForm,
  Form,
  type FormState,
  HiddenField,
  Notification,
  Select,
  SummaryList,
  TextField,
} from '@maillage/ui'
import { memberPage } from '../../../platform/http/page.ts'
import { type PageRequest, text } from '../../../platform/http/page-request.ts'
import { recordId } from '../../../platform/http/record-id.ts'
import { notFoundReply, type Reply, show } from '../../../platform/http/reply.ts'
import type { Member } from '../../../platform/http/slice.ts'
import { bornWords, logReading, type PersonCard, personCard } from '../../people/index.ts'
import { recordNir } from '../commands/record-nir.ts'
import { NIR_MISSING_LABELS } from '../messages.fr.ts'
import type { KnownNir } from '../model-nir.ts'
import { mayKeepNirs } from '../policy.ts'
import { isEmployedBy } from '../queries/is-employed-by.ts'
import { nirToCheck } from '../queries/nir-register.ts'
import { nirsOf } from '../queries/nirs-of.ts'
import { NIRS_HREF, nirHref } from './nir-address.ts'

interface Scene {
  readonly person: PersonCard
  readonly known: readonly KnownNir[]
}

async function sceneOf(request: PageRequest<Member>): Promise<Scene | undefined> {
  const id = recordId(request.params['id'])
  if (id === undefined) return undefined
  return request.read(async (ctx) => {
    const person = await personCard(ctx, id)
    if (!person || person.id !== id || !(await isEmployedBy(ctx, id, request.actor.hat.organisationId))) return undefined
    return { person, known: await nirsOf(ctx, id) }
  })
}

const Warning = ({ person, numbers }: { readonly person: PersonCard; readonly numbers: readonly Nir[] }) => {
  const wrong = nirToCheck(numbers, person.birth)
  if (wrong === null) return null
  return (
    <Notification kind="warning" title="Numéro à vérifier">
      <p class="govuk-body">
        {wrong === 'several'
          ? 'Deux fiches ont été réunies, et chacune avait un numéro. Enregistrez le bon : l’autre sera effacé.'
          : `Ce numéro ne dit pas la même naissance que la fiche (${bornWords(person.birth, person.sex)}). Relisez l’attestation de droits, puis corrigez le numéro ou demandez la correction de l’identité à la personne qui l’accompagne.`}
      </p>
    </Notification>
  )
}

function shown({ known }: Scene): string {
  const numbers = known.flatMap(({ number }) => (number === null ? [] : [shownNir(number)]))
  if (numbers.length > 0) return numbers.join(' ; ')
  const missing = known[0]?.missing ?? null
  return missing === null ? 'À saisir' : `Absent : ${NIR_MISSING_LABELS[missing]}`
}

function nirReply(request: PageRequest<Member>, scene: Scene, form: FormState): Reply {
  const { person, known } = scene
  const numbers = known.flatMap(({ number }) => (number === null ? [] : [number]))
  logReading(request, person.id, 'employment')
  return show(
    'Numéro de sécurité sociale',
    <>
      <h1 class="govuk-heading-l">Numéro de sécurité sociale {frenchOf(person.displayName)}</h1>
      <p class="govuk-body">
        Il sert à la paie et aux déclarations, et à rien d’autre (décret 2019-341). Seules les personnes chargées de la paie de votre
        organisation peuvent le lire. Il n’est ni recherché, ni exporté, ni comparé à ceux d’autres organisations.
      </p>
      <Warning person={person} numbers={numbers} />
      <SummaryList
        rows={[
          { label: 'Numéro', value: shown(scene) },
          { label: 'Naissance', value: bornWords(person.birth, person.sex) },
        ]}
      />
      <h2 class="govuk-heading-m">{known.length === 0 ? 'Enregistrer le numéro' : 'Corriger'}</h2>
      <Form action={nirHref(person.id)} csrf={request.csrf} requestId={request.formId} state={form}>
        <HiddenField name="read" value={known.map(({ id }) => id).join(' ')} />
        <TextField
          form={form}
          name="number"
          label="Numéro de sécurité sociale"
          hint="Quinze caractères, clé comprise, comme sur l’attestation de droits ou la carte Vitale"
          inputmode="text"
          autocomplete="off"
          spellcheck={false}
          width={20}
        />
        <Select
          form={form}
          name="missing"
          label="Sinon, pourquoi il est absent"
          placeholder="Le numéro est saisi ci-dessus"
          options={Object.entries(NIR_MISSING_LABELS).map(([value, label]) => ({ value, label }))}
          optional
        />
        <ButtonGroup>
          <Button>Enregistrer</Button>
          <a class="govuk-link" href={NIRS_HREF}>
            Voir toutes les personnes
          </a>
        </ButtonGroup>
      </Form>
    </>,
    {
      errorCount: form.errors.length,
      breadcrumb: [
        { label: 'Contrats', href: '/contrats' },
        { label: 'Numéros de sécurité sociale', href: NIRS_HREF },
        { label: person.displayName },
      ],
    },
  )
}

/** The number of somebody in the national register, for payroll alone. */
export const nirPage = memberPage({
  path: '/personnes/:id/numero-securite-sociale',
  allowed: mayKeepNirs,
  async get(request) {
    const scene = await sceneOf(request)
    // Nothing chosen beforehand: the reason known before would stand beside the number that replaces it.
    return scene ? nirReply(request, scene, emptyForm) : notFoundReply
  },
  async post(request) {
    const scene = await sceneOf(request)
    if (!scene) return notFoundReply
    const typed = (name: string) => text(request.form, name)
    const result = await request.submit(recordNir, {
      input: { personId: scene.person.id, read: typed('read'), number: typed('number'), missing: typed('missing') },
      location: () => NIRS_HREF,
      notice: { kind: 'success', title: `Numéro de sécurité sociale ${frenchOf(scene.person.displayName)} : enregistré` },
    })
    return result.reply ?? nirReply(request, scene, result.form)
  },
})
