import { isoMonth, type Month, month, parseMonth } from '@maillage/kernel'
import type { PageRequest } from '../../../platform/http/page-request.ts'
import { recordId } from '../../../platform/http/record-id.ts'

const EARLIEST = month('2014-01')
const LATEST = month('2099-12')

/** The structure and the month that an address names; undefined when it names none. */
export function monthAddress({
  params,
}: Pick<PageRequest<unknown>, 'params'>): { readonly siaeId: string; readonly month: Month } | undefined {
  const siaeId = recordId(params['siaeId'])
  const asked = parseMonth(params['mois'] ?? '')
  return siaeId !== undefined && asked !== undefined && asked >= EARLIEST && asked <= LATEST ? { siaeId, month: asked } : undefined
}

/** `/heures/<structure>/2026-07`, with what comes under it. */
export const monthHref = (siaeId: string, of: Month, under = ''): string => `/heures/${siaeId}/${isoMonth(of)}${under}`
