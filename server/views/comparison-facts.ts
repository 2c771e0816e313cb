/** What the reader must know about the verdicts of one reply. Pure. */
import type { Answer } from '../contract/answer.ts';
import type { Estimate } from '../contract/estimate.ts';
import { WITH_MODELLING } from '../judge/figures/modelled-words.ts';
import { FALSE_DISCOVERY_RATE } from '../judge/judge.ts';
import { AT_LEAST_FAVOURABLE } from '../judge/release/rounded-to.ts';

const SCORE_TEST = 'Two-sided score test of two proportions';
const JUDGED =
  'judged with everything the release opens with: a difference is proven only where the comparisons of its indicator, of its area and of its group or reference each show it, with at most 5% false alarms (Benjamini-Hochberg)';
const LOOKED_UP =
  'looked up: judged among the comparisons of its shape, with at most 5% false alarms times the share of indicators in which the release found anything (Benjamini-Hochberg)';

const OF_MODELLED = `of modelled figures a test of two log odds, ${WITH_MODELLING}`;

const isModelled = (figure: Estimate | null | undefined) =>
  figure?.status === 'shown' && (figure.modellingError ?? 0) > 0;

interface Of {
  readonly against: string;
  /** Figures compared, of which some may be modelled. */
  readonly figures?: readonly (Estimate | null | undefined)[];
  readonly test?: string;
  /** Why there is no test, where nothing was compared. */
  readonly untested: string;
  /** What counts are rounded to the nearest of, for each answer or for all; null where they are not. */
  readonly roundedTo: number | null | readonly (number | null)[];
}

export interface ComparisonFacts {
  readonly against: string;
  readonly test: string;
  readonly compared: number;
  readonly expectedByChance: number;
}

export function comparisonFacts(
  answers: readonly Answer[],
  { against, figures = [], test = SCORE_TEST, untested, roundedTo }: Of,
): ComparisonFacts {
  const tested = answers.flatMap((answer, at) =>
    answer.verdict === 'not-compared'
      ? []
      : [{ answer, isRounded: (Array.isArray(roundedTo) ? roundedTo[at] : roundedTo) !== null }],
  );
  const rules = [
    ...(tested.some(({ answer }) => answer.judged === 'judged') ? [JUDGED] : []),
    ...(tested.some(({ answer }) => answer.judged === 'looked-up') ? [LOOKED_UP] : []),
  ];
  const words = [
    test + ofRounded(tested.map(({ isRounded }) => isRounded)),
    ...(figures.some(isModelled) ? [OF_MODELLED] : []),
    ...rules,
  ].join('; ');
  return {
    against,
    test: tested.length > 0 ? words : untested,
    compared: tested.length,
    expectedByChance: tested.length * FALSE_DISCOVERY_RATE,
  };
}

/** Whether all, some or none of the figures compared have rounded counts. */
function ofRounded(isRounded: readonly boolean[]): string {
  if (!isRounded.includes(true)) return '';
  return isRounded.includes(false)
    ? `; where counts are rounded, ${AT_LEAST_FAVOURABLE}`
    : `, ${AT_LEAST_FAVOURABLE}`;
}
