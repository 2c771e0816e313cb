/** Comparisons of a made-up place, drawn around a known truth. */
import type { Candidate } from '../judge/candidate.ts';
import { type Comparison, comparisonId } from '../judge/comparison.ts';
import { twoSidedP } from '../stats/normal.ts';
import { itemAt } from './item-at.ts';

/** How many of everything there are; figures are all real, for synthetic ones are judged apart in the same way. */
export interface TrialShape {
  readonly indicators: number;
  readonly wards: number;
  /** Ethnic groups, compared in the place and within each ward. */
  readonly groups: number;
  /** Of so many indicators, the first, there are figures by group. */
  readonly byGroup: number;
  /** Of so many, the first, the place is compared with England and the region and with an earlier period. */
  readonly wider: number;
}

/** True gaps in standard errors. */
export interface Truth {
  readonly ward: (indicator: number, ward: number) => number;
  readonly group: (indicator: number, ward: number, group: number) => number;
  readonly wider: (indicator: number) => number;
  readonly change: (indicator: number) => number;
}

export const NO_GAP: Truth = { ward: () => 0, group: () => 0, wider: () => 0, change: () => 0 };

/** Kinds in turn, more services than others. */
const KINDS = ['outcome', 'service', 'service', 'determinant'] as const;

const STRATUM = { ethnic_group: 'all', age_band: 'all', sex: 'all', deprivation: 'all' };

export const TRIAL_PLACE = 'place';

export const wardCode = (ward: number) => `ward-${ward}`;

export const trialGroupCode = (group: number) => `census-2021-5/group-${group}`;

export const indicatorCode = (indicator: number) => `indicator-${indicator}`;

/** Reference of a change, in the ids of trials. */
export const EARLIER = 'since-2023';

/** A comparison of every trial, and how far out its test statistic is in one of them. */
export type DrawnComparisons = readonly [about: Pick<Comparison, 'area' | 'group' | 'reference'>, z: number];

/** Everything of one indicator, drawn once. */
export function drawnIndicator(
  shape: TrialShape,
  truth: Truth,
  indicator: number,
  normal: () => number,
): DrawnComparisons[] {
  return [
    ...drawnWards(shape, truth, indicator, normal),
    ...(indicator < shape.byGroup ? drawnGroups(shape, truth, indicator, normal) : []),
    ...(indicator < shape.wider ? drawnPlace(truth, indicator, normal) : []),
  ];
}

function drawnWards(
  { wards }: TrialShape,
  truth: Truth,
  indicator: number,
  normal: () => number,
): DrawnComparisons[] {
  const own = Array.from({ length: wards }, () => normal());
  return againstRest(own).map((noise, ward) => [
    { area: wardCode(ward), reference: 'rest' },
    noise + truth.ward(indicator, ward),
  ]);
}

/** Groups within each ward; those of the place are all of them together, so that the two go hand in hand. */
function drawnGroups(
  { wards, groups }: TrialShape,
  truth: Truth,
  indicator: number,
  normal: () => number,
): DrawnComparisons[] {
  const ofPlace = Array.from({ length: groups }, (_, group) => ({ group, z: 0 }));
  const within = Array.from({ length: wards }, (_, ward) => {
    const own = Array.from({ length: groups }, () => normal());
    return againstRest(own).map((noise, group): DrawnComparisons => {
      const z = noise + truth.group(indicator, ward, group);
      itemAt(ofPlace, group).z += z / Math.sqrt(wards);
      return [{ area: wardCode(ward), group: trialGroupCode(group), reference: 'rest' }, z];
    });
  });
  return [
    ...within.flat(),
    ...ofPlace.map(
      ({ group, z }): DrawnComparisons => [
        { area: TRIAL_PLACE, group: trialGroupCode(group), reference: 'rest' },
        z,
      ],
    ),
  ];
}

/** The place against England, against its region and against itself a year ago share the place's own chance. */
function drawnPlace(truth: Truth, indicator: number, normal: () => number): DrawnComparisons[] {
  const [now, before, region] = [normal(), normal(), normal()];
  const gap = truth.wider(indicator);
  return [
    [{ area: TRIAL_PLACE, reference: 'country' }, now + gap],
    [{ area: TRIAL_PLACE, reference: 'region' }, 0.9 * now + Math.sqrt(0.19) * region + gap],
    [{ area: TRIAL_PLACE, reference: EARLIER }, (now - before) / Math.SQRT2 + truth.change(indicator)],
  ];
}

/** Of independent figures of one size, each against the rest of them: standard normal, and adding up to zero. */
function againstRest(own: readonly number[]): number[] {
  const sum = own.reduce((total, one) => total + one, 0);
  const others = own.length - 1;
  return own.map((one) => (one - (sum - one) / others) / Math.sqrt(1 + 1 / others));
}

/** Every comparison of a shape, before its test. */
export function trialComparisons(shape: TrialShape): Omit<Candidate, 'outcome'>[] {
  return everyOf(shape).flatMap((indicator) =>
    drawnIndicator(shape, NO_GAP, indicator, () => 0).map(([about]) => {
      const comparison: Comparison = {
        indicator: indicatorCode(indicator),
        denominator: '',
        period: '2024',
        stratum: STRATUM,
        ...about,
      };
      return {
        id: comparisonId(comparison),
        comparison,
        kind: KINDS[indicator % KINDS.length] ?? 'service',
        reading: { words: 'good-or-bad', better: 'higher' },
        isSynthetic: false,
        shape: '',
      };
    }),
  );
}

export const everyOf = ({ indicators }: TrialShape) => Array.from({ length: indicators }, (_, at) => at);

export const testedAt = (z: number): Candidate['outcome'] => ({
  difference: { value: z, lower: z - 1.96, upper: z + 1.96 },
  p: twoSidedP(z),
  test: '',
});
