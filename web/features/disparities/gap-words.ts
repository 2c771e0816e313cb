/** How a gap is written, with its sign in words. Pure. */

import type { CountedNoun, Polarity } from '../../../server/contract/dimensions.ts';
import type { Gap, Measured } from '../../../server/contract/gap.ts';
import { bareFifth, residentsOf } from '../../../server/contract/group-words.ts';
import { inWords } from '../../../server/contract/phrases.ts';
import { writtenFigure, writtenInterval, writtenSigned } from '../../../server/contract/written-figures.ts';
import { formatNumber, type WrittenMeasure } from '../../shared/words/format.ts';

export const formatSigned = writtenSigned;

/** A size without its sign. */
const sizeOf = (value: number, decimals: number) => writtenFigure(Math.abs(value), { decimals });

/** "+4.2 (+3.1 to +5.3)"; the figure alone where it has no interval. */
export function signedWithLimits({ value, lower95, upper95 }: Measured, decimals: number): string {
  const text = formatSigned(value, decimals);
  if (lower95 === undefined || upper95 === undefined) return text;
  return `${text} (${formatSigned(lower95, decimals)} to ${formatSigned(upper95, decimals)})`;
}

/** "2.03 (1.98 to 2.08)". */
export function ratioWithLimits({ value, lower95, upper95 }: Measured): string {
  const text = writtenFigure(value, { decimals: 2 });
  if (lower95 === undefined || upper95 === undefined) return text;
  return `${text} (${writtenInterval(lower95, upper95, { decimals: 2 })})`;
}

/** "17.9 points higher (17.5 to 18.3)"; "0.0 points apart" where it is too small to write. */
export function differenceWords(
  { value, lower95, upper95 }: Measured,
  { decimals }: Pick<WrittenMeasure, 'decimals'>,
): string {
  // A difference too small to write takes no side; its limits say how far it may lie to either.
  const size = formatNumber(Math.abs(value), decimals);
  const limits = [lower95 ?? value, upper95 ?? value] as const;
  const sameSide = limits[0] > 0 === limits[1] > 0;
  const interval =
    lower95 === undefined || upper95 === undefined
      ? ''
      : sameSide
        ? ` (${[Math.abs(lower95), Math.abs(upper95)]
            .sort((a, b) => a - b)
            .map((end) => sizeOf(end, decimals))
            .join(' to ')})`
        : ` (${sideWords(lower95, decimals)} to ${sideWords(upper95, decimals)})`;
  if (Number(size) === 0) return `${size} points apart${interval}`;
  return `${size} ${Number(size) === 1 ? 'point' : 'points'} ${value > 0 ? 'higher' : 'lower'}${interval}`;
}

const sideWords = (value: number, decimals: number) =>
  `${sizeOf(value, decimals)} ${value > 0 ? 'higher' : 'lower'}`;

/** As sentences say it: two figures that matter below a thousand, three above. */
export function roundedPeople(people: number): string {
  const size = Math.abs(Math.round(people));
  if (size < 100) return formatNumber(size, 0);
  const step = 10 ** (Math.floor(Math.log10(size)) - (size < 1000 ? 1 : 2));
  return formatNumber(Math.round(size / step) * step, 0);
}

/** Above zero where there are more with the outcome than at the level of the reference. */
const moreOf = (people: number, polarity: Polarity) => (polarity === 'higher-is-better' ? -people : people);
const moreOrFewer = (more: number) => (more < 0 ? 'fewer' : 'more');

/** "13,829 more (13,540 to 14,118)": people with the outcome, beside how many there would be without a gap. */
export function peopleWords({ value, lower95, upper95 }: Measured, polarity: Polarity): string {
  const write = (people: number) => formatNumber(Math.abs(Math.round(people)), 0);
  const more = moreOf(value, polarity);
  const text = Math.round(value) === 0 ? '0' : `${write(value)} ${moreOrFewer(more)}`;
  if (lower95 === undefined || upper95 === undefined) return text;
  const ends = [moreOf(lower95, polarity), moreOf(upper95, polarity)].sort(
    (a, b) => Math.abs(a) - Math.abs(b),
  );
  const [near = 0, far = 0] = ends;
  if (near < 0 === far < 0) return `${text} (${write(near)} to ${write(far)})`;
  const [least = 0, most = 0] = ends.toSorted((a, b) => a - b);
  return `${text} (${write(least)} fewer to ${write(most)} more)`;
}

/** "about 13,800 (13,500 to 14,100) more people than if the group were level with everyone else". */
export function peopleSentence(gap: Gap, polarity: Polarity, counted: CountedNoun): string | undefined {
  const { people, reference } = gap;
  if (people === undefined || reference === undefined || Math.round(people.value) === 0) return undefined;
  return `${peopleSize(people, polarity, counted)} than if the group were level with ${groupName(reference.label, counted)}`;
}

/** "about 13,800 (13,500 to 14,100) more people"; "between about 180 fewer and 60 more people". */
export function peopleSize(
  { value, lower95, upper95 }: Measured,
  polarity: Polarity,
  counted: CountedNoun,
): string {
  const more = moreOf(value, polarity);
  const ends = [lower95 ?? value, upper95 ?? value].map((end) => moreOf(end, polarity)).sort((a, b) => a - b);
  const [least = more, most = more] = ends;
  if (least < 0 && most > 0)
    return `between about ${roundedPeople(least)} fewer and ${roundedPeople(most)} more ${counted}`;
  const [near, far] = more < 0 ? [most, least] : [least, most];
  const interval = lower95 === undefined ? '' : ` (${roundedPeople(near)} to ${roundedPeople(far)})`;
  return `about ${roundedPeople(value)}${interval} ${moreOrFewer(more)} ${counted}`;
}

/** The name of a group within its scheme: "Bangladeshi" of "Asian: Bangladeshi", "Asian" of "Asian, Asian British or Asian Welsh". */
function ownName(label: string): string {
  const own = label.split(': ').at(-1) ?? label;
  if (/^(English, |British$)/.test(own)) return 'White British';
  return (own.split(',')[0] ?? own)
    .replace(/ or Multiple( ethnic groups)?$/, '')
    .replace(/^Any other (.*) background$/, 'Other $1');
}

/** As titles and sentences name a group: "Black residents", "the most deprived fifth of small areas in England". */
export const groupName = residentsOf;

/**
 * Groups side by side: "Black and Asian residents", "the most deprived fifth and the middle fifth of wards in Ashbury"; where
 * not all are named alike, each by its own words.
 */
export function groupNames(labels: readonly string[], counted?: CountedNoun): string {
  const names = labels.map((label) => groupName(label, counted));
  const [last = ''] = names.slice(-1);
  const [shared] = / (?:residents|households)$| of (wards|small areas) in .*$/.exec(last) ?? [];
  if (shared === undefined || !names.every((name) => name.endsWith(shared))) return inWords(names);
  return `${inWords(names.map((name) => name.slice(0, -shared.length)))}${shared}`;
}

/** Short enough for the head of a column: "Other", "Most" of the most deprived fifth. */
export const columnName = (label: string) =>
  ownName(bareFifth(label))
    .replace(/ ethnic group$/, '')
    .replace(/^Second (most|least) deprived fifth$/, '2nd $1')
    .replace(/^(Most|Middle|Least)( deprived)? fifth$/, '$1');
