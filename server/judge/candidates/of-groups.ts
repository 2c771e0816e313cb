/** The groups of one question, each against its reference. Pure. */
import { type Candidate, candidateOf } from '../candidate.ts';
import { type Comparison, groupCode, stratumKeyOf } from '../comparison.ts';
import { type Counted, lessReal } from '../figures/counted.ts';
import { whyMissing } from '../figures/counted-estimate.ts';
import type { PartFigure } from '../figures/part.ts';
import { type Outcome, testOfCounted } from '../figures/two-figures.ts';
import type { GroupFigures } from '../groups/group-figures.ts';
import type { GroupQuestion } from '../groups/question.ts';
import type { Compared } from '../groups/reference.ts';

/** One for each group of the question, in its order. */
export function groupCandidates(
  question: GroupQuestion,
  period: string,
  { groups, references }: GroupFigures,
): Candidate[] {
  const reference = referenceCode(question, references.index);
  return groups.map(({ id, estimate, counted }, place) => {
    const compared = references.of(place);
    return candidateOf({
      subject: question.indicator,
      comparison: groupComparison(question, period, id, reference),
      shape: groupShape(question, period, reference),
      outcome: outcomeOf(question, { estimate, counted }, compared),
      basis: basisOf({ estimate, counted }, compared.counted),
    });
  });
}

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

/** Groups of the same scheme, of every area of the same type. */
export function groupShape({ indicator, breakdown, area }: GroupQuestion, period: string, reference: string) {
  const { by, ethnicScheme, fifths } = breakdown.facts;
  const stratum = Object.values(stratumKeyOf(breakdown.stratum));
  const denominator = breakdown.stratum.denominator ?? '';
  const among = [by, by === 'ethnicGroup' ? ethnicScheme : fifths];
  return [indicator.id, denominator, period, ...stratum, area.type, ...among, reference].join(' ');
}

/** The largest group is named by what it is; the best one is not, for nothing is tested against it. */
export function referenceCode({ reference, breakdown }: GroupQuestion, index: number | undefined): string {
  if (reference === 'rest' || reference === 'best') return reference;
  const id = index === undefined ? undefined : breakdown.groups[index]?.id;
  return id === undefined ? reference : groupCode(breakdown.facts, id);
}

const PICKED =
  'The best group is picked by the figures themselves, so a difference from it is shown and not tested.';

function outcomeOf({ reference }: GroupQuestion, own: PartFigure, compared: Compared): Outcome {
  const reason = untested(own, compared);
  if (reason !== undefined) return { reason };
  if (reference === 'best') return { reason: PICKED };
  if (own.counted === undefined || compared.counted === undefined)
    throw new Error('a gap that nothing speaks against has counts');
  return testOfCounted(own.counted, compared.counted);
}

/** Why a gap cannot be told, where it cannot. */
export function untested({ estimate, counted }: PartFigure, compared: Compared): string | undefined {
  if (compared.isReference) return 'It is the reference itself.';
  if (estimate.status === 'withheld') return 'A gap is never shown from withheld counts.';
  if (estimate.status === 'missing') return whyMissing(estimate);
  if (compared.reason !== undefined) return compared.reason;
  if (counted === undefined) return 'The figure comes without counts that could be compared.';
  if (compared.counted === undefined)
    return 'The figure it would be compared with is withheld, missing, or of nobody.';
  return undefined;
}

const basisOf = ({ estimate, counted }: PartFigure, other: Counted | undefined) =>
  counted !== undefined && other !== undefined
    ? lessReal(counted.basis, other.basis)
    : estimate.status === 'shown'
      ? estimate.basis
      : undefined;
