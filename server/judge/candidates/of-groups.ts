/** The groups of one question, each against its reference. Pure. */
import { type Candidate, candidateOf } from '../candidate.ts';
import { type Comparison, groupCode, stratumKeyOf } from '../comparison.ts';
import { type Counted, lessReal } from '../figures/counted.ts';
import {
  isAboveAll,
  MORE_THAN_ALL,
  WITHDRAWN,
  whyMissing,
  whyNoneOfSet,
} from '../figures/counted-estimate.ts';
import type { PartFigure } from '../figures/part.ts';
import { isTested, type TestOutcome, testOfCounted } from '../figures/two-figures.ts';
import type { GroupFigures } from '../groups/group-figures.ts';
import type { GroupQuestion } from '../groups/question.ts';
import type { ComparedGroup } from '../groups/reference.ts';

/**
 * The groups of one question, each against its reference. None is tested once one of them counts more people than its
 * population holds.
 *
 * @param question about the groups of one area.
 * @param period of the figures.
 * @param found the groups with their figures and references.
 * @returns one for each group, in its order; differences in percentage points.
 * @throws RangeError for counts that are no part of a whole.
 * @see Altman DG et al (2000) Statistics with Confidence, ch. 6 (independent groups).
 * @example groupCandidates(question, '2024-25', found).map(({ id, outcome }) => [id, outcome.difference.value]);
 *   // [['made-up:2024-25:all:E09000099.census-2021-5/asian:rest', -15], ['made-up:2024-25:all:E09000099.census-2021-5/white:rest', 15]]
 */
export function groupCandidates(
  question: GroupQuestion,
  period: string,
  { groups, references }: GroupFigures,
): Candidate[] {
  const reference = referenceCode(question, references.index);
  const ofSet = whyNoneOfSet(groups.map(({ estimate }) => estimate));
  return groups.map(({ id, estimate, counted }, place) => {
    const compared = references.of(place);
    const outcome = outcomeOf(question, { estimate, counted }, compared);
    return candidateOf({
      subject: question.indicator,
      comparison: groupComparison(question, period, id, reference),
      shape: groupShape(question, period, reference),
      outcome: ofSet !== undefined && isTested(outcome) ? { reason: ofSet } : outcome,
      basis: basisOf({ estimate, counted }, compared.counted),
    });
  });
}

/**
 * What is compared where a group is held against a reference.
 *
 * @param question about the groups of one area.
 * @param period of the figures.
 * @param group its code within the scheme, or number of the fifth.
 * @param reference as ids write it.
 * @returns the parts that its id is made of.
 * @example groupComparison(question, '2024-25', 'asian', 'rest'); // { area: 'E09000099', group: 'census-2021-5/asian', period: '2024-25' }
 */
export function groupComparison(
  { indicator, breakdown, area }: GroupQuestion,
  period: string,
  group: string,
  reference: string,
): Comparison {
  return {
    indicator: indicator.id,
    denominator: breakdown.stratum.denominator ?? '',
    period,
    stratum: stratumKeyOf(breakdown.stratum),
    area: area.code,
    group: groupCode(breakdown.facts, group),
    reference,
  };
}

/**
 * Groups of the same scheme, of every area of the same type: those a group is looked up among.
 *
 * @param question about the groups of one area.
 * @param period of the figures.
 * @param reference as ids write it.
 * @returns a key, equal for all of one list.
 * @example groupShape(question, '2024-25', 'rest'); // 'made-up  2024-25 all all all all borough ethnicGroup census-2021-5 rest'
 */
export function groupShape({ indicator, breakdown, area }: GroupQuestion, period: string, reference: string) {
  const { by, ethnicScheme, fifths } = breakdown.facts;
  const stratum = Object.values(stratumKeyOf(breakdown.stratum));
  const denominator = breakdown.stratum.denominator ?? '';
  const among = [by, by === 'ethnicGroup' ? ethnicScheme : fifths];
  return [indicator.id, denominator, period, ...stratum, area.type, ...among, reference].join(' ');
}

/**
 * A reference as ids write it. The largest group is named by what it is; the best one is not, for nothing is tested against
 * it.
 *
 * @param question with the reference asked for.
 * @param index place of the group that is the reference; undefined where everyone else is.
 * @returns `rest`, `best`, or the code of a group.
 * @example referenceCode({ ...question, reference: 'largest' }, 1); // 'census-2021-5/white'
 */
export function referenceCode({ reference, breakdown }: GroupQuestion, index: number | undefined): string {
  if (reference === 'rest' || reference === 'best') return reference;
  const id = index === undefined ? undefined : breakdown.groups[index]?.id;
  return id === undefined ? reference : groupCode(breakdown.facts, id);
}

const PICKED =
  'The best group is picked by the figures themselves, so a difference from it is shown and not tested.';

function outcomeOf({ reference }: GroupQuestion, own: PartFigure, compared: ComparedGroup): TestOutcome {
  const reason = untested(own, compared);
  if (reason !== undefined) return { reason };
  if (reference === 'best') return { reason: PICKED };
  if (own.counted === undefined || compared.counted === undefined)
    throw new Error('a gap that nothing speaks against has counts');
  return testOfCounted(own.counted, compared.counted);
}

/** Why a gap cannot be told; undefined where nothing speaks against a test. */
function untested({ estimate, counted }: PartFigure, compared: ComparedGroup): string | undefined {
  if (compared.isReference) return 'It is the reference itself.';
  if (estimate.status === 'withheld') return 'A gap is never shown from withheld counts.';
  if (estimate.status === 'withdrawn') return WITHDRAWN;
  if (estimate.status === 'missing') return whyMissing(estimate);
  if (compared.reason !== undefined) return compared.reason;
  if (isAboveAll(estimate)) return MORE_THAN_ALL;
  if (counted === undefined) return 'The figure comes without counts that could be compared.';
  if (compared.counted === undefined)
    return 'The figure it would be compared with is withheld, missing, withdrawn, or of nobody.';
  return undefined;
}

const basisOf = ({ estimate, counted }: PartFigure, other: Counted | undefined) =>
  counted !== undefined && other !== undefined
    ? lessReal(counted.basis, other.basis)
    : estimate.status === 'shown'
      ? estimate.basis
      : undefined;
