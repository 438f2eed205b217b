import { accountPage, publicPage } from '../../../platform/http/page.ts'
import { text } from '../../../platform/http/page-request.ts'
import { notFoundReply } from '../../../platform/http/reply.ts'
import { switchHat } from '../commands/switch-hat.ts'

/** Signing out ends the session on the server, then forgets the cookie. */
export const signOutPage = publicPage({
  path: '/deconnexion',
  async post(request) {
    await request.endSession()
    return { kind: 'redirect', to: '/', session: { close: true } }
  },
})

/** Changing hat, from the menu of any page. */
export const hatPage = accountPage({
  path: '/chapeau',
  async post(request) {
    const result = await request.submit(switchHat, {
      input: { membershipId: text(request.form, 'hat') },
      location: () => '/',
      notice: { kind: 'success', title: 'Vous avez changé de casquette' },
    })
    return result.reply ?? notFoundReply
  },
})
