import { addDays, frenchDate } from '@maillage/kernel'
import { alwaysEnds } from '@maillage/rules/employment'
import { DateField, dateFieldValues, emptyForm, type FormState, Select } from '@maillage/ui'
import { dateInput } from '../../../platform/http/date-input.ts'
import { memberPage } from '../../../platform/http/page.ts'
import { type PageRequest, text } from '../../../platform/http/page-request.ts'
import { notFoundReply } from '../../../platform/http/reply.ts'
import type { Member } from '../../../platform/http/slice.ts'
import { amendContract } from '../commands/amend-contract.ts'
import { endContract } from '../commands/end-contract.ts'
import { recordSignature } from '../commands/record-signature.ts'
import { renewContract } from '../commands/renew-contract.ts'
import { END_LABELS } from '../messages.fr.ts'
import { contractForm, readTerms, TermFields, termValues } from './contract-form.tsx'
import { type ContractShown, contractHref, shownContract } from './contract-in-address.ts'
import { termMissing } from './term-missing.ts'

type Asked = PageRequest<Member>

const renewForm = (request: Asked, shown: ContractShown, form: FormState) =>
  contractForm(request, shown, form, {
    path: 'renouveler',
    title: 'Renouveler le contrat',
    lead: (
      <>
        Le renouvellement est un nouveau contrat, dans le même séjour. Le contrat actuel se termine le{' '}
        {shown.contract.lastDay === null ? 'jour de sa rupture' : frenchDate(shown.contract.lastDay)}.
      </>
    ),
    button: 'Enregistrer le renouvellement',
    boxes: (
      <>
        <DateField form={form} name="firstDay" label="Premier jour" />
        {alwaysEnds(shown.contract.type) ? (
          <DateField form={form} name="lastDay" label="Dernier jour" />
        ) : (
          <DateField form={form} name="lastDay" label="Dernier jour" hint="Laissez vide pour un contrat sans terme" optional />
        )}
        <TermFields form={form} worksites={shown.worksites} />
      </>
    ),
  })

/** Another contract after this one. */
export const renewContractPage = memberPage({
  path: '/contrats/:id/renouveler',
  async get(request) {
    const shown = await shownContract(request)
    if (!shown || shown.contract.cancelled) return notFoundReply
    const { lastDay } = shown.contract
    const first = lastDay === null ? {} : dateFieldValues('firstDay', addDays(lastDay, 1))
    return renewForm(request, shown, { values: { ...termValues(shown), ...first }, errors: [] })
  },
  async post(request) {
    const shown = await shownContract(request)
    if (!shown) return notFoundReply
    const firstDay = dateInput(request.form, 'firstDay', 'le premier jour')
    const lastDay = dateInput(request.form, 'lastDay', 'le dernier jour')
    const result = await request.submit(renewContract, {
      input: { contractId: shown.contract.id, ...readTerms(request.form), firstDay: firstDay.iso, lastDay: lastDay.iso ?? null },
      errors: [...firstDay.errors, ...lastDay.errors, ...termMissing(shown.contract.type, lastDay)],
      location: ({ contractId }) => contractHref(contractId),
      notice: { kind: 'success', title: 'Contrat renouvelé' },
    })
    return result.reply ?? renewForm(request, shown, result.form)
  },
})

const amendForm = (request: Asked, shown: ContractShown, form: FormState) =>
  contractForm(request, shown, form, {
    path: 'avenant',
    title: 'Enregistrer un avenant',
    lead: 'Changez ce qui est différent à partir d’un jour. Ce qui valait jusque-là reste lisible.',
    button: 'Enregistrer l’avenant',
    boxes: (
      <>
        <DateField form={form} name="effectOn" label="Jour où l’avenant prend effet" />
        <TermFields form={form} worksites={shown.worksites} />
      </>
    ),
  })

/** Other hours, another place, another post, from a day on. */
export const amendContractPage = memberPage({
  path: '/contrats/:id/avenant',
  async get(request) {
    const shown = await shownContract(request)
    return shown && !shown.contract.cancelled ? amendForm(request, shown, { values: termValues(shown), errors: [] }) : notFoundReply
  },
  async post(request) {
    const shown = await shownContract(request)
    if (!shown) return notFoundReply
    const effectOn = dateInput(request.form, 'effectOn', 'le jour où l’avenant prend effet')
    const { id } = shown.contract
    const result = await request.submit(amendContract, {
      input: { contractId: id, ...readTerms(request.form), effectOn: effectOn.iso },
      errors: effectOn.errors,
      location: () => contractHref(id),
      notice: { kind: 'success', title: 'Avenant enregistré' },
    })
    return result.reply ?? amendForm(request, shown, result.form)
  },
})

const endForm = (request: Asked, shown: ContractShown, form: FormState) =>
  contractForm(request, shown, form, {
    path: 'rompre',
    title: 'Enregistrer une rupture',
    lead: 'Le contrat s’arrête avant son terme. Si la personne quitte la structure, enregistrez plutôt sa sortie : le contrat s’arrête avec elle.',
    button: 'Enregistrer la rupture',
    boxes: (
      <>
        <DateField form={form} name="lastDay" label="Dernier jour du contrat" />
        <Select
          form={form}
          name="reason"
          label="Pourquoi le contrat s’arrête"
          hint="Aucun motif de santé n’est demandé : il reste au dossier du personnel."
          options={Object.entries(END_LABELS).map(([value, label]) => ({ value, label }))}
        />
      </>
    ),
  })

/** A contract broken before its term. */
export const endContractPage = memberPage({
  path: '/contrats/:id/rompre',
  async get(request) {
    const shown = await shownContract(request)
    return shown && !shown.contract.cancelled ? endForm(request, shown, emptyForm) : notFoundReply
  },
  async post(request) {
    const shown = await shownContract(request)
    if (!shown) return notFoundReply
    const lastDay = dateInput(request.form, 'lastDay', 'le dernier jour du contrat')
    const { id } = shown.contract
    const result = await request.submit(endContract, {
      input: { contractId: id, version: text(request.form, 'version'), lastDay: lastDay.iso, reason: text(request.form, 'reason') },
      errors: lastDay.errors,
      location: () => contractHref(id),
      notice: { kind: 'success', title: 'Rupture enregistrée', text: 'Le séjour continue tant qu’aucune sortie n’est enregistrée.' },
    })
    return result.reply ?? endForm(request, shown, result.form)
  },
})

const signForm = (request: Asked, shown: ContractShown, form: FormState) =>
  contractForm(request, shown, form, {
    path: 'signature',
    title: 'Enregistrer la signature',
    lead: 'Le jour où la personne et la structure ont signé le contrat, quel que soit le premier jour de travail.',
    button: 'Enregistrer la signature',
    boxes: <DateField form={form} name="signedOn" label="Signé le" />,
  })

/** The day a contract was signed. */
export const signContractPage = memberPage({
  path: '/contrats/:id/signature',
  async get(request) {
    const shown = await shownContract(request)
    if (!shown || shown.contract.cancelled) return notFoundReply
    const { signedOn } = shown.contract
    return signForm(request, shown, signedOn === null ? emptyForm : { values: dateFieldValues('signedOn', signedOn), errors: [] })
  },
  async post(request) {
    const shown = await shownContract(request)
    if (!shown) return notFoundReply
    const signedOn = dateInput(request.form, 'signedOn', 'la date de la signature')
    const { id } = shown.contract
    const result = await request.submit(recordSignature, {
      input: { contractId: id, version: text(request.form, 'version'), signedOn: signedOn.iso },
      errors: signedOn.errors,
      location: () => contractHref(id),
      notice: { kind: 'success', title: 'Signature enregistrée' },
    })
    return result.reply ?? signForm(request, shown, result.form)
  },
})
