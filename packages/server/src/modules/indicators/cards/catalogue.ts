import type { IndicatorCard, IndicatorCode } from '../model.ts'
import { agreedFte } from './agreed-fte.ts'
import { answerTime } from './answer-time.ts'
import { applications } from './applications.ts'
import { dynamicRate } from './dynamic-rate.ts'
import { entryTime } from './entry-time.ts'
import { exits } from './exits.ts'
import { people } from './people.ts'
import { profiles } from './profiles.ts'
import { realisedFte } from './realised-fte.ts'
import { residents } from './residents.ts'
import { structures } from './structures.ts'
import { supervision } from './supervision.ts'

/** Every indicator in force, in the order of the screens. */
export const CATALOGUE = {
  structures,
  people,
  residents,
  profiles,
  'agreed-fte': agreedFte,
  'realised-fte': realisedFte,
  exits,
  'dynamic-rate': dynamicRate,
  'entry-time': entryTime,
  supervision,
  applications,
  'answer-time': answerTime,
} satisfies Record<IndicatorCode, IndicatorCard>

export const cardOf = (code: IndicatorCode): IndicatorCard => CATALOGUE[code]
