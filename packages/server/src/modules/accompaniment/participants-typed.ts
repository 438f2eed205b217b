import { z } from 'zod'
import { MOST_PARTICIPANTS, PARTICIPANT_LIMIT, type Participant } from './model-meetings.ts'

const linesOf = (typed: string): readonly string[] =>
  typed
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')

/** « Encadrante technique, Les Jardins, Maxime Vidal »: what they do, where, and their name when it helps. */
function participantOf(line: string): Participant {
  const [job = '', organisation = '', ...name] = line.split(',').map((part) => part.trim())
  return { job, organisation, name: name.join(', ') || null }
}

/** Who was there, one a line: a single box, quicker than a grid of them, on a phone above all. */
export const participantsTyped = z
  .string()
  .transform(linesOf)
  .superRefine((lines, { addIssue }) => {
    const say = (message: string) => addIssue({ code: 'custom', message })
    if (lines.length === 0) say('Dites qui était là : une personne par ligne, sa fonction, puis son organisation')
    else if (lines.length > MOST_PARTICIPANTS) say(`Nommez ${MOST_PARTICIPANTS} personnes au plus, une par ligne`)
    else if (lines.some((line) => line.length > PARTICIPANT_LIMIT)) say(`Écrivez ${PARTICIPANT_LIMIT} caractères au plus par ligne`)
    else {
      const alone = lines.find((line) => participantOf(line).job === '' || participantOf(line).organisation === '')
      if (alone !== undefined) say(`« ${alone} » : écrivez la fonction, une virgule, puis l’organisation`)
    }
  })
  .transform((lines) => lines.map(participantOf))
