import { emptyForm } from '@maillage/ui'
import { memberPage } from '../../../platform/http/page.ts'
import { text } from '../../../platform/http/page-request.ts'
import { recordId } from '../../../platform/http/record-id.ts'
import { notFoundReply } from '../../../platform/http/reply.ts'
import { mayReadContracts } from '../../employment/index.ts'
import { logReading } from '../../people/index.ts'
import { recordImmersion } from '../commands/record-immersion.ts'
import { findImmersion } from '../store.ts'
import { correctionValues, immersionForm, readImmersion, renewalValues } from './immersion-form.tsx'
import { shownStay } from './stay-in-address.ts'

/** Notes an immersion of a stay; `renouvelle` and `corrige` in the address fill the boxes from another of the same stay. */
export const recordImmersionPage = memberPage({
  path: '/sejours/:id/immersions/ajouter',
  allowed: mayReadContracts,
  async get(request) {
    const shown = await shownStay(request)
    if (!shown || shown.card.diedOn !== null) return notFoundReply
    logReading(request, shown.card.id, 'employment')
    const [renewed, corrected] = [recordId(text(request.query, 'renouvelle')), recordId(text(request.query, 'corrige'))]
    const from = renewed ?? corrected
    const known = from === undefined ? undefined : await request.read((ctx) => findImmersion(ctx, from))
    if (known?.stayId !== shown.stay.id) return immersionForm(request, shown, { ...emptyForm, values: { prescribedBy: 'structure' } })
    return immersionForm(request, shown, { ...emptyForm, values: renewed === undefined ? correctionValues(known) : renewalValues(known) })
  },
  async post(request) {
    const shown = await shownStay(request)
    if (!shown) return notFoundReply
    const result = await request.submit(recordImmersion, {
      ...readImmersion(request.form, shown.stay.id),
      location: ({ id }) => `/immersions/${id}`,
      notice: { kind: 'success', title: 'Immersion notée', text: 'La convention est prête à imprimer.' },
    })
    return result.reply ?? immersionForm(request, shown, result.form)
  },
})
