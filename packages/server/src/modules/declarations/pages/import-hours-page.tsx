import { frenchMonth, isoMonth, plural } from '@maillage/kernel'
import { type FormState, TextField } from '@maillage/ui'
import { text } from '../../../platform/http/page-request.ts'
import { mySiaes } from '../../applications/index.ts'
import { employer, mayTypeHours } from '../../employment/index.ts'
import { importHours } from '../commands/import-hours.ts'
import { mayImportHours } from '../import-policy.ts'
import type { ImportScreen } from '../imports/import-screen.ts'
import { judgeHoursFile } from '../imports/judge-hours.ts'
import { hoursLayout } from '../layouts/layouts.ts'
import { readLines } from '../layouts/read-lines.ts'
import { readMonth } from '../layouts/read-month.ts'
import { templates } from './import-template.ts'
import { importPage } from './payroll-page.ts'

/** The month typed beside the file; null: none, or none that is understood. */
const monthTyped = (typed: string) => {
  const read = typed === '' ? undefined : readMonth(typed)
  return read && 'value' in read ? read.value : null
}

const screen: ImportScreen = {
  kind: 'hours',
  path: '/heures/importer',
  title: 'Importer des heures',
  home: { label: 'Heures', href: '/heures' },
  intro:
    'Reprenez ici les heures de votre logiciel de paie ou d’intérim, mois après mois. La plateforme montre, personne par personne, ce qui diffère de ce qui est enregistré ; rien ne change avant que vous l’ayez accepté, et un fichier envoyé deux fois ne change rien. Des lignes par semaine sont additionnées en un mois.',
  counted: ['la ligne', 'lignes'],
  byDifference: true,
  layout: hoursLayout,
  allowed: mayImportHours,
  place: { name: 'siaeId', label: 'Structure' },
  places: mySiaes,
  siaeOf: (place) => place,
  more: (form: FormState) => (
    <TextField
      form={form}
      name="month"
      label="Mois des heures, si le fichier ne le dit pas"
      hint="Par exemple 10/2026"
      width={10}
      autocomplete="off"
      optional
    />
  ),
  moreNames: ['month'],
  given: (form) => (monthTyped(text(form, 'month')) === null ? [] : ['month']),
  async judge(ctx, place, table, form) {
    const siae = await employer(ctx, place)
    if (!siae || !mayTypeHours(ctx.actor, siae)) return undefined
    const lines = await judgeHoursFile(ctx, siae, readLines(hoursLayout, table), monthTyped(text(form, 'month')))
    const reopened = [
      ...new Set(
        lines.flatMap(({ month, state, reopened }) =>
          reopened && month !== null && state !== 'known' && state !== 'refused' ? [month] : [],
        ),
      ),
    ].toSorted((a, b) => a - b)
    return {
      lines,
      choices: { worksite: siae.worksites.map(({ name }) => ({ value: name, label: name })) },
      asks: (state) =>
        reopened.length === 0 ? null : (
          <TextField
            form={state}
            name="reason"
            label={`Pourquoi ces heures sont corrigées (${reopened.map(frenchMonth).join(', ')} : débloqué)`}
          />
        ),
    }
  },
  async send(request, { place, ...file }) {
    const month = monthTyped(text(request.form, 'month'))
    return request.submit(importHours, {
      input: { siaeId: place, month: month === null ? '' : isoMonth(month), reason: text(request.form, 'reason'), ...file },
      location: ({ runId }) => `/imports/${runId}/bilan`,
      notice: ({ changed }) => ({
        kind: 'success',
        title: 'Heures importées',
        text: `${plural(changed, 'différence')} acceptée${changed > 1 ? 's' : ''}. Les heures sont en brouillon : relisez le mois avant de le valider.`,
      }),
    })
  },
}

/** Hours from the payroll or temp-work tool of a structure, month after month. */
export const importHoursPages = [importPage(screen), ...templates(screen)]
