import { day, type OpenPeriod, type Period } from '@maillage/kernel'
import { PROLONGATION_REASONS, type ProlongationRequest } from '@maillage/rules/pass-iae'
import { z } from 'zod'

const date = (sentence: string) => z.iso.date(sentence).transform(day)
const optional = (sentence: string) => date(sentence).nullable()

/** What is typed of a request to prolong a right; the dates of a title, a training or a contract only for the grounds that stand on them. */
export const prolongationSchema = z.object({
  passId: z.uuid(),
  siaeId: z.uuid('Choisissez la structure qui demande'),
  reason: z.enum(PROLONGATION_REASONS as readonly [(typeof PROLONGATION_REASONS)[number]], 'Choisissez le motif de la prolongation'),
  relation: z.enum(['employs', 'wishes-to-employ'], 'Dites si la structure emploie déjà la personne'),
  lastDay: optional('Saisissez le dernier jour demandé'),
  titleLast: optional('Saisissez la fin de validité du titre'),
  trainingFirst: optional('Saisissez le premier jour de la formation'),
  trainingLast: optional('Saisissez le dernier jour de la formation'),
  contractSignedOn: optional('Saisissez le jour de signature du CDI inclusion'),
  explanation: z.string().max(2000, 'Le texte dépasse 2 000 caractères\u00a0: raccourcissez-le'),
  decidingUnitId: z
    .union([z.uuid(), z.literal('')], 'Choisissez le prescripteur dans la liste')
    .transform((chosen) => (chosen === '' ? null : chosen)),
})

export type ProlongationForm = z.output<typeof prolongationSchema>

/** The dates that a ground stands on, as they are kept with it. */
export interface GroundFacts {
  readonly relation: ProlongationForm['relation']
  readonly titleLast?: string | null
  readonly trainingFirst?: string | null
  readonly trainingLast?: string | null
  readonly contractSignedOn?: string | null
}

const known = (iso: string | null | undefined) => (iso === null || iso === undefined ? undefined : day(iso))

/** The facts of a ground as the rules read them; a title has no first day here: what counts is that it holds the day of the request. */
export function groundOf(
  facts: GroundFacts,
  askedOn: ProlongationRequest['askedOn'],
): Pick<ProlongationRequest, 'relation' | 'disabledWorkerTitle' | 'training' | 'contractSignedOn'> {
  const [title, first, last, signed] = [facts.titleLast, facts.trainingFirst, facts.trainingLast, facts.contractSignedOn].map(known)
  const disabledWorkerTitle: OpenPeriod | undefined =
    title === undefined ? undefined : { first: title < askedOn ? title : askedOn, last: title }
  const training: Period | undefined = first === undefined || last === undefined ? undefined : { first, last }
  return {
    relation: facts.relation,
    ...(disabledWorkerTitle ? { disabledWorkerTitle } : {}),
    ...(training ? { training } : {}),
    ...(signed === undefined ? {} : { contractSignedOn: signed }),
  }
}
