/** The name of the team that follows the people of a structure. */
export const teamOf = (siae: string): string => `Accompagnement, ${siae}`
