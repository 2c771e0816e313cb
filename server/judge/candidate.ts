/** A comparison with its test, before any verdict. Pure. */
import type { Basis } from '../contract/dimensions.ts';
import { atAges } from '../contract/good-or-bad.ts';
import type { Indicator } from '../indicators/indicator.ts';
import { type Comparison, comparisonId } from './comparison.ts';
import type { TestOutcome } from './figures/two-figures.ts';
import { type Reading, readingOf, type Subject, whyAnotherPopulation } from './subject.ts';

export interface Candidate {
  readonly id: string;
  readonly comparison: Comparison;
  readonly kind: Indicator['kind'];
  readonly reading: Reading;
  /** The test, or why there is none. */
  readonly outcome: TestOutcome;
  /** Made-up figures stand in lists of their own. */
  readonly isSynthetic: boolean;
  /** What it is judged with where it is looked up: every comparison of the same shape. */
  readonly shape: string;
}

export interface Compared {
  readonly subject: Subject;
  readonly comparison: Comparison;
  readonly shape: string;
  readonly outcome: TestOutcome;
  /** Of the less real of the two figures; left out where nothing is shown. */
  readonly basis?: Basis | undefined;
}

/**
 * A comparison ready to be judged: with its id, the words its test may lead to, and the list it is made or real in.
 *
 * @param compared what is compared, the test of it, and the basis of the less real of its two figures.
 * @returns without a test where its indicator is not judged at all, or not among this population.
 * @see Benjamini Y, Bogomolov M (2014) Selective inference on multiple families of hypotheses. J R Stat Soc B 76:297-318.
 * @example candidateOf({
 *   subject: { id: 'mmr', kind: 'service', polarity: 'higher-is-better', ageAdjusted: null, unit: 'percent' },
 *   comparison: {
 *     indicator: 'mmr', denominator: '', period: '2025', area: 'E05000001', reference: 'rest',
 *     stratum: { ethnic_group: 'all', age_band: 'all', sex: 'all', deprivation: 'all' },
 *   },
 *   shape: '', outcome: { reason: 'There is no figure to compare.' }, basis: 'synthetic',
 * }); // { id: 'mmr:2025:all:E05000001:rest', kind: 'service', isSynthetic: true }
 */
export function candidateOf({ subject, comparison, shape, outcome, basis }: Compared): Candidate {
  const reading = readingOf(atAges(subject, comparison.stratum.age_band));
  const why =
    reading.words === 'none' ? reading.reason : whyAnotherPopulation(subject, comparison.denominator);
  return {
    id: comparisonId(comparison),
    comparison,
    kind: subject.kind,
    reading,
    outcome: why === undefined ? outcome : { reason: why },
    isSynthetic: basis === 'synthetic',
    shape,
  };
}
