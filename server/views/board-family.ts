/** The tests of one board, judged together. Pure. */

import { isTested, type Outcome, type Tested } from '../judge/figures/two-figures.ts';
import { benjaminiHochberg } from '../stats/benjamini-hochberg.ts';
import { FALSE_DISCOVERY_RATE } from './verdicts.ts';

export interface Judgement {
  /** Whether the test stands once it is allowed for that there are many. */
  readonly proven: boolean;
  /** The plain interval excludes no difference, but it is not proven. */
  readonly couldBeChance: boolean;
}
export interface Family {
  readonly compared: number;
  readonly expectedByChance: number;
  judge(test: Tested): Judgement;
}

export function familyOf(outcomes: readonly Outcome[]): Family {
  const tests = outcomes.filter(isTested);
  const rejected = benjaminiHochberg(
    tests.map(({ p }) => p),
    FALSE_DISCOVERY_RATE,
  );
  const proven = new Set(tests.filter((_, at) => rejected[at]));
  return {
    compared: tests.length,
    expectedByChance: tests.length * FALSE_DISCOVERY_RATE,
    judge: (test) => {
      const { value, lower, upper } = test.difference;
      const stands = proven.has(test) && value !== 0;
      return { proven: stands, couldBeChance: !stands && (lower > 0 || upper < 0) };
    },
  };
}
