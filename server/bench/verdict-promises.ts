/** The promises of verdicts, and the trials that measure them. */
import type { TrialShape, Truth } from './trial-candidates.ts';
import { EARLIER, indicatorCode, NO_GAP, TRIAL_PLACE, trialGroupCode, wardCode } from './trial-candidates.ts';
import {
  anyProven,
  type Count,
  DEMONSTRATION,
  meansOverTrials,
  shareProven,
  type Trials,
} from './verdict-trials.ts';

/** What the share must not exceed, or must reach. */
type Bound = { readonly atMost: number } | { readonly atLeast: number };

/** What one set of trials is counted for. */
export interface VerdictPromise {
  readonly trials: Omit<Trials, 'seed' | 'trials'>;
  readonly of: readonly { readonly words: string; readonly count: Count; readonly bound: Bound }[];
}

/** Of 1,000 trials with a true share of 5%, more than these are seen once in a thousand runs. */
const FIVE_PERCENT = { atMost: 0.073 };
const TEN_PERCENT = { atMost: 0.1 };

/** Gaps are drawn with this many standard errors as their own standard deviation, wherever there are any. */
const SIZE = 4;

interface Without {
  readonly ward?: number;
  readonly group?: number;
  readonly indicator?: number;
  readonly changes?: true;
}

/** Gaps everywhere, drawn anew, but for what is named. A group differs alike in every ward, so that it does in the place. */
const gapsBut =
  (without: Without) =>
  (normal: () => number): Truth => {
    const drawn = new Map<string, number>();
    const gap = (key: string) => {
      const size = drawn.get(key) ?? SIZE * normal();
      drawn.set(key, size);
      return size;
    };
    const isWithout = (indicator: number, ward?: number, group?: number) =>
      indicator === without.indicator ||
      (ward !== undefined && ward === without.ward) ||
      (group !== undefined && group === without.group);
    return {
      ward: (indicator, ward) => (isWithout(indicator, ward) ? 0 : gap(`${indicator} ${ward}`)),
      group: (indicator, ward, group) =>
        isWithout(indicator, ward, group) ? 0 : gap(`${indicator} group ${group}`),
      wider: (indicator) => (isWithout(indicator) ? 0 : gap(`${indicator} wider`)),
      change: (indicator) =>
        isWithout(indicator) || without.changes === true ? 0 : gap(`${indicator} change`),
    };
  };

/** Lists are kept apart by kind, and so is what they promise. */
const KINDS = ['outcome', 'service', 'determinant'] as const;
const WARDS_ALONE: TrialShape = { indicators: 60, wards: 23, groups: 5, byGroup: 0, wider: 0 };
/** A quarter of the indicators. */
const quarter = Array.from({ length: 15 }, (_, at) => 4 * at);

export const promises: readonly VerdictPromise[] = [
  {
    trials: { shape: DEMONSTRATION, truth: () => NO_GAP },
    of: [
      {
        words: 'with no true gap anywhere, any page shows a proven one',
        count: anyProven(() => true),
        bound: FIVE_PERCENT,
      },
    ],
  },
  {
    trials: { shape: DEMONSTRATION, truth: gapsBut({ ward: 0 }) },
    of: KINDS.map((own) => ({
      words: `a ward without gaps, where all others have them, shows a proven one (kind: ${own})`,
      count: anyProven(({ kind, comparison: { area } }) => kind === own && area === wardCode(0)),
      bound: TEN_PERCENT,
    })),
  },
  {
    trials: { shape: DEMONSTRATION, truth: gapsBut({ group: 0 }) },
    of: KINDS.map((own) => ({
      words: `a group without gaps, where all others have them, shows a proven one (kind: ${own})`,
      count: anyProven(({ kind, comparison: { group } }) => kind === own && group === trialGroupCode(0)),
      bound: TEN_PERCENT,
    })),
  },
  {
    trials: { shape: DEMONSTRATION, truth: gapsBut({ indicator: 0 }) },
    of: [
      {
        words: 'a map without gaps, where all other indicators have them, shows a proven one',
        count: anyProven(({ comparison: { indicator } }) => indicator === indicatorCode(0)),
        bound: TEN_PERCENT,
      },
    ],
  },
  {
    trials: { shape: DEMONSTRATION, truth: gapsBut({ changes: true }) },
    of: KINDS.map((own) => ({
      words: `a set of changes without any, where there are gaps everywhere, shows a proven one (kind: ${own})`,
      count: anyProven(
        ({ kind, comparison: { area, reference } }) =>
          kind === own && area === TRIAL_PLACE && reference === EARLIER,
      ),
      bound: TEN_PERCENT,
    })),
  },
  {
    trials: {
      shape: WARDS_ALONE,
      truth: () => ({ ...NO_GAP, ward: (indicator, ward) => (indicator === 7 && ward === 3 ? 6 : 0) }),
    },
    of: [
      {
        words: 'a single gap of six standard errors among 60 indicators and 23 wards is found',
        count: anyProven(
          ({ comparison: { indicator, area } }) => indicator === indicatorCode(7) && area === wardCode(3),
        ),
        bound: { atLeast: 0.95 },
      },
    ],
  },
  {
    trials: {
      shape: WARDS_ALONE,
      truth: () => ({
        ...NO_GAP,
        ward: (indicator, ward) => (ward === 3 && quarter.includes(indicator) ? 4 : 0),
      }),
    },
    of: [
      {
        words: 'of a ward four standard errors off on a quarter of the indicators so many are found',
        count: shareProven(
          ({ comparison: { indicator, area } }) =>
            area === wardCode(3) && quarter.map(indicatorCode).includes(indicator),
        ),
        bound: { atLeast: 0.6 },
      },
    ],
  },
];

export interface MeasuredPromise {
  readonly words: string;
  readonly share: number;
  readonly bound: Bound;
  readonly isKept: boolean;
}

export function measurePromise(
  { trials, of }: VerdictPromise,
  seed: number,
  count: number,
): MeasuredPromise[] {
  const shares = meansOverTrials(
    { ...trials, seed, trials: count },
    of.map((one) => one.count),
  );
  return of.map(({ words, bound }, at) => {
    const share = shares[at] ?? Number.NaN;
    return {
      words,
      share,
      bound,
      isKept: 'atMost' in bound ? share <= bound.atMost : share >= bound.atLeast,
    };
  });
}
