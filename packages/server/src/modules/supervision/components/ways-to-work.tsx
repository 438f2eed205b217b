import { ButtonGroup } from '@maillage/ui'
import type { ComponentChildren } from 'preact'
import type { ReadCtx } from '../../../platform/command/read.ts'
import type { Member } from '../../../platform/http/slice.ts'
import type { PersonCard } from '../../people/index.ts'
import { messagesHref } from '../pages/messages-in-address.ts'
import { skillsHref } from '../pages/skills-in-address.ts'
import { mayAnswerMessages, mayReadSkills, mayTellCounsellor, readsOwnTeamOnly } from '../policy.ts'
import { employsPerson } from '../queries/employs-person.ts'

type Beside = (ctx: ReadCtx & { readonly actor: Member }, person: PersonCard) => Promise<ComponentChildren>

/** Whether the pages of the work of a person open. No statement but for who supervises: that page already makes six for those who read more of it. */
const opensWork = async (ctx: ReadCtx & { readonly actor: Member }, { id, circles }: PersonCard): Promise<boolean> =>
  mayReadSkills(ctx.actor) && circles.has('employment') && (!readsOwnTeamOnly(ctx.actor) || employsPerson(ctx, id))

/** Adds to what a higher slice says on the page of a person the ways to what is seen of them at work. */
export const besideWork =
  (more: Beside): Beside =>
  async (ctx, person) => (
    <>
      {await more(ctx, person)}
      {(await opensWork(ctx, person)) ? (
        <ButtonGroup>
          <a class="govuk-link" href={`/personnes/${person.id}/contraintes`}>
            Contraintes de travail
          </a>
          {mayTellCounsellor(ctx.actor) || (mayAnswerMessages(ctx.actor) && person.circles.has('referent')) ? (
            <a class="govuk-link" href={messagesHref(person.id)}>
              {mayTellCounsellor(ctx.actor) ? 'À dire à la CIP' : 'Mots de l’encadrement'}
            </a>
          ) : null}
          <a class="govuk-link" href={skillsHref(person.id)}>
            Compétences vues au travail
          </a>
        </ButtonGroup>
      ) : null}
    </>
  )
