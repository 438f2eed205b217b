import { frenchDate } from '@maillage/kernel'
import { Timeline } from '@maillage/ui'
import { legalDay } from '../../../platform/clock.ts'
import { KIND_LABELS } from '../messages.fr.ts'
import type { WorkingNote } from '../model-notes.ts'

/** What was typed, line by line: an empty line begins a paragraph. */
export const NoteText = ({ text }: { readonly text: string }) => (
  <>
    {text.split(/\r?\n/).map((line, index) =>
      line.trim() === '' ? null : (
        <p class="govuk-body" key={`${index} ${line}`}>
          {line}
        </p>
      ),
    )}
  </>
)

/** « Entretien du 3 novembre 2026 » */
export const aboutAct = ({ kind, happenedOn }: NonNullable<WorkingNote['act']>): string =>
  `${KIND_LABELS[kind]} du ${frenchDate(happenedOn)}`

/** One’s own notes one after the other, with the day on which each one goes. */
export const NoteEvents = ({ notes, zone }: { readonly notes: readonly WorkingNote[]; readonly zone: string }) => (
  <Timeline
    events={notes.map((note) => {
      const writtenOn = legalDay(note.writtenAt, zone)
      const hidden = <span class="govuk-visually-hidden"> la note du {frenchDate(writtenOn)}</span>
      return {
        date: writtenOn,
        title: note.act ? `À propos\u00a0: ${aboutAct(note.act)}` : 'Note de travail',
        ...(note.writtenBy === null ? {} : { by: `écrite par ${note.writtenBy}, qui vous l’a transmise` }),
        children: (
          <>
            <NoteText text={note.text} />
            <p class="govuk-body-s">
              Effacée après le {frenchDate(note.keptUntil)}
              {' · '}
              <a class="govuk-link" href={`/notes/${note.id}/corriger`}>
                Corriger{hidden}
              </a>
              {' · '}
              <a class="govuk-link" href={`/notes/${note.id}/supprimer`}>
                Supprimer{hidden}
              </a>
            </p>
          </>
        ),
      }
    })}
  />
)
