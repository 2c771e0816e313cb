/** Verdicts of every gap one reply shows, together: none rests on having looked at many. Pure. */
import type { Basis, Polarity } from '../../contract/dimensions.ts';
import type { Gap, GapComparisonFacts, Measured } from '../../contract/gap.ts';
import { AT_LEAST_FAVOURABLE } from '../../judge/release/rounded-to.ts';
import { verdicts } from '../../stats/verdict.ts';
import { FALSE_DISCOVERY_RATE } from '../verdicts.ts';

/** One gap to be judged; undefined where nothing can be compared. */
export type Judgeable =
  | {
      readonly difference: Measured;
      readonly p: number;
      readonly polarity: Polarity;
      readonly basis?: Basis;
    }
  | undefined;

export type Judgement = Pick<Gap, 'direction' | 'verdict' | 'couldBeChance'>;

export interface Judgements {
  readonly judgements: readonly Judgement[];
  readonly compared: number;
  readonly expectedByChance: number;
}

export const NOT_COMPARED: Judgement = {
  direction: 'not-compared',
  verdict: 'not-compared',
  couldBeChance: false,
};

export function judge(all: readonly Judgeable[]): Judgements {
  const comparisons = all.map((one) =>
    one === undefined ? undefined : { difference: figureOf(one.difference), p: one.p },
  );
  const judged = verdicts(comparisons, { better: 'higher', rate: FALSE_DISCOVERY_RATE });
  return {
    judgements: judged.verdicts.map(({ verdict, couldBeChance }, index) => {
      if (verdict === 'not compared') return NOT_COMPARED;
      const direction = ({ better: 'higher', worse: 'lower', similar: 'not-distinguishable' } as const)[
        verdict
      ];
      return { direction, verdict: verdictOf(direction, all[index]?.polarity), couldBeChance };
    }),
    compared: judged.compared,
    expectedByChance: judged.flaggedByChance,
  };
}

/** Real gaps are one family and synthetic ones another: made-up figures weigh on no real verdict. */
export function judgeApart(all: readonly Judgeable[]) {
  const only = (isMade: boolean) =>
    judge(all.map((one) => ((one?.basis === 'synthetic') === isMade ? one : undefined)));
  const [real, synthetic] = [only(false), only(true)];
  const judgements = all.map(
    (one, index) => (one?.basis === 'synthetic' ? synthetic : real).judgements[index],
  );
  return { judgements, real, synthetic };
}

function verdictOf(
  direction: 'higher' | 'lower' | 'not-distinguishable',
  polarity: Polarity | undefined,
): Gap['verdict'] {
  if (polarity === undefined || polarity === 'neutral') return 'not-compared';
  if (direction === 'not-distinguishable') return 'similar';
  return (direction === 'higher') === (polarity === 'higher-is-better') ? 'better' : 'worse';
}

const figureOf = ({ value, lower95 = value, upper95 = value }: Measured) => ({
  value,
  lower: lower95,
  upper: upper95,
});

const TEST =
  'Two-sided score test of two proportions at 5%, corrected for the number compared (Benjamini-Hochberg)';

export function comparisonFacts(
  { compared, expectedByChance }: Pick<Judgements, 'compared' | 'expectedByChance'>,
  against: string,
  roundedTo: number | null,
): GapComparisonFacts {
  const least = roundedTo === null ? '' : `, ${AT_LEAST_FAVOURABLE}`;
  return {
    against,
    test: compared > 0 ? TEST + least : 'None: there are no counts to compare',
    compared,
    expectedByChance,
    roundedTo,
  };
}
