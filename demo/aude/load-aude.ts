import type { Tx } from '../../packages/server/src/platform/database/database.ts'

/** The Aude as the demonstration shows it. */
export async function loadAude(_tx: Tx): Promise<void> {}
