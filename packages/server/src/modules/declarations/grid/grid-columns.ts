import { normalised } from '@maillage/kernel'

/**
 * The columns of the monthly follow-up grid G-1, in the order of its form, with its exact labels; `confidential` are those that never leave the
 * structure (11 to 14). The source scrambles the order: it is proposed. Two columns of hours that structures add come last.
 */
export const GRID_COLUMNS = [
  { key: 'initials', label: 'Identité (initiales)', known: /\binitiales?\b|^identite/ },
  { key: 'sex', label: 'Sexe', known: /^(sexe|genre)\b/ },
  { key: 'age', label: 'Age', known: /^age\b/ },
  { key: 'status', label: 'Statut Administ. à l’entrée (RMI, DELD, TH, …) (1)', known: /^statut/ },
  { key: 'orientation', label: 'Orientation (2)', known: /^(origine de l )?orientation|^prescripteur/ },
  { key: 'approval', label: 'Date début d’agrément IAE/ANPE', known: /\bagrement\b|\bpass iae\b/ },
  { key: 'entry', label: 'Date entrée dans la structure', known: /\bdate (d )?entree\b|\bentree dans la structure\b|^entree( le)?$/ },
  { key: 'measure', label: 'mesure (3) date', known: /\bmesure\b|^nature du contrat/ },
  { key: 'contractHours', label: 'Nbre d’heures du contrat insertion (4)', known: /\bheures? (du |de )?contrat\b|\bnbre? d heures$/ },
  { key: 'workplace', label: 'Lieu de travail', known: /\blieu de travail\b|^(site|chantier)$/ },
  { key: 'difficulties', label: 'Difficultés identifiées (5)', known: /\bdifficultes?\b|^freins?\b/, confidential: true },
  {
    key: 'actions',
    label: 'Actions mises en œuvre (formation, SMAE, EMT, logement, soins…)',
    known: /\bactions? mises? en\b|^actions?$/,
    confidential: true,
  },
  { key: 'partners', label: 'Partenaires impliqués dans le suivi', known: /\bpartenaires?\b/, confidential: true },
  { key: 'service', label: 'Nature de la prestation mise en œuvre', known: /\bnature de la prestation\b|^prestation/, confidential: true },
  { key: 'exitDate', label: 'Date de sortie de la SIAE', known: /\bdate de (la )?sortie\b|^sortie (date|le)$/ },
  { key: 'exitNature', label: 'Nature de la sortie (6)', known: /\b(nature|motif) de (la )?sortie\b|^sortie (nature|motif)/ },
  { key: 'paid', label: 'Heures payées', known: /\bheures? payees?\b/, added: true },
  { key: 'worked', label: 'Heures travaillées', known: /\bheures? (travaillees?|realisees?|effectuees?)\b/, added: true },
] as const satisfies readonly GridColumn[]

interface GridColumn {
  readonly key: string
  readonly label: string
  readonly known: RegExp
  readonly confidential?: boolean
  readonly added?: boolean
}

export type GridKey = (typeof GRID_COLUMNS)[number]['key']

/** A label as it is compared: no accent, no case, no number of note. */
const labelKey = (label: string) =>
  normalised(label.replace(/\(\s*\d\s*\)/g, ' '))
    .replace(/\s+/g, ' ')
    .trim()

/** The column that a label names; undefined when it is none of the grid. */
export function columnOfLabel(label: string): GridKey | undefined {
  const text = labelKey(label)
  if (text === '' || text.length > 120) return undefined
  return (GRID_COLUMNS as readonly (GridColumn & { readonly key: GridKey })[]).find(({ known }) => known.test(text))?.key
}

/** The exact label of a column on the form. */
export const labelOf = (key: GridKey): string => GRID_COLUMNS.find((column) => column.key === key)?.label ?? key

/** The sixteen columns of the form itself. */
export const FORM_COLUMNS = (GRID_COLUMNS as readonly (GridColumn & { readonly key: GridKey })[]).filter(({ added }) => !added)
