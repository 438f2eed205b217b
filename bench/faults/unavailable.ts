/** What people must meet while the database is away. */
export const UNAVAILABLE = '503 La base de données ne répond pas'
