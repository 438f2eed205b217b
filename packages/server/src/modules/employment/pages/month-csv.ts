import { frenchMonth, isoMonth } from '@maillage/kernel'
import { contractTypeLabels, sheetStateLabels } from '@maillage/rules/employment'
import { type CsvColumn, csvFile } from '../../../platform/documents/csv.ts'
import { memberPage } from '../../../platform/http/page.ts'
import { text } from '../../../platform/http/page-request.ts'
import { notFoundReply } from '../../../platform/http/reply.ts'
import { mayReadMonths } from '../policy.ts'
import type { TeamMember } from '../queries/month-team.ts'
import { anomalySentence } from './hours-form.tsx'
import { MEASURE_LABELS, siteName, typedHours } from './month-parts.tsx'
import { sceneOf } from './month-scene.ts'

/** The edition that leaves the structure: lines without whose they are. */
const WITHHELD = 'Édition partenaires : nom, contrat et points à savoir ne sont pas communiqués'

/** The month as it is shown, in two editions: that of the partners says what it leaves out. */
export const monthCsv = memberPage({
  path: '/heures/:siaeId/:mois/heures.csv',
  allowed: mayReadMonths,
  async get(request) {
    const scene = await sceneOf(request)
    if (!scene) return notFoundReply
    const { card, month, team, worksites } = scene
    const partners = text(request.query, 'edition') !== 'referents'
    const state = card.sheet ? sheetStateLabels[card.sheet.state] : sheetStateLabels.draft
    type Line = { readonly member: TeamMember; readonly line: TeamMember['hours'][number] }
    const own = (what: (line: Line) => string) => (partners ? () => '' : what)
    const columns: readonly CsvColumn<Line>[] = [
      { label: 'Structure', text: () => card.siae.name },
      { label: 'Mois', text: () => frenchMonth(month) },
      { label: 'État du mois', text: () => state },
      { label: 'Personne', text: own(({ member }) => member.name) },
      { label: 'Équipe', text: ({ member }) => member.unitName },
      { label: 'Contrat', text: own(({ member }) => member.contracts.map(({ type }) => contractTypeLabels[type]).join(' ; ')) },
      { label: 'Site', text: ({ line }) => siteName(worksites, line.worksiteId) },
      { label: 'Mesure', text: ({ line }) => MEASURE_LABELS[line.measure] },
      { label: 'Heures payées', text: ({ line }) => typedHours(line.paid) },
      { label: 'Heures travaillées', text: ({ line }) => typedHours(line.worked) },
      { label: 'Heures d’accompagnement', text: ({ line }) => typedHours(line.accompaniment) },
      { label: 'Heures de clause d’insertion', text: ({ line }) => typedHours(line.clause) },
      {
        label: 'À savoir',
        text: own(({ member }) =>
          card.anomalies
            .filter(({ stayId }) => stayId === member.stayId)
            .map(anomalySentence)
            .join(' '),
        ),
      },
      { label: 'Édition', text: () => (partners ? WITHHELD : 'Édition référents') },
    ]
    const lines = team.flatMap((member) => member.hours.map((line) => ({ member, line })))
    // In the order of the names, the place of a line would tell whose it is.
    const shown = partners ? lines.toSorted((a, b) => (a.line.id < b.line.id ? -1 : 1)) : lines
    return csvFile(`heures-${isoMonth(month)}-${partners ? 'partenaires' : 'referents'}.csv`, columns, shown)
  },
})
