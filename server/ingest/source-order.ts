/** Which publisher's figure stands where several give the same one: the order decides, not the day somebody loads it. */

import { type RawBuilder, sql } from 'kysely';

/**
 * The better first: whoever makes the figure, with its limits, before a framework that takes it over, and that before tables
 * without limits. A source that is not here goes neither before nor after another: of those the newer file stands.
 */
export const sourcesInOrder: readonly string[] = [
  'ons-local-statistics',
  'fingertips',
  'public-health-outcomes',
  'ons-borough-indicators',
];

/** The place of a source among them, of a column of source ids; null where it has none. */
export const placeInOrder = (column: string): RawBuilder<number | null> =>
  sql`array_position(array[${sql.join(sourcesInOrder)}]::text[], ${sql.ref(column)})`;
