import type { Crumb } from '@maillage/ui'
import { ButtonLink } from '@maillage/ui'
import { download, type Reply, show } from '../http/reply.ts'
import { Press, type Printed } from './press.ts'

/** A document to make, and the page of this site that says the same. */
export interface PdfDocument {
  readonly template: URL
  /** What the template reads. What a page withholds from this reader must not be in it. */
  readonly data: unknown
  /** Of the file. No name of a person: it stays in the history of the browser. */
  readonly name: string
  readonly page: string
  readonly breadcrumb?: readonly Crumb[]
}

const REASONS: Readonly<Record<NonNullable<Printed['why']>, { readonly status: number; readonly sentence: string }>> = {
  absent: { status: 501, sentence: 'Cette installation ne sait pas produire de PDF. La page à imprimer contient les mêmes informations.' },
  busy: {
    status: 503,
    sentence: 'Beaucoup de documents sont demandés en ce moment. Attendez quelques secondes, puis recommencez, ou imprimez la page.',
  },
  'too-long': { status: 503, sentence: 'Le document était trop long à produire, il a été abandonné. Recommencez, ou imprimez la page.' },
  unprintable: {
    status: 422,
    sentence: 'Un caractère de ce document n’existe dans aucune de nos polices. La page à imprimer contient les mêmes informations.',
  },
}

const house = new Press()

/**
 * The PDF as a file, or a page that says why there is none and leads to the page to print. Call it after `request.read`, never inside.
 * @example return pdfReply({ template: new URL('./certificate.typ', import.meta.url), data, name: 'attestation.pdf', page: '/pass/…/attestation' })
 */
export async function pdfReply({ template, data, name, page, breadcrumb = [] }: PdfDocument, press: Press = house): Promise<Reply> {
  const { pdf, why } = await press.print(template, data)
  if (pdf) return download(name, 'application/pdf', pdf)
  const { status, sentence } = REASONS[why]
  return show(
    'PDF non produit',
    <>
      <h1 class="govuk-heading-l">Le PDF n’a pas été produit</h1>
      <p class="govuk-body">{sentence}</p>
      <ButtonLink href={page}>Ouvrir la page à imprimer</ButtonLink>
    </>,
    { status, breadcrumb },
  )
}
