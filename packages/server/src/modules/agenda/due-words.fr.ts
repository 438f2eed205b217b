import { type CalendarDate, day, frenchDate, frenchShortDate, type Law, type Source } from '@maillage/kernel'
import { promisedAnswerDays } from '@maillage/rules/applications'
import { employerDiagnosisLength, prescriberDiagnosisLength } from '@maillage/rules/eligibility'
import { closableFrom, prolongationWindow } from '@maillage/rules/pass-iae'
import type { Actor } from '../../platform/command/actor.ts'
import { shownHour } from '../accompaniment/index.ts'
import { mayOrient } from '../applications/index.ts'
import { CONTRACT_LABELS, type ContractType } from '../employment/index.ts'
import { messageHref } from '../supervision/index.ts'
import type { DueKind, Moment } from './model.ts'
import type { DueLine } from './queries/what-falls-due.ts'

export const KIND_LABELS: Readonly<Record<DueKind, string>> = {
  message: 'Mots de l’encadrement',
  appointment: 'Rendez-vous et suites',
  'contract-end': 'Contrats qui se terminent',
  'right-end': 'PASS IAE qui se terminent',
  'long-suspension': 'Suspensions longues',
  'diagnosis-end': 'Diagnostics qui expirent',
  'proof-end': 'Justificatifs qui expirent',
  'review-due': 'Bilans à faire',
  'no-answer': 'Candidatures sans réponse',
  'no-referent': 'Personnes sans référent',
  silence: 'Prendre des nouvelles',
}

export const MOMENT_LABELS: Readonly<Record<Moment, string>> = {
  late: 'En retard',
  today: 'Aujourd’hui',
  week: 'Dans les 7 jours',
  month: 'Dans les 30 jours',
  quarter: 'Dans les 3 mois',
  care: 'À ne pas laisser de côté',
}

/** What settles a line, and where. */
export interface WayOut {
  readonly label: string
  readonly href: string
}

/** What a line says: what falls due, why it is there, and what settles it. */
export interface DueWords {
  readonly what: string
  readonly why: string | null
  readonly source: Source | null
  readonly act: WayOut
  /** Other ways to settle it. */
  readonly others?: readonly WayOut[]
}

type Words = (line: DueLine, reader: { readonly actor: Actor; readonly law: Law; readonly today: CalendarDate }) => DueWords

const said = (facts: DueLine['facts'], name: string): string => (typeof facts[name] === 'string' ? facts[name] : '')
const dayIn = (facts: DueLine['facts'], name: string): CalendarDate => day(said(facts, name))
const personHref = ({ personId }: DueLine) => `/personnes/${personId}`

const mayDiagnoseSomebody = ({ hat }: Actor): boolean =>
  hat !== null && (hat.functions.includes('prescriber') || (hat.functions.includes('operator') && hat.role !== 'referent'))
const diagnose = (line: DueLine, actor: Actor) =>
  mayDiagnoseSomebody(actor)
    ? { label: 'Refaire le diagnostic', href: `${personHref(line)}/eligibilite/ajouter` }
    : { label: 'Ouvrir la fiche', href: personHref(line) }

const WORDS: Readonly<Record<DueKind, Words>> = {
  message: (line) => ({
    what: `« ${said(line.facts, 'words')} »`,
    why: `Mot de ${said(line.facts, 'author') || 'un ancien membre'}, le ${frenchDate(dayIn(line.facts, 'on'))}.`,
    source: null,
    act: { label: 'Marquer comme lu, répondre', href: messageHref(line.subjectId) },
  }),
  appointment: (line) => ({
    what: said(line.facts, 'at') === '' ? said(line.facts, 'step') : `${shownHour(said(line.facts, 'at'))} : ${said(line.facts, 'step')}`,
    why: line.facts['mine'] === true ? null : `Prévu par ${said(line.facts, 'author') || 'un ancien membre'}.`,
    source: null,
    act: { label: 'Noter ce qui a été fait', href: `${personHref(line)}/actes/ajouter?suite=${line.subjectId}` },
    others: [
      { label: 'Reporter', href: `/actes/${line.subjectId}/suite/reporter` },
      { label: 'Mettre dans mon agenda', href: `/actes/${line.subjectId}/rendez-vous.ics` },
      { label: 'N’a plus lieu d’être', href: `/actes/${line.subjectId}/suite/abandonner` },
    ],
  }),
  'contract-end': (line, { today }) => {
    const type = CONTRACT_LABELS[said(line.facts, 'type') as ContractType] ?? 'Contrat'
    const over = line.dueOn < today
    return {
      what: over ? `${type} terminé` : `Fin du contrat : ${type}`,
      why: over ? 'Ni renouvellement ni sortie enregistrés depuis.' : 'Aucune suite enregistrée.',
      source: null,
      act: over
        ? { label: 'Renouveler ou dire la sortie', href: `/contrats/${line.subjectId}` }
        : { label: 'Renouveler', href: `/contrats/${line.subjectId}/renouveler` },
    }
  },
  'right-end': (line, { actor, law, today }) => {
    const window = prolongationWindow(law, line.dueOn, today)
    const asks = actor.hat?.functions.includes('operator') === true && line.facts['asked'] !== true && line.facts['mayAsk'] === true
    return {
      what: line.dueOn < today ? 'PASS IAE terminé, la personne travaille toujours chez vous' : 'Dernier jour du PASS IAE',
      why:
        line.facts['asked'] === true
          ? 'Une prolongation est demandée et attend sa réponse.'
          : window
            ? `Une prolongation se demande du ${frenchShortDate(window.first)} au ${frenchShortDate(window.last)}.`
            : null,
      source: window?.source ?? null,
      act: asks
        ? { label: 'Demander une prolongation', href: `/pass/${line.subjectId}/prolonger` }
        : { label: 'Ouvrir le PASS IAE', href: `/pass/${line.subjectId}` },
    }
  },
  'long-suspension': (line, { law, today }) => {
    const since = dayIn(line.facts, 'since')
    const closable = closableFrom(law, since, today)
    return {
      what: `PASS IAE suspendu sans interruption depuis le ${frenchDate(since)}`,
      why: closable
        ? `Après ${closable.months} mois, il peut être mis fin au parcours : la situation s’examine d’abord avec la personne.`
        : null,
      source: closable?.source ?? null,
      act: { label: 'Faire le point', href: `/pass/${line.subjectId}` },
    }
  },
  'diagnosis-end': (line, { actor, law, today }) => {
    const length = said(line.facts, 'role') === 'prescriber' ? prescriberDiagnosisLength : employerDiagnosisLength
    const madeOn = dayIn(line.facts, 'madeOn')
    const over = line.dueOn <= today
    return {
      what: over ? 'Le diagnostic d’éligibilité a expiré' : 'Le diagnostic d’éligibilité expire',
      why: `Fait le ${frenchDate(madeOn)}. Il ne ${over ? 'suffit plus à une embauche depuis' : 'suffira plus à une embauche à partir de'} ce jour.`,
      source: law.on(madeOn).find(length)?.source ?? null,
      act: diagnose(line, actor),
    }
  },
  'proof-end': (line, { actor }) => ({
    what: 'Dernier jour d’un justificatif du diagnostic',
    why: 'Demandez-en un nouveau avant l’embauche. Lequel : la fiche le dit aux référents.',
    source: null,
    act: diagnose(line, actor),
  }),
  'review-due': (line) => ({
    what: 'Faire un bilan avec la personne',
    why: `Prévu au bilan du ${frenchDate(dayIn(line.facts, 'heldOn'))}.`,
    source: null,
    act: { label: 'Faire le bilan', href: `${personHref(line)}/bilans/ajouter` },
  }),
  'no-answer': (line, { actor, law, today }) => ({
    what: line.dueOn < today ? `Sans réponse de ${said(line.facts, 'siae')}` : `Réponse promise par ${said(line.facts, 'siae')}`,
    why: `Candidature envoyée le ${frenchDate(dayIn(line.facts, 'sentOn'))}.`,
    source: law.on(dayIn(line.facts, 'sentOn')).find(promisedAnswerDays)?.source ?? null,
    act: mayOrient(actor)
      ? { label: 'Voir l’orientation', href: `/orientations/${line.subjectId}` }
      : { label: 'Ouvrir la fiche', href: personHref(line) },
  }),
  'no-referent': (line) => ({
    what: 'Sans référent',
    why: 'Travaille ici, et aucun membre de votre organisation n’est son référent aujourd’hui.',
    source: null,
    act: { label: 'Nommer un référent', href: `${personHref(line)}/referents/ajouter` },
  }),
  silence: (line) => ({
    what: 'Prendre des nouvelles',
    why: `Aucun acte noté depuis le ${frenchDate(dayIn(line.facts, 'since'))}, ni rendez-vous prévu.`,
    source: null,
    act: { label: 'Noter un acte', href: `${personHref(line)}/actes/ajouter` },
  }),
}

/** The words of a line, the same on the page and in the file. */
export const dueWords: Words = (line, reader) => WORDS[line.kind](line, reader)
