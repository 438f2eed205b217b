/** What a file may hold. A structure's year is far below; above, somebody wants the server to work for nothing. */
export const UPLOAD_LIMITS = {
  bytes: 5 * 1024 * 1024,
  /** A compressed file, once unfolded. */
  unfoldedBytes: 60 * 1024 * 1024,
  zipEntries: 2_000,
  sheets: 20,
  rows: 5_000,
  columns: 120,
  /** Characters of one cell: what a spreadsheet itself allows. */
  cell: 32_767,
  /** Characters of all the cells. */
  text: 4_000_000,
  milliseconds: 10_000,
} as const
