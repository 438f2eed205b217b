import { frenchDate, frenchShortDate } from '@maillage/kernel'
import { InsetText } from '@maillage/ui'
import type { CounsellorMessage } from '../model-messages.ts'
import { messageHref } from '../pages/messages-in-address.ts'

/** Who said it, and when. */
export const MessageAuthor = ({ author, on }: Pick<CounsellorMessage, 'author' | 'on'>) => (
  <>
    {author ?? 'Un ancien membre'}, le {frenchDate(on)}
  </>
)

/** What came of a word: read, by whom, with which answer. */
export const MessageState = ({ read }: Pick<CounsellorMessage, 'read'>) =>
  read === null ? (
    <>Pas encore lu</>
  ) : (
    <>
      Lu le {frenchShortDate(read.on)} par {read.by ?? 'un ancien membre'}
      {read.answer === null ? null : (
        <>
          {' : '}« {read.answer} »
        </>
      )}
    </>
  )

/** The words about somebody that nobody has read yet, each with the way to read it: for those who follow them. */
export const MessagesToRead = ({ messages }: { readonly messages: readonly CounsellorMessage[] }) => (
  <>
    {messages.map(({ id, words, author, on }) => (
      <InsetText key={id}>
        <p class="govuk-body-s govuk-!-margin-bottom-1">
          À lire : mot de <MessageAuthor author={author} on={on} />
        </p>
        <p class="govuk-body govuk-!-margin-bottom-1">{words}</p>
        <a class="govuk-link" href={messageHref(id)}>
          Marquer comme lu, répondre
        </a>
      </InsetText>
    ))}
  </>
)
