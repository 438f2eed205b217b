/** When the whole demonstration was recorded, by nobody in particular. */
export const RECORDED = { recorded_at: '2026-01-05T08:00:00Z', recorded_by: null } as const
