import { emptyForm, type FormState } from '@maillage/ui'
import { memberPage } from '../../../platform/http/page.ts'
import type { PageRequest } from '../../../platform/http/page-request.ts'
import { recordId } from '../../../platform/http/record-id.ts'
import { goTo, notFoundReply, type Reply, show } from '../../../platform/http/reply.ts'
import type { Member } from '../../../platform/http/slice.ts'
import { findApplication } from '../../applications/index.ts'
import { employer } from '../../employment/index.ts'
import { heldPasses } from '../../pass-iae/index.ts'
import { personCard } from '../../people/index.ts'
import { servingDiagnosis, waitingUntil } from '../ask-right.ts'
import { declareHire } from '../commands/declare-hire.ts'
import { PASS_ACT_SENTENCES } from '../messages.fr.ts'
import { mayHire } from '../policy.ts'
import { hireOfApplication } from '../queries/hire-of-application.ts'
import { HireFields, type HireScene, readHire, Standing } from './hire-form.tsx'

/** What the application in the address leads to: a form, the hire it already gave, or nothing for this reader. */
async function sceneOf(request: PageRequest<Member>): Promise<HireScene | { readonly hireId: string } | undefined> {
  const applicationId = recordId(request.params['id'])
  if (applicationId === undefined) return undefined
  return request.read(async (ctx) => {
    const application = await findApplication(ctx, applicationId)
    if (!application || !mayHire(ctx.actor, application)) return undefined
    const standing = await hireOfApplication(ctx, applicationId)
    if (standing) return { hireId: standing.id }
    const { personId, siaeId } = application
    const person = await personCard(ctx, personId)
    const siae = await employer(ctx, siaeId)
    if (!person || !siae) return undefined
    const rights = await heldPasses(ctx, personId)
    const right = rights.find(({ last }) => last >= ctx.today)
    const serving = await servingDiagnosis(ctx, { personId, siaeId })
    return {
      applicationId,
      personId,
      name: person.displayName,
      provisional: person.state === 'provisional',
      siae,
      serving,
      right,
      waitingUntil: waitingUntil(ctx, rights),
    }
  })
}

function hireForm(request: PageRequest<Member>, scene: HireScene, form: FormState): Reply {
  const { applicationId, name, siae } = scene
  return show(
    'Déclarer l’embauche',
    <>
      <p class="govuk-caption-l">
        {name} · {siae.name}
      </p>
      <h1 class="govuk-heading-l">Déclarer l’embauche</h1>
      <Standing scene={scene} />
      <HireFields request={request} scene={scene} form={form} action={`/candidatures/${applicationId}/embaucher`} />
    </>,
    {
      errorCount: form.errors.length,
      breadcrumb: [
        { label: 'Candidatures', href: '/candidatures' },
        { label: name, href: `/candidatures/${applicationId}` },
        { label: 'Embauche' },
      ],
    },
  )
}

/** Accepting an application is declaring its hire. */
export const declareHirePage = memberPage({
  path: '/candidatures/:id/embaucher',
  async get(request) {
    const scene = await sceneOf(request)
    if (!scene) return notFoundReply
    return 'hireId' in scene ? goTo(`/embauches/${scene.hireId}`) : hireForm(request, scene, emptyForm)
  },
  async post(request) {
    const scene = await sceneOf(request)
    if (!scene) return notFoundReply
    const applicationId = request.params['id'] ?? ''
    const { input, errors } = readHire(request.form, applicationId)
    const result = await request.submit(declareHire, {
      input,
      errors,
      location: ({ hireId }) => `/embauches/${hireId}?declaree=1`,
      notice: ({ passAct, anomalies }) => ({
        kind: 'information',
        title: passAct === null ? 'Embauche enregistrée comme un fait' : PASS_ACT_SENTENCES[passAct],
        text: anomalies > 0 ? 'Des points restent à régler : ils sont listés ci-dessous.' : undefined,
      }),
    })
    if (result.reply) return result.reply
    if ('hireId' in scene) {
      const text = result.form.errors[0]?.text
      return goTo(`/embauches/${scene.hireId}`, { kind: 'warning', title: 'Cette embauche était déjà déclarée', text })
    }
    return hireForm(request, scene, result.form)
  },
})

/** The hire that an application led to. */
export const hireOfApplicationPage = memberPage({
  path: '/candidatures/:id/embauche',
  async get(request) {
    const scene = await sceneOf(request)
    return scene && 'hireId' in scene ? goTo(`/embauches/${scene.hireId}`) : notFoundReply
  },
})
