import { plural } from '@maillage/kernel'
import { Button, ButtonGroup, emptyForm, Form, type FormState, Radios } from '@maillage/ui'
import { memberPage } from '../../../platform/http/page.ts'
import { type PageRequest, text } from '../../../platform/http/page-request.ts'
import { notFoundReply, type Reply, show } from '../../../platform/http/reply.ts'
import type { Member } from '../../../platform/http/slice.ts'
import { adoptTrade } from '../commands/adopt-trade.ts'
import { TRADES } from '../trades.ts'
import { type SkillListScene, skillListCrumbs, skillListHref, skillListScene } from './skill-list-scene.ts'

function pageOf(request: PageRequest<Member>, scene: SkillListScene, form: FormState): Reply {
  const back = skillListHref(scene.siae.id)
  return show(
    'Ajouter un métier',
    <>
      <p class="govuk-caption-l">{scene.siae.name}</p>
      <h1 class="govuk-heading-l">Ajouter un métier</h1>
      <p class="govuk-body">Ses compétences arrivent d’un coup. Retirez ensuite ce qui ne vous sert pas, ajoutez ce qui manque.</p>
      <Form action={`${back}/metier`} csrf={request.csrf} requestId={request.formId} state={form}>
        <Radios
          form={form}
          name="adopted"
          label="Métier"
          choices={TRADES.map(({ name, skills }) => ({
            value: name,
            label: name,
            hint: `${plural(skills.length, 'compétence')} : ${skills
              .slice(0, 3)
              .map(([, label]) => label.toLocaleLowerCase('fr'))
              .join(', ')}…`,
          }))}
        />
        <ButtonGroup>
          <Button>Ajouter ce métier</Button>
          <a class="govuk-link" href={back}>
            Ne rien ajouter
          </a>
        </ButtonGroup>
      </Form>
    </>,
    { errorCount: form.errors.length, breadcrumb: skillListCrumbs(scene, 'Ajouter un métier') },
  )
}

/** The skills of a trade, put at once in the list of a structure. */
export const adoptTradePage = memberPage({
  path: '/structures/:id/competences/metier',
  async get(request) {
    const scene = await skillListScene(request)
    return scene?.keeps ? pageOf(request, scene, emptyForm) : notFoundReply
  },
  async post(request) {
    const scene = await skillListScene(request)
    if (!scene?.keeps) return notFoundReply
    const siaeId = scene.siae.id
    const result = await request.submit(adoptTrade, {
      input: { siaeId, adopted: text(request.form, 'adopted') },
      location: () => skillListHref(siaeId),
      notice: ({ added }) => ({ kind: 'success', title: plural(added, 'compétence ajoutée', 'compétences ajoutées') }),
    })
    return result.reply ?? pageOf(request, scene, result.form)
  },
})
