/** What publishers write where they give no figure, and which of the reasons for that it states. */
import type { ObservationStatus } from '../../db/intake-schema.ts';

export type StatusWithout = Exclude<ObservationStatus, 'value'>;

/**
 * The symbols that the Government Analysis Function recommends ([c] confidential, [x] not available, [z] not applicable),
 * and the words of files from before them. What says no more than that there is none is not available. An empty cell says
 * nothing: it may have lost its figure.
 */
const marks: readonly (readonly [RegExp, StatusWithout])[] = [
  [/^(\[c\]|suppressed|withheld)$/i, 'withheld'],
  [/^(\[z\]|not applicable|nobody to count)$/i, 'nobody-to-count'],
  [/^not (collected|recorded)$/i, 'not-collected'],
  [/^(na|n\/a|n\.a\.|nan|null|tbc|not available|\[x\]|\*{1,3}|-|(\[note \d+\] ?)+)$/i, 'missing'],
];

/** Why a cell holds no figure; undefined where it holds something else. */
export const statusWithout = (text: string): StatusWithout | undefined =>
  marks.find(([pattern]) => pattern.test(text.trim()))?.[1];
