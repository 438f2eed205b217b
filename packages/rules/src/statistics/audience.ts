/** Who reads an aggregated figure: everybody; members of the platform; the authority and the funders of the place; the structure itself. */
export const AUDIENCES = ['public', 'insiders', 'authority', 'structure'] as const
export type Audience = (typeof AUDIENCES)[number]

/** What a figure counts: people, or an activity (full-time equivalents, money) that tells about structures. */
export type Counted = 'people' | 'activity'
