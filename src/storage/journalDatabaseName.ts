/** The name of a journal's database: it says nothing but the journal's random id. */
export const journalDatabaseName = (id: string): string => `headroom-${id}`;
