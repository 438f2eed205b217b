const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** The id in an address, or undefined: anything else is a page that does not exist, not a fault of the database. */
export const recordId = (written: string | undefined): string | undefined =>
  written !== undefined && UUID.test(written) ? written : undefined
