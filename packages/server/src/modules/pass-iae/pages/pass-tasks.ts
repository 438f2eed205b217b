import { frenchDate } from '@maillage/kernel'
import type { Task } from '@maillage/ui'
import { checkCertificate } from '../certificate-check.ts'
import type { ToldRequest } from '../queries/pass-requests.ts'
import type { PassShown } from '../queries/pass-shown.ts'

/** What waits on a right: a number to type, a certificate that says other dates, a suspension without end, a request without answer. */
export function passTasks({ summary, pass }: PassShown, requests: readonly ToldRequest[]): readonly Task[] {
  const here = `/pass/${pass.id}`
  const tasks: Task[] = []
  const { certificate } = summary
  if (summary.issuerMode === 'external' && summary.number === null)
    tasks.push({
      label: 'Saisir le numéro et les dates de l’attestation',
      href: `${here}/numero`,
      state: { label: 'À faire', tone: 'attention' },
    })
  const check = certificate && checkCertificate(certificate, summary)
  if (certificate && check === 'different')
    tasks.push({
      label: 'L’attestation dit d’autres dates que notre calcul',
      href: `${here}/numero`,
      hint: `Attestation\u00a0: du ${frenchDate(certificate.first)} au ${frenchDate(certificate.last)}. Notre calcul\u00a0: du ${frenchDate(summary.first)} au ${frenchDate(summary.last)}. Une suspension ou une prolongation manque peut-être d’un côté.`,
      state: { label: 'À comprendre', tone: 'alert' },
    })
  const open = pass.suspensions.find(({ last }) => last === null)
  if (open && summary.state === 'suspended')
    tasks.push({
      label: 'Dire quand la suspension finit',
      href: `${here}/reprendre`,
      hint: `Suspendu depuis le ${frenchDate(open.first)}. Sans date de fin, la durée la plus longue est comptée\u00a0: le dernier jour affiché n’est pas encore sûr.`,
      state: { label: 'En cours', tone: 'info' },
    })
  for (const { id, askedOn, deciderName } of requests.filter(({ state }) => state === 'waiting'))
    tasks.push({
      label: 'Demande de prolongation sans réponse',
      href: `/prolongations/${id}`,
      hint: `Envoyée le ${frenchDate(askedOn)} à ${deciderName ?? 'un prescripteur'}.`,
      state: { label: 'Attend une réponse', tone: 'attention' },
    })
  return tasks
}
