import { frenchShortDate } from '@maillage/kernel'
import {
  CAPABILITIES,
  CAPABILITIES_SOURCE,
  CAPABILITY_LEVELS,
  CAPABILITY_NAMES,
  type CapabilityName,
  capabilityChanges,
} from '@maillage/rules/accompaniment'
import { Chart, DataTable, levelChart, SourceLine, Tag } from '@maillage/ui'
import type { ComponentChildren } from 'preact'
import type { Review } from '../model-reviews.ts'
import { CHANGE_LABELS, CHANGE_TONES, LEVEL_LABELS, LEVELS_IN_SHORT, MOMENTS_IN_SHORT } from '../review-words.fr.ts'

const whenOf = ({ moment, heldOn }: Review): string => `${MOMENTS_IN_SHORT[moment]}, ${frenchShortDate(heldOn)}`

/** What changed between reviews, drawn and as its table; nothing when nothing was said twice. */
export async function reviewPicture(reviews: readonly Review[]): Promise<ComponentChildren> {
  const changes = capabilityChanges(
    reviews.map(({ heldOn, answers }) => ({
      heldOn,
      answers: Object.fromEntries(Object.entries(answers).flatMap(([name, answer]) => (answer ? [[name, answer.level]] : []))),
    })),
  )
  const said = CAPABILITY_NAMES.filter((name) => reviews.some(({ answers }) => answers[name] !== undefined))
  if (reviews.length < 2 || said.every((name) => changes[name].change === null)) return null
  const pointsOf = (name: CapabilityName) =>
    reviews.flatMap((review) => {
      const level = review.answers[name]?.level
      return level === undefined || level === 'unsaid' ? [] : [{ when: whenOf(review), level: CAPABILITY_LEVELS.indexOf(level) }]
    })
  const title = 'Ce qui a changé, dit par la personne'
  const svg = await levelChart({
    description: title,
    levels: CAPABILITY_LEVELS.map((level) => LEVELS_IN_SHORT[level]),
    rows: said.map((name) => ({ label: CAPABILITIES[name].label, points: pointsOf(name) })),
  })
  return (
    <>
      <Chart
        title={title}
        svg={svg}
        note="Le rond vide dit la première réponse, le rond plein la dernière, les petits points celles d’entre-temps."
      >
        <DataTable
          caption={title}
          counted={['domaine', 'domaines']}
          rows={said}
          rowKey={(name) => name}
          columns={[
            { key: 'domaine', label: 'Domaine', render: (name) => CAPABILITIES[name].label },
            ...reviews.map((review) => ({
              key: review.id,
              label: whenOf(review),
              render: (name: CapabilityName) => {
                const answer = review.answers[name]
                return answer ? LEVEL_LABELS[answer.level] : '–'
              },
            })),
            {
              key: 'change',
              label: 'De la première à la dernière',
              render: (name) => {
                const { change } = changes[name]
                return change === null ? '–' : <Tag tone={CHANGE_TONES[change]}>{CHANGE_LABELS[change]}</Tag>
              },
            },
          ]}
          empty={null}
        />
      </Chart>
      <p class="govuk-body-s">
        <SourceLine source={CAPABILITIES_SOURCE} />
      </p>
    </>
  )
}
