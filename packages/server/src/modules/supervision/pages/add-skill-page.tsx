import { Button, ButtonGroup, emptyForm, Form, type FormState, Radios, TextField } from '@maillage/ui'
import { memberPage } from '../../../platform/http/page.ts'
import { type PageRequest, text } from '../../../platform/http/page-request.ts'
import { notFoundReply, type Reply, show } from '../../../platform/http/reply.ts'
import type { Member } from '../../../platform/http/slice.ts'
import { addSkill } from '../commands/add-skill.ts'
import { SKILL_KIND_LABELS } from '../messages.fr.ts'
import { SKILL_KINDS } from '../model-skills.ts'
import { type SkillListScene, skillListCrumbs, skillListHref, skillListScene } from './skill-list-scene.ts'

function pageOf(request: PageRequest<Member>, scene: SkillListScene, form: FormState): Reply {
  const back = skillListHref(scene.siae.id)
  const trades = [...new Set(scene.skills.map(({ trade }) => trade))]
  return show(
    'Ajouter une compétence',
    <>
      <p class="govuk-caption-l">{scene.siae.name}</p>
      <h1 class="govuk-heading-l">Ajouter une compétence</h1>
      <Form action={`${back}/ajouter`} csrf={request.csrf} requestId={request.formId} state={form}>
        <TextField
          form={form}
          name="trade"
          label="Métier"
          hint={trades.length > 0 ? `Déjà dans la liste : ${trades.join(', ')}` : 'Par exemple, Maraîchage'}
        />
        <TextField form={form} name="label" label="Compétence" hint="Avec un verbe, comme on la voit faire : « Tailler une haie »." />
        <Radios
          form={form}
          name="kind"
          label="Catégorie"
          choices={SKILL_KINDS.map((value) => ({ value, label: SKILL_KIND_LABELS[value] }))}
        />
        <ButtonGroup>
          <Button>Ajouter la compétence</Button>
          <a class="govuk-link" href={back}>
            Ne rien ajouter
          </a>
        </ButtonGroup>
      </Form>
    </>,
    { errorCount: form.errors.length, breadcrumb: skillListCrumbs(scene, 'Ajouter une compétence') },
  )
}

/** A skill in the words of the structure. */
export const addSkillPage = memberPage({
  path: '/structures/:id/competences/ajouter',
  async get(request) {
    const scene = await skillListScene(request)
    return scene?.keeps ? pageOf(request, scene, emptyForm) : notFoundReply
  },
  async post(request) {
    const scene = await skillListScene(request)
    if (!scene?.keeps) return notFoundReply
    const typed = (name: string) => text(request.form, name)
    const siaeId = scene.siae.id
    const result = await request.submit(addSkill, {
      input: { siaeId, trade: typed('trade'), kind: typed('kind'), label: typed('label') },
      location: () => skillListHref(siaeId),
      notice: { kind: 'success', title: 'Compétence ajoutée' },
    })
    return result.reply ?? pageOf(request, scene, result.form)
  },
})
