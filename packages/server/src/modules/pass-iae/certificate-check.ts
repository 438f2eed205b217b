import type { CalendarDate, Period } from '@maillage/kernel'

/** What holding the State's certificate beside ours gives. */
export type CertificateCheck = 'same' | 'explained' | 'different'

interface Ours extends Period {
  /** What the State's service is expected to find; null: the same as ours. */
  readonly toolLast: CalendarDate | null
}

/**
 * Whether the certificate says what we find: the same days, the days that the service's own way of counting explains, or others, to look into.
 * @example checkCertificate({ first, last }, { first, last: 2028-02-26, toolLast: 2028-02-25 }) // 'explained' when it says 2028-02-25
 */
export function checkCertificate(certificate: Period, { first, last, toolLast }: Ours): CertificateCheck {
  if (certificate.first !== first) return 'different'
  if (certificate.last === last) return 'same'
  return certificate.last === toolLast ? 'explained' : 'different'
}
