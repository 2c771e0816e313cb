/** A comparison with its test, before any verdict. Pure. */
import type { Basis } from '../contract/dimensions.ts';
import { atAges } from '../contract/good-or-bad.ts';
import type { Indicator } from '../indicators/indicator.ts';
import { type Comparison, comparisonId } from './comparison.ts';
import type { Outcome } from './figures/two-figures.ts';
import { type Reading, readingOf, type Subject } from './subject.ts';

export interface Candidate {
  readonly id: string;
  readonly comparison: Comparison;
  readonly kind: Indicator['kind'];
  readonly reading: Reading;
  /** The test, or why there is none. */
  readonly outcome: Outcome;
  /** Made-up figures stand in lists of their own. */
  readonly isSynthetic: boolean;
  /** What it is judged with where it is looked up: every comparison of the same shape. */
  readonly shape: string;
}

export interface Compared {
  readonly subject: Subject;
  readonly comparison: Comparison;
  readonly shape: string;
  readonly outcome: Outcome;
  /** Of the less real of the two figures; left out where nothing is shown. */
  readonly basis?: Basis | undefined;
}

export function candidateOf({ subject, comparison, shape, outcome, basis }: Compared): Candidate {
  const reading = readingOf(atAges(subject, comparison.stratum.age_band));
  return {
    id: comparisonId(comparison),
    comparison,
    kind: subject.kind,
    reading,
    outcome: reading.words === 'none' ? { reason: reading.reason } : outcome,
    isSynthetic: basis === 'synthetic',
    shape,
  };
}
