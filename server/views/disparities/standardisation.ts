/** Crude and age-standardised gaps side by side, and whether they disagree. Pure. */
import { ageBandLabel } from '../../contract/age-bands.ts';
import type { DisparitiesReply, DisparityGroup } from '../../contract/disparity-replies.ts';
import type { Estimate } from '../../contract/estimate.ts';
import type { Gap, Measured } from '../../contract/gap.ts';
import { restOf } from '../../judge/figures/counted.ts';
import type { PartFigures } from '../../judge/figures/part.ts';
import {
  type CountedByAge,
  type Standardised,
  standardised,
  standardisedGap,
} from '../../judge/figures/standardised.ts';
import type { GroupQuestion } from '../../judge/groups/question.ts';
import { everybody, type References } from '../../judge/groups/reference.ts';
import type { Judgeable, Judgement } from './gap-verdicts.ts';

export type StandardisedGroup = NonNullable<DisparityGroup['standardised']>;
type Facts = DisparitiesReply['standardisation'];

/** Standardised groups waiting for their verdicts. */
export interface OpenStandardisation {
  readonly bands: readonly string[];
  readonly groups: readonly {
    readonly own: Standardised | undefined;
    readonly difference: Measured | undefined;
  }[];
  readonly judgeables: readonly Judgeable[];
}

export function openStandardisation(
  { breakdown, indicator }: GroupQuestion,
  figures: PartFigures,
  period: string,
  references: References,
): OpenStandardisation {
  const byBand = breakdown.bandsAt(period).map(({ ageBand, groups, unknown, whole }) => {
    const counted = groups.map((part) => figures.of(part, period).counted);
    return {
      ageBand,
      counted,
      everyone: everybody(
        whole && figures.of(whole, period),
        counted,
        unknown === undefined ? [] : [figures.of(unknown, period).counted],
      ),
    };
  });
  const bands = byBand.map(({ ageBand }) => ageBand);
  const ofGroup = (place: number): CountedByAge =>
    byBand.map(({ ageBand, counted }) => ({ ageBand, counted: counted[place] }));
  const ofReference = (place: number): CountedByAge =>
    references.index === undefined
      ? byBand.map(({ ageBand, counted, everyone }) => {
          const own = counted[place];
          return { ageBand, counted: own && everyone && restOf(everyone, own) };
        })
      : ofGroup(references.index);
  const groups = breakdown.groups.map((_, place) => {
    const own = bands.length === 0 ? undefined : standardised(ofGroup(place));
    const { isReference, reason } = references.of(place);
    const other =
      own === undefined || isReference || reason !== undefined ? undefined : standardised(ofReference(place));
    return { own, gap: own && other && standardisedGap(own, other) };
  });
  return {
    bands,
    groups: groups.map(({ own, gap }) => ({ own, difference: gap?.difference })),
    judgeables: groups.map(({ gap }) => gap && { ...gap, polarity: indicator.polarity }),
  };
}

export function closeStandardisation(
  { bands, groups }: OpenStandardisation,
  judgements: readonly Judgement[],
  crude: readonly { readonly estimate: Estimate; readonly direction: Gap['direction'] | undefined }[],
): { standardisation: Facts; groups: (StandardisedGroup | undefined)[] } {
  const closed = groups.map(({ own, difference }, place): StandardisedGroup | undefined =>
    own === undefined
      ? undefined
      : {
          value: 100 * own.value,
          lower95: 100 * own.lower,
          upper95: 100 * own.upper,
          ...(difference !== undefined && { difference }),
          verdict: judgements[place]?.verdict ?? 'not-compared',
        },
  );
  if (closed.every((group) => group === undefined))
    return { standardisation: unavailable(bands), groups: closed };
  const byVerdict = crude.some(
    ({ direction }, place) => closed[place] !== undefined && direction !== judgements[place]?.direction,
  );
  const byOrder = !isSameOrder(crude, closed);
  return {
    standardisation: {
      available: true,
      reason: `European Standard Population 2013, over ${bands.map(ageBandLabel).join(', ')}; square-and-add intervals.`,
      disagrees: byVerdict || byOrder,
      reading: readingOf(byVerdict, byOrder),
    },
    groups: closed,
  };
}

function unavailable(bands: readonly string[]): Facts {
  const reason =
    bands.length === 0
      ? 'These groups are not published by age, so age differences between them are not allowed for.'
      : 'An age band of every group is withheld, missing or empty, so nothing can be standardised.';
  return { available: false, reason, disagrees: false, reading: '' };
}

function readingOf(byVerdict: boolean, byOrder: boolean): string {
  if (byVerdict)
    return 'Allowing for age changes a verdict: part of what looks like a gap, or hides one, is that the groups differ in age.';
  if (byOrder) return 'Allowing for age changes the order of the groups, but no verdict.';
  return 'Allowing for age changes neither a verdict nor the order of the groups.';
}

function isSameOrder(
  crude: readonly { readonly estimate: Estimate }[],
  closed: readonly (StandardisedGroup | undefined)[],
): boolean {
  const both = crude.flatMap(({ estimate }, place) => {
    const own = closed[place];
    return own === undefined || estimate.status !== 'shown'
      ? []
      : [{ crude: estimate.value, adjusted: own.value }];
  });
  const order = (of: (one: (typeof both)[number]) => number) =>
    both
      .map((_, place) => place)
      .sort((a, b) => of(both[a] as (typeof both)[number]) - of(both[b] as (typeof both)[number]))
      .join();
  return order((one) => one.crude) === order((one) => one.adjusted);
}
