/** Which wards to look at first, and what for. Pure. */
import { labelOfAge } from '../../contract/ages.ts';
import { type HomeReply, MOST_WARDS } from '../../contract/home-reply.ts';
import { countWords } from '../../contract/phrases.ts';
import { nameWords, relativeSize } from '../writing/figure-words.ts';
import type { WardFigure } from './ward-figures.ts';

type Ward = HomeReply['wards'][number];

export const wardsRule = (place: string): string =>
  `Chosen by count: wards worse than the rest of ${place}, beyond chance, on the most outcomes and services; at equal counts the one better on fewer comes first. Real figures alone; causes, and what is not adjusted for age, are not counted.`;

/** The wards worse on most, each outcome counted once however many groups of people it is held for. */
export function wardsToLookAt(figures: readonly WardFigure[]): Ward[] {
  const byWard = Map.groupBy(
    figures.filter(({ verdict }) => verdict !== 'not-compared'),
    ({ ward }) => ward.code,
  );
  return [...byWard.values()]
    .flatMap(wardOf)
    .toSorted((a, b) => b.worse - a.worse || a.better - b.better || a.name.localeCompare(b.name, 'en-GB'))
    .slice(0, MOST_WARDS);
}

function wardOf(own: readonly WardFigure[]): Ward[] {
  const widestOf = (verdict: WardFigure['verdict']) => [
    ...new Map(
      own
        .filter((one) => one.verdict === verdict)
        .toSorted((a, b) => sizeOf(a) - sizeOf(b))
        .map((one) => [one.row.indicator, one] as const),
    ).values(),
  ];
  const [first] = own;
  const worse = widestOf('worse');
  if (first === undefined || worse.length === 0) return [];
  const total = new Set(own.map(({ row }) => row.indicator)).size;
  const { code, name } = first.ward;
  return [
    {
      code,
      name,
      worse: worse.length,
      better: widestOf('better').length,
      compared: total,
      text: `Worse on ${countWords(worse.length)} of ${countWords(total)}: ${datedNames(worse)}.`,
    },
  ];
}

const sizeOf = ({ gap = 0, estimate }: WardFigure) => relativeSize(gap, estimate);

/** "First COVID-19 dose, 65 and over; second COVID-19 dose, 65 and over (up to 15 July 2021, 5 years ago)": each period is said once. */
function datedNames(some: readonly WardFigure[]): string {
  const byPeriod = Map.groupBy(some, ({ row }) => labelOfAge(row.periodLabel, row.age));
  return [...byPeriod]
    .map(([period, own]) => `${own.map(({ row }) => nameWords(row)).join('; ')} (${period})`)
    .join('; ');
}
