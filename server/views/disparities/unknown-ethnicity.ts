/** People whose ethnicity was not recorded: how many, since when, and what that leaves open. Pure. */

import type { DisparitiesReply, DisparityGroup } from '../../contract/disparity-replies.ts';
import { comparePeriods } from '../../contract/periods.ts';
import type { Indicator } from '../../indicators/indicator.ts';
import type { Counted } from '../../judge/figures/counted.ts';
import type { PartFigure } from '../../judge/figures/part.ts';
import { unknownBounds } from '../../stats/unknown-bounds.ts';
import { spokenPolarityOf } from '../comparing/meaning.ts';
import { affectedShareOf, populationShareOf } from '../comparing/shares.ts';
import { percent } from '../writing/numbers-in-words.ts';
import { periodWords } from '../writing/words.ts';

type Unknown = NonNullable<DisparitiesReply['unknown']>;

export interface UnknownQuestion {
  readonly indicator: Indicator;
  readonly figure: PartFigure;
  readonly everyone: Counted | undefined;
  /** The same in every period there is: the unknown, everyone, and the groups where everyone has no figure. */
  readonly periods: readonly {
    readonly period: string;
    readonly unknown: Counted | undefined;
    readonly everyone: Counted | undefined;
  }[];
}

export function unknownEthnicity({ indicator, figure, everyone, periods }: UnknownQuestion): Unknown {
  const populationShare = populationShareOf(figure.counted, everyone);
  return {
    estimate: figure.estimate,
    populationShare,
    affectedShare: affectedShareOf(figure.counted, everyone, spokenPolarityOf(indicator)),
    trend: periods
      .toSorted((a, b) => comparePeriods(a.period, b.period))
      .map((one) => ({
        period: one.period,
        label: periodWords(indicator, one.period),
        populationShare: populationShareOf(one.unknown, one.everyone),
      })),
    // Nothing is said of figures made for demonstration.
    reading: everyone?.basis === 'synthetic' ? '' : readingOf(populationShare),
  };
}

function readingOf(share: number | null): string {
  if (share === null) return 'How many people have no recorded ethnicity is not shown.';
  return `For ${percent(share)} of the people counted no ethnicity was recorded; each group's true figure lies within the band beside it, whoever they are.`;
}

export function boundsOfGroup(
  group: Counted | undefined,
  unknown: Counted | undefined,
): Pick<DisparityGroup, 'bounds'> {
  if (group === undefined || unknown === undefined) return {};
  const { lower, upper } = unknownBounds(group, unknown);
  return { bounds: { lower: 100 * lower, upper: 100 * upper } };
}
