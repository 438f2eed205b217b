import { plural } from '@maillage/kernel'
import type { Task } from '@maillage/ui'
import type { Actor } from '../../platform/command/actor.ts'
import { mayReceive } from '../applications/index.ts'
import { mayPlace } from '../assignments/index.ts'
import { type MonthsWaiting, mayKeepNirs, mayReadMonths, mayValidateMonths, NIRS_HREF, type NirLine } from '../employment/index.ts'
import { maySteer } from '../organisations/index.ts'
import { mayReadRequests } from '../pass-iae/index.ts'
import { mayDecideMerges, mayKeepFiles } from '../people/index.ts'
import { mayReadAnomalies } from './policy.ts'
import type { WhatWaits } from './queries/what-waits.ts'

interface Waiting {
  readonly label: string
  readonly href: string
  readonly hint: string
  readonly count: number
  readonly allowed: boolean
  readonly late?: number
}

const mayAnswerForMonths = (actor: Actor): boolean => actor.hat !== null && mayValidateMonths(actor, actor.hat)

/** What waits for this actor, with how much of it: only pages open to them, and only where something waits. */
export function waitingTasks(actor: Actor, waits: WhatWaits, months: MonthsWaiting, nirs: readonly NirLine[]): readonly Task[] {
  const nirsIn = (state: NirLine['state']) => nirs.filter((line) => line.state === state).length
  const found: readonly Waiting[] = [
    {
      label: mayAnswerForMonths(actor) ? 'Valider les heures du mois' : 'Saisir les heures du mois',
      href: '/heures',
      hint: 'Mois terminés qui ne sont pas validés : l’aide ne se calcule que sur des mois validés.',
      count: months.open,
      late: months.late,
      allowed: mayReadMonths(actor),
    },
    {
      label: 'Transmettre les mois validés',
      href: '/heures',
      hint: 'Tant qu’un mois n’est pas transmis, il peut être repris en brouillon.',
      count: months.toSend,
      allowed: mayAnswerForMonths(actor),
    },
    {
      label: 'Saisir les numéros de sécurité sociale',
      href: `${NIRS_HREF}?etat=a-saisir`,
      hint: 'Le numéro, ou le motif de son absence : la paie en a besoin pour déclarer les salaires.',
      count: nirsIn('unknown'),
      allowed: mayKeepNirs(actor),
    },
    {
      label: 'Vérifier des numéros de sécurité sociale',
      href: `${NIRS_HREF}?etat=a-verifier`,
      hint: 'Le numéro et la fiche ne disent pas la même naissance, ou deux numéros sont connus.',
      count: nirsIn('check'),
      allowed: mayKeepNirs(actor),
    },
    {
      label: 'Pourvoir les demandes des clients',
      href: '/demandes?etat=a-pourvoir',
      hint: 'Un client attend quelqu’un : ouvrez la demande pour voir qui est libre.',
      count: waits.staffing,
      late: waits.lateStaffing,
      allowed: mayPlace(actor),
    },
    {
      label: 'Répondre aux candidatures',
      href: '/candidatures?etat=open',
      hint: 'Les réponses en retard viennent d’abord.',
      count: waits.applications,
      late: waits.lateApplications,
      allowed: mayReceive(actor),
    },
    {
      label: 'Décider des prolongations demandées',
      href: '/prolongations',
      hint: 'Une structure demande de prolonger le PASS IAE d’une personne.',
      count: waits.prolongations,
      allowed: mayReadRequests(actor),
    },
    {
      label: 'Répondre aux demandes de rattachement',
      href: '/rattachements',
      hint: 'Une autre organisation demande à partager la fiche d’une personne que vous suivez.',
      count: waits.attachments,
      allowed: mayKeepFiles(actor),
    },
    {
      label: 'Répondre à une proposition de reprise',
      href: `/reprises/${waits.firstSuccession}`,
      hint: 'Un autre organisme propose que l’une de vos structures reprenne la sienne, avec les personnes.',
      count: waits.successions,
      allowed: actor.hat !== null && maySteer(actor, actor.hat),
    },
    {
      label: 'Résoudre les anomalies',
      href: '/anomalies',
      hint: 'Un fait enregistré ne suit pas une règle : rien n’est refusé, il reste à le corriger.',
      count: waits.anomalies,
      allowed: mayReadAnomalies(actor),
    },
    {
      label: 'Décider des fusions de fiches',
      href: '/administration/fusions',
      hint: 'Deux fiches seraient celles d’une même personne.',
      count: waits.merges,
      allowed: mayDecideMerges(actor),
    },
  ]
  return found
    .filter(({ allowed, count }) => allowed && count > 0)
    .map(({ label, href, hint, count, late = 0 }) => ({
      label,
      href,
      hint,
      state:
        late > 0
          ? { label: late === count ? `${count} en retard` : `${count} en attente, dont ${late} en retard`, tone: 'attention' as const }
          : { label: plural(count, 'en attente', 'en attente'), tone: 'info' as const },
    }))
}
