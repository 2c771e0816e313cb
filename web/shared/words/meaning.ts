/** What figures are about, as pages speak of it: what is counted, which end leads, and what is ever better or worse. Pure. */
import {
  type CountedNoun,
  labelOf,
  type Polarity,
  type Unit,
  units,
} from '../../../server/contract/dimensions.ts';
import type { Estimate } from '../../../server/contract/estimate.ts';
import { NOT_ADJUSTED } from '../../../server/contract/good-or-bad.ts';
import type { Meaning } from '../../../server/contract/meaning.ts';
import type { IndicatorSummary } from '../../../server/contract/replies.ts';
import { formatFraction, formatNumber } from './format.ts';

/** "887 of 6,467 households"; of a property of areas "0 of 8 small areas"; undefined where nothing is counted. */
export function sampleWords(estimate: Estimate, counted: CountedNoun | null): string | undefined {
  if (estimate.status !== 'shown') return undefined;
  const { numerator, denominator, smallAreas } = estimate;
  if (smallAreas !== undefined)
    return `${formatNumber(smallAreas.having, 0)} of ${formatNumber(smallAreas.all, 0)} small ${smallAreas.all === 1 ? 'area' : 'areas'}`;
  if (numerator === undefined || denominator === undefined || counted === null) return undefined;
  return `${formatFraction(numerator, denominator)} ${counted}`;
}

/** What a number is in, where it does not say it itself: "per 100,000", "years"; nothing of shares, and of counts their noun is known. */
export const unitWords = ({
  unit,
  scaleNote,
}: { readonly unit: Unit } & Pick<Meaning, 'scaleNote'>): string =>
  unit === 'percent' || unit === 'people' || (scaleNote !== null && ON_A_SCALE.includes(unit))
    ? ''
    : labelOf(units, unit);
/** "Value", or with its unit where the numbers below do not carry it: "Value, per 100,000". */
export const valueHead = (measure: Parameters<typeof unitWords>[0]) =>
  ['Value', unitWords(measure)].filter(Boolean).join(', ');

/** Their note says what a number means, better than the word. */
const ON_A_SCALE: readonly Unit[] = ['score', 'decile', 'unstated'];

type Scale = Pick<Meaning, 'scaleReversed'> & { readonly polarity: Polarity };

/** Whether lists begin with the lowest: where it is the worse end, or has most of what is measured. */
export const beginsLow = ({ scaleReversed, polarity }: Scale) =>
  scaleReversed || polarity === 'higher-is-better';

/** What every sentence about a figure ends with that depends on age and is not adjusted for it. */
export const adjustmentWords = ({ ageAdjusted }: Pick<Meaning, 'ageAdjusted'>) =>
  ageAdjusted === false ? `, ${NOT_ADJUSTED}` : '';

/** " (1 = among the most deprived tenth of England)": what high means, where the unit does not say it. */
export const scaleWords = ({ scaleNote }: Pick<Meaning, 'scaleNote'>) =>
  scaleNote === null ? '' : ` (${scaleNote.charAt(0).toLowerCase()}${scaleNote.slice(1)})`;

/** The name of an indicator, or a question about it, as a link or a choice has it: what is made for demonstration says so. */
export const markedSynthetic = (text: string, indicator: Pick<IndicatorSummary, 'basis'>) =>
  isOfficial(indicator) ? text : `${text} (synthetic)`;

/** Whether any figure of an indicator is not made for demonstration. */
export const isOfficial = ({ basis }: Pick<IndicatorSummary, 'basis'>) =>
  basis.some((one) => one !== 'synthetic');
