import { day, parameter } from '@maillage/kernel'
import { fieldUse, stateDashboards } from './texts.ts'

/** The reform of 2014 made the annex a number of full-time posts: nothing of what follows is known before it. */
const SINCE_THE_REFORM = { from: day('2014-01-01'), to: null, published: day('2014-03-06') }

/** When an amendment takes effect inside a month: in that month as a whole, or in the next. */
export const amendmentInsideMonth = parameter<'that-month' | 'next-month'>({
  key: 'agreements/amendment-inside-month',
  label: 'Mois compté quand un avenant prend effet en cours de mois',
  unit: 'mois',
  values: [
    {
      ...SINCE_THE_REFORM,
      value: 'that-month',
      source: stateDashboards(
        'Tout mois commencé compte : fin moins début, plus un',
        'Le cas d’un avenant en cours de mois n’y est pas dit',
      ),
    },
  ],
})

export const annexMonths = parameter<number>({
  key: 'agreements/annex-months',
  label: 'Durée la plus longue d’une annexe financière',
  unit: 'mois',
  values: [{ ...SINCE_THE_REFORM, value: 12, source: fieldUse('Une annexe financière par année de convention') }],
})

export const prisonPosts = parameter<number>({
  key: 'agreements/prison-posts',
  label: 'Postes aidés par établissement pénitentiaire, au plus',
  unit: 'centièmes de poste',
  values: [
    {
      from: day('2017-01-01'),
      to: day('2019-12-31'),
      published: day('2017-03-09'),
      value: 1000,
      source: fieldUse('Dix postes par établissement, lu dans les commentaires des arrêtés de 2018 et 2019', 'Limite non relue depuis'),
    },
  ],
})
