/** What a release judged, in the words of Fingertips: looked up among what it keeps, and never judged anew. Pure. */

import type { Verdict } from '../../contract/dimensions.ts';
import { significanceWords } from '../../contract/fingertips/code-lists.ts';
import { comparisonId } from '../../judge/comparison.ts';
import type { SeriesWithCoverage, Snapshot } from '../../judge/release/snapshot.ts';

interface Compared {
  readonly indicator: string;
  readonly series: SeriesWithCoverage;
  readonly period: string;
  readonly area: string;
}

/** An area against everyone else in the place (`rest`), or against a larger area by its code. */
export function areaVerdict(
  { series, ...compared }: Compared,
  reference: string,
  snapshot: Snapshot,
): Verdict {
  const { denominator } = series;
  return keptVerdict(comparisonId({ ...compared, denominator, stratum: series, reference }), snapshot);
}

/** A group of an area against everyone else in that area. */
export function groupVerdict({ series, ...compared }: Compared, snapshot: Snapshot): Verdict {
  const { denominator, ethnic_group, deprivation } = series;
  const group = ethnic_group === 'all' ? `fifth-${deprivation}` : ethnic_group;
  const stratum = { ...series, ethnic_group: 'all', deprivation: 'all' };
  return keptVerdict(comparisonId({ ...compared, denominator, stratum, group, reference: 'rest' }), snapshot);
}

const keptVerdict = (id: string, { judgement }: Snapshot): Verdict =>
  judgement.answers.get(id)?.verdict ?? 'not-compared';

export const verdictWord = (verdict: Verdict): string => significanceWords[verdict];
