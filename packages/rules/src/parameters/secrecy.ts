import { day, parameter, source } from '@maillage/kernel'
import type { Audience, Counted } from '../statistics/audience.ts'
import { fieldUse } from './texts.ts'

const SINCE = { from: day('2014-01-01'), to: null, published: day('2014-01-01') }

/** People below which a cell is not shown, by audience; 1 shows everything. Full-time equivalents and money tell nothing of one person. */
export const fewestPeople = parameter<Readonly<Record<Counted, Readonly<Record<Audience, number>>>>>({
  key: 'secrecy/fewest-people',
  label: 'Nombre de personnes en dessous duquel un chiffre n’est pas affiché, selon le lecteur',
  unit: 'personnes',
  values: [
    {
      ...SINCE,
      value: {
        people: { public: 11, insiders: 5, authority: 5, structure: 1 },
        activity: { public: 11, insiders: 5, authority: 1, structure: 1 },
      },
      source: fieldUse(
        'Seuils d’usage de la statistique publique : 5 en interne, 11 au public ; aucun pour la structure sur ses propres chiffres, ni pour ceux qui la financent sur son activité',
      ),
    },
  ],
})

/** What protects structures from each other: units in a cell, and the part of the largest one from which it is not shown, in percent; null: not asked. */
export interface StructureSecrecy {
  readonly units: number
  readonly share: number | null
}

export const structureSecrecy = parameter<Readonly<Record<Audience, StructureSecrecy>>>({
  key: 'secrecy/structures',
  label: 'Nombre de structures d’un chiffre lu par des concurrentes, et part de la plus grande à partir de laquelle il n’est pas affiché',
  unit: 'structures ; pour cent',
  values: [
    {
      ...SINCE,
      value: {
        public: { units: 3, share: 85 },
        insiders: { units: 3, share: 85 },
        authority: { units: 1, share: null },
        structure: { units: 1, share: null },
      },
      source: source('Guide du secret statistique, Insee', 'secondary', 'Au moins trois unités, aucune ne fait 85 % ou plus'),
    },
  ],
})

/** Figures of a perimeter drawn for a need are rounded: two perimeters that differ by one commune would tell that commune. */
export const adHocRounding = parameter<number>({
  key: 'secrecy/ad-hoc-rounding',
  label: 'Arrondi des chiffres d’un périmètre dessiné pour un besoin',
  unit: 'unités',
  values: [{ ...SINCE, value: 5, source: fieldUse('Arrondi au multiple de 5 le plus proche') }],
})
