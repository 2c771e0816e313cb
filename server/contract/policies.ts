/** The two ways a dataset protects people, and what the second does to counts. */

/** Under `protect` every count shown is rounded to the nearest of these; an exact zero stays zero. */
export const ROUNDED_TO = 5;

/** Intervals from rounded counts cover the truth as they should only where every count is at least this. */
export const RELIABLE_ROUNDED_COUNT = 50;

export const policies = [
  { id: 'as-published', label: 'As published: the source protected its own counts' },
  { id: 'protect', label: `Counts of people from records, rounded to the nearest ${ROUNDED_TO}` },
] as const;
export type Policy = (typeof policies)[number]['id'];
