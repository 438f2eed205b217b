/** A backup, a restore, an export or an import cannot be done; the message is for the operator and says what to do. Nothing was changed. */
export class ArchiveFault extends Error {}
