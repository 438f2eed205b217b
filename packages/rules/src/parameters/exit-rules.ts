import { type CentiHours, day, parameter, type SiaeKind, source, wholeHours } from '@maillage/kernel'
import type { ExitReason } from '../exits/exit-reason.ts'
import { fieldUse, stateDashboards } from './texts.ts'

/** The classes of the instruction of 2008, and the exits that the rule takes out (« retrait des sorties constatées »). */
export type ExitClass = 'durable' | 'transition' | 'positive' | 'other' | 'excluded'

/** `by-length`: durable or transition according to the length of the contract found. */
export type ClassOfReason = ExitClass | 'by-length'

const INSTRUCTION_OF_2008 = { from: day('2008-12-10'), to: null, published: day('2008-12-10') }

const INSTRUCTION = 'Circulaire DGEFP n° 2008-21 du 10 décembre 2008'

/** Class of each reason. `internal-move` has its own parameter: it is decided by territory. */
export const exitClasses = parameter<Readonly<Record<Exclude<ExitReason, 'internal-move'>, ClassOfReason>>>({
  key: 'exits/classes',
  label: 'Classe de chaque motif de sortie',
  unit: 'classe',
  values: [
    {
      ...INSTRUCTION_OF_2008,
      value: {
        'open-ended-contract': 'durable',
        'aided-open-ended-contract': 'durable',
        'hired-by-the-siae': 'durable',
        'inclusion-contract': 'durable',
        'fixed-term-contract': 'by-length',
        'temporary-assignment': 'by-length',
        'work-study-contract': 'by-length',
        'civil-service': 'durable',
        'business-creation': 'durable',
        'aided-contract': 'transition',
        'qualifying-training': 'positive',
        'prequalifying-training': 'positive',
        'prior-learning-validation': 'positive',
        'return-to-school': 'positive',
        'another-siae': 'positive',
        retirement: 'positive',
        'other-recognised-solution': 'positive',
        unemployed: 'other',
        inactive: 'other',
        'no-news': 'other',
        death: 'excluded',
        'long-illness': 'excluded',
        maternity: 'excluded',
        'moved-away': 'excluded',
        detention: 'excluded',
        'trial-ended-by-employer': 'excluded',
        'serious-fault': 'excluded',
        withheld: 'excluded',
      },
      source: source(
        INSTRUCTION,
        'secondary',
        'Emploi durable, emploi de transition, sorties positives, autres sorties, retrait des sorties constatées',
        'La liste des motifs retirés et la retraite en sortie positive sont un usage ; la table de l’Agence de services et de paiement n’a pas été lue',
      ),
    },
  ],
})

/** Where six months exactly fall. */
export const sixMonthBoundary = parameter<{ readonly months: number; readonly exactly: 'durable' | 'transition' }>({
  key: 'exits/six-month-boundary',
  label: 'Limite entre emploi durable et emploi de transition',
  unit: 'mois',
  values: [
    {
      ...INSTRUCTION_OF_2008,
      value: { months: 6, exactly: 'durable' },
      source: source(
        INSTRUCTION,
        'secondary',
        'CDD ou mission de six mois et plus',
        'D’autres sources écrivent « plus de six mois » : six mois exactement seraient alors un emploi de transition',
      ),
    },
  ],
})

/** Least presence for an exit to be counted: months from entry, or hours on the annex. */
export interface LeastPresence {
  readonly months: number
  readonly hours: CentiHours
}

export const leastPresence = parameter<Readonly<Record<SiaeKind, LeastPresence>>>({
  key: 'exits/least-presence',
  label: 'Présence la plus courte pour qu’une sortie soit comptée, selon le type de structure',
  unit: 'mois ; centièmes d’heure',
  values: [
    {
      from: day('2014-01-01'),
      to: null,
      published: day('2014-01-01'),
      value: {
        EI: { months: 3, hours: wholeHours(1) },
        ACI: { months: 3, hours: wholeHours(1) },
        AI: { months: 0, hours: wholeHours(150) },
        ETTI: { months: 0, hours: wholeHours(150) },
        EITI: { months: 0, hours: wholeHours(0) },
      },
      source: stateDashboards(
        'Trois mois et une heure en EI et ACI, 150 heures en AI et ETTI, rien en EITI',
        'Le modèle le plus récent compte 2,65 mois ; une heure en EITI selon une autre lecture',
      ),
    },
  ],
})

/** Reasons after which the person is still in the IAE: the State's study of employment after exit leaves them out. */
export const reasonsInsideIae = parameter<readonly ExitReason[]>({
  key: 'exits/reasons-inside-iae',
  label: 'Motifs de sortie qui laissent la personne dans l’IAE',
  unit: 'motifs',
  values: [
    {
      ...INSTRUCTION_OF_2008,
      value: ['another-siae', 'inclusion-contract', 'internal-move'],
      source: stateDashboards(
        'L’étude de l’emploi après la sortie retire les motifs 2 (autre SIAE) et 96 (CDI inclusion)',
        'La mobilité interne est ajoutée par nous',
      ),
    },
  ],
})

export type InternalMoveClass = 'not-counted' | 'positive' | 'other'

const INTERNAL_MOVE_CLASSES: readonly unknown[] = ['not-counted', 'positive', 'other'] satisfies readonly InternalMoveClass[]

/** What a move between two structures of one carrier counts for: nothing, unless a territory wrote otherwise. */
export const internalMoveClass = parameter<InternalMoveClass>({
  key: 'exits/internal-move-class',
  label: 'Classe d’une mobilité interne (ACI vers EI du même organisme)',
  unit: 'classe',
  values: [
    {
      ...INSTRUCTION_OF_2008,
      value: 'not-counted',
      source: fieldUse(
        'Une mobilité interne n’est pas une sortie positive par défaut',
        'La lettre de la circulaire parle d’embauche dans une autre SIAE',
      ),
    },
  ],
  derogable: {
    parse: (stored) => {
      if (!INTERNAL_MOVE_CLASSES.includes(stored)) throw new TypeError('not-counted, positive or other is expected')
      return stored as InternalMoveClass
    },
  },
})

/** Parts of the counted exits that the instruction aims at, in percent. */
export const exitTargets = parameter<{ readonly dynamic: number; readonly durable: number }>({
  key: 'exits/targets',
  label: 'Objectifs de sorties dynamiques et d’emploi durable',
  unit: 'pour cent',
  values: [
    {
      ...INSTRUCTION_OF_2008,
      value: { dynamic: 60, durable: 25 },
      source: source(INSTRUCTION, 'secondary', '60 % de sorties dynamiques, dont 25 % d’emploi durable'),
    },
  ],
})

/** Exits below which a rate is not shown as a percentage, by audience. */
export const fewestExits = parameter<{ readonly inside: number; readonly public: number }>({
  key: 'exits/fewest-exits',
  label: 'Nombre de sorties en dessous duquel un taux n’est pas affiché',
  unit: 'sorties',
  values: [
    {
      ...INSTRUCTION_OF_2008,
      value: { inside: 5, public: 11 },
      source: fieldUse('Seuils d’usage de la statistique publique : 5 en interne, 11 au public'),
    },
  ],
})

export type PlieClass = 'employment' | 'training' | 'none' | 'by-length'

/** How a PLIE reads the same reasons (access to employment or to training). */
export const plieClasses = parameter<Readonly<Partial<Record<ExitReason, PlieClass>>>>({
  key: 'exits/plie-classes',
  label: 'Lecture des motifs de sortie par un PLIE',
  unit: 'classe',
  values: [
    {
      ...INSTRUCTION_OF_2008,
      value: {
        'open-ended-contract': 'employment',
        'aided-open-ended-contract': 'employment',
        'hired-by-the-siae': 'employment',
        'fixed-term-contract': 'by-length',
        'temporary-assignment': 'employment',
        'work-study-contract': 'employment',
        'civil-service': 'employment',
        'business-creation': 'employment',
        'aided-contract': 'employment',
        'qualifying-training': 'training',
        'prequalifying-training': 'training',
        'prior-learning-validation': 'training',
        'return-to-school': 'training',
      },
      source: fieldUse(
        'Programme opérationnel de 2007-2013 : emploi de plus de six mois, temporaire, saisonnier ou aidé, création ; formation, VAE, école',
      ),
    },
  ],
})
