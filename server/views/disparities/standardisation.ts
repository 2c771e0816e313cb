/** Crude and age-standardised gaps side by side, and whether they disagree. Pure. */
import { ageBandLabel } from '../../contract/age-bands.ts';
import type { Answer } from '../../contract/answer.ts';
import type { DisparitiesReply, DisparityGroup } from '../../contract/disparity-replies.ts';
import type { Estimate } from '../../contract/estimate.ts';
import type { Gap, Measured } from '../../contract/gap.ts';
import type { Candidate } from '../../judge/candidate.ts';
import { standardisedCandidates } from '../../judge/candidates/of-standardised-groups.ts';
import { type Counted, lessReal, restOf } from '../../judge/figures/counted.ts';
import type { PartFigures } from '../../judge/figures/part.ts';
import {
  type CountedByAge,
  type Standardised,
  standardised,
  standardisedGap,
} from '../../judge/figures/standardised.ts';
import type { GroupQuestion } from '../../judge/groups/question.ts';
import { everybody, type References } from '../../judge/groups/reference.ts';
import { answerTo } from '../../judge/look-up.ts';
import { directionOf } from './group-gaps.ts';

export type StandardisedGroup = NonNullable<DisparityGroup['standardised']>;
type Facts = DisparitiesReply['standardisation'];

/** Standardised groups waiting for their verdicts. */
export interface OpenStandardisation {
  readonly bands: readonly string[];
  readonly groups: readonly {
    readonly own: Standardised | undefined;
    readonly difference: Measured | undefined;
  }[];
  readonly candidates: readonly Candidate[];
}

export function openStandardisation(
  question: GroupQuestion,
  figures: PartFigures,
  period: string,
  references: References,
): OpenStandardisation {
  const { breakdown } = question;
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
    candidates: standardisedCandidates(
      question,
      period,
      groups.map(({ gap }) => gap),
      references,
      basisOf(byBand.flatMap(({ counted }) => counted)),
    ),
  };
}

const basisOf = (counted: readonly (Counted | undefined)[]) =>
  counted.reduce<Counted['basis'] | undefined>(
    (basis, one) => (one === undefined ? basis : lessReal(basis ?? one.basis, one.basis)),
    undefined,
  );

export function closeStandardisation(
  { bands, groups, candidates }: OpenStandardisation,
  answers: ReadonlyMap<string, Answer>,
  crude: readonly { readonly estimate: Estimate; readonly direction: Gap['direction'] | undefined }[],
): { standardisation: Facts; groups: (StandardisedGroup | undefined)[] } {
  const answerAt = (place: number): Answer => {
    const candidate = candidates[place];
    if (candidate === undefined) throw new Error('every group is a candidate');
    return answerTo(candidate, answers);
  };
  const closed = groups.map(({ own, difference }, place): StandardisedGroup | undefined =>
    own === undefined
      ? undefined
      : {
          value: 100 * own.value,
          lower95: 100 * own.lower,
          upper95: 100 * own.upper,
          ...(difference !== undefined && { difference }),
          ...answerAt(place),
        },
  );
  if (closed.every((group) => group === undefined))
    return { standardisation: unavailable(bands), groups: closed };
  const byVerdict = crude.some(({ direction }, place) => {
    const adjusted = closed[place];
    return adjusted !== undefined && direction !== directionOf(adjusted, adjusted.difference?.value ?? 0);
  });
  const byOrder = !isSameOrder(crude, closed);
  return {
    standardisation: {
      available: true,
      reason: `European Standard Population 2013, over ${bands.map(ageBandLabel).join(', ')}; square-and-add intervals.`,
      disagrees: byVerdict || byOrder,
      reading: crude.some(isSyntheticRow) ? '' : readingOf(byVerdict, byOrder),
    },
    groups: closed,
  };
}

/** Nothing is said of figures made for demonstration. */
const isSyntheticRow = ({ estimate }: { readonly estimate: Estimate }) =>
  estimate.status === 'shown' && estimate.basis === 'synthetic';

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
