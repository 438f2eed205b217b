import type { Meeting, Participant } from '../model-meetings.ts'

const who = ({ job, organisation, name }: Participant) => `${name === null ? '' : `${name}, `}${job}, ${organisation}`

/** Who was there and what was agreed, under the act of the meeting. */
export const MeetingLines = ({ meeting }: { readonly meeting: Meeting | undefined }) =>
  meeting === undefined ? null : (
    <>
      {meeting.participants.length === 0 ? null : (
        <p class="govuk-body">
          <strong>Avec&nbsp;:</strong> {meeting.participants.map(who).join(' ; ')}
        </p>
      )}
      {meeting.agreed === null ? null : (
        <p class="govuk-body">
          <strong>Convenu&nbsp;:</strong> {meeting.agreed}
        </p>
      )}
    </>
  )
