import { bases, labelOf, type Verdict, verdicts } from '../../../server/contract/dimensions.ts';
import type { ComparedAreaEstimate, Estimate } from '../../../server/contract/estimate.ts';
import { lowerFirst } from '../../../server/contract/phrases.ts';
import type { IndicatorAreasReply } from '../../../server/contract/replies.ts';
import { labelOfReason } from '../../../server/contract/without-figure.ts';
import { formatInterval, formatValue, gapSideWords, type WrittenMeasure } from './format.ts';

/** A figure, or the words that stand in its place: zero, withheld, missing and nobody to count are different things. */
export function valueWords(estimate: Estimate, measure: WrittenMeasure): string {
  if (estimate.status === 'shown') return formatValue(estimate.value, measure);
  return labelOfReason(estimate);
}

export function intervalWords(estimate: Estimate, measure: WrittenMeasure): string {
  if (estimate.status !== 'shown' || estimate.lower95 === undefined || estimate.upper95 === undefined)
    return '–';
  return formatInterval(estimate.lower95, estimate.upper95, measure);
}

export const basisWords = (estimate: Estimate) =>
  estimate.status === 'shown' ? labelOf(bases, estimate.basis) : '–';

/** Read out for an area of the map: "Faraday, 83.0%, worse"; "..., not beyond chance, could be chance". */
export function spokenFigure(area: ComparedAreaEstimate, measure: WrittenMeasure): string {
  const verdict = area.verdict === 'not-compared' ? [] : [labelOf(verdicts, area.verdict).toLowerCase()];
  const chance = area.couldBeChance ? ['could be chance'] : [];
  return [area.name, valueWords(area, measure), ...verdict, ...chance].join(', ');
}

const comparisons: Record<Exclude<Verdict, 'not-compared'>, string> = {
  better: 'Better than',
  worse: 'Worse than',
  higher: 'Higher than',
  lower: 'Lower than',
  similar: 'Not beyond chance against',
};

/** "the rest of the place", without the colon's further words, which the caption of the legend has. */
export const shortAgainst = (against: string) => against.split(':')[0] ?? against;

/** Why nothing was tested, in a sentence that follows "Not tested:". */
export const untestedReason = (test: string) =>
  `${lowerFirst(test.replace(/^None[.:] /, '').replace(/\.$/, ''))}.`;

/** The verdict as a sentence, with the size of the gap and, where it matters, how many were compared. */
export function verdictSentence(
  area: ComparedAreaEstimate,
  comparison: IndicatorAreasReply['comparison'],
  measure: WrittenMeasure,
): string {
  if (area.verdict === 'not-compared') return `Not tested. ${area.untested ?? comparison.test}`;
  const side = area.gap === undefined ? '' : gapSideWords(area.gap, measure);
  const gap = side === '' ? '' : `, ${side}`;
  const chance = area.couldBeChance ? ` It could be chance: ${area.compared} were compared.` : '';
  const rounded =
    comparison.roundedTo === null || area.verdict === 'similar'
      ? ''
      : ' It holds at the least favourable counts that round to those shown.';
  return `${comparisons[area.verdict]} ${shortAgainst(comparison.against)}${gap}.${chance}${rounded}`;
}

/** The bases of the figures of one picture, most frequent first. */
export function basesOf(areas: readonly Estimate[]): string[] {
  const counts = Map.groupBy(
    areas.flatMap((area) => (area.status === 'shown' ? [area.basis] : [])),
    (basis) => basis,
  );
  return [...counts].sort((a, b) => b[1].length - a[1].length).map(([basis]) => basis);
}
