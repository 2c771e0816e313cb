/**
 * The period words of every publisher, as the contract writes periods. Words are read into a first and a last day; those
 * name the period, so that "04/2022 - 03/2023" and "2022/23" are one. Pure.
 */
import { parsePeriod } from '../contract/periods.ts';

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

interface Days {
  /** As YYYY-MM-DD. */
  readonly start: string;
  readonly end: string;
}

/**
 * Whether an indicator counts anew in each period, or so far since a fixed day. "2023/24 Q3" is three months of the one
 * and a day, the last of December, of the other: only the indicator can say which.
 */
export type Counting = 'anew' | 'so-far';

/** @returns undefined where the words are no period: nobody guesses what they could mean. */
export function periodOfWords(words: string, counting: Counting = 'anew'): string | undefined {
  const text = plain(words);
  const days = daysOf(text);
  if (days === undefined) return undefined;
  if (counting === 'so-far' && QUARTER.test(text)) return days.end;
  return nameOf(days);
}

/** What would be right where words are no period, for messages. */
export const PERIOD_EXAMPLES =
  '2024, 2023/24, 2023 - 25, 2021/22 - 23/24, 2023/24 Q3, Aug 2019 or Oct 2022 - Sep 2023';

/** No-break spaces and dashes of every kind are for looks only. */
const plain = (words: string): string =>
  words
    .replaceAll(/[\s\u00a0\u2007\u202f]+/g, ' ')
    .replaceAll(/[\u2010-\u2015\u2212]/g, '-')
    .trim();

const QUARTER = /\bQ[1-4]\b/;

function daysOf(text: string): Days | undefined {
  return partOf(text.replace(/ revised$/i, '')) ?? isoInterval(text) ?? spanOf(text);
}

/** "2015 - 17", "2021/22 - 23/24", "Oct 2022 - Sep 2023", "2021/22 Q1 - 2022/23 Q3", "8th December 2020 to 14th March 2021". */
function spanOf(text: string): Days | undefined {
  // Without spaces two years of one form: 2015-17 is three years, 2016-17 is one and was read as one already.
  const [, first = '', last = ''] =
    /^(\d{4}) ?- ?(\d{2}|\d{4})$/.exec(text) ?? /^(.+?) (?:-|to) (.+)$/.exec(text) ?? [];
  const whole = /^\d{2}(?:\/\d{2})?$/.test(last) ? `${centuryOf(first, last)}${last}` : last;
  const [from, to] = [partOf(first), partOf(whole)];
  if (from === undefined || to === undefined || formOf(first) !== formOf(whole)) return undefined;
  const days = { start: from.start, end: to.end };
  return to.start < from.start || monthsIn(days) > LONGEST_MONTHS ? undefined : days;
}

/** Nobody pools more than ten years; what seems to has its years mistyped. */
const LONGEST_MONTHS = 120;

/** Of the two last digits of a year that does not lie before the first. */
function centuryOf(first: string, last: string): string {
  const century = Number(first.slice(0, 2));
  return String(Number(last.slice(0, 2)) < Number(first.slice(2, 4)) ? century + 1 : century);
}

type Read = (groups: readonly string[]) => Days | undefined;

/** One period by itself, by the form of its words. */
const PARTS: readonly (readonly [RegExp, Read])[] = [
  [/^(\d{4})$/, ([year = '']) => monthsFrom(Number(year), 1, 12)],
  [/^(?:financial year )?(\d{4})[/-](\d{2}|\d{4})$/i, ([from = '', to = '']) => yearFrom(from, to, 4)],
  [/^financial year ending (?:March )?(\d{4})$/i, ([year = '']) => monthsFrom(Number(year) - 1, 4, 12)],
  [/^(?:school|academic) year (\d{4})[/-](\d{2}|\d{4})$/i, ([from = '', to = '']) => yearFrom(from, to, 9)],
  // Of a financial year the first quarter begins in April, of a calendar year in January.
  [
    /^(\d{4})[/-](\d{2}),? (?:Q|Quarter )([1-4])$/i,
    ([from = '', to = '', quarter]) =>
      yearFrom(from, to, 4) && monthsFrom(Number(from), 1 + 3 * Number(quarter), 3),
  ],
  [/^(\d{4}) Q([1-4])$/i, ([year, quarter]) => monthsFrom(Number(year), 3 * Number(quarter) - 2, 3)],
  [/^(\d{1,2})\/(\d{4})$/, ([month, year]) => monthsFrom(Number(year), Number(month), 1)],
  [
    /^([A-Z][a-z]+)[ -](\d{4}|\d{2})$/,
    ([name = '', year = '']) =>
      monthsFrom(Number(year.length === 2 ? `20${year}` : year), monthNamed(name), 1),
  ],
  [/^(\d{1,2})\/(\d{1,2})\/(\d{4})$/, ([day, month, year]) => dayOf(year, Number(month), day)],
  [/^(\d{4})-(\d{2})-(\d{2})$/, ([year, month, day]) => dayOf(year, Number(month), day)],
  [
    /^(?:as at )?(\d{1,2})(?:st|nd|rd|th)? ([A-Z][a-z]+) (\d{4})$/i,
    ([day, name = '', year]) => dayOf(year, monthNamed(name), day),
  ],
];

const formOf = (text: string) => PARTS.find(([form]) => form.test(text));

function partOf(text: string): Days | undefined {
  const [form, read] = formOf(text) ?? [];
  return read?.(form?.exec(text)?.slice(1) ?? []);
}

/** ISO 8601: "2022-01-01/P3Y" is three years from that day. */
function isoInterval(text: string): Days | undefined {
  const [, day, number, unit] = /^(\d{4}-\d{2}-\d{2})\/P(\d{1,2})([YM])$/.exec(text) ?? [];
  if (day === undefined || Number(number) === 0) return undefined;
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const months = Number(number) * (unit === 'Y' ? 12 : 1);
  return dayOf(String(year), month, String(date)) && { start: day, end: iso(year, month + months, date - 1) };
}

/** A year that begins in a month of one calendar year and ends in the next: 2023/24, never 2023/25. */
function yearFrom(from: string, to: string, month: number): Days | undefined {
  const next = String(Number(from) + 1);
  return next === to || next.slice(2) === to ? monthsFrom(Number(from), month, 12) : undefined;
}

/** Months above 12 lie in the next year. */
function monthsFrom(year: number, month: number, count: number): Days | undefined {
  if (month < 1 || (count === 1 && month > 12)) return undefined;
  return { start: iso(year, month, 1), end: iso(year, month + count, 0) };
}

function dayOf(year: string | undefined, month: number, day: string | undefined): Days | undefined {
  const id = `${year}-${String(month).padStart(2, '0')}-${day?.padStart(2, '0')}`;
  return parsePeriod(id) && { start: id, end: id };
}

/** By its whole name or its first three letters; 0 where there is none. */
const monthNamed = (name: string): number => {
  const number = MONTHS.findIndex((short) => name.slice(0, 3).toLowerCase() === short.toLowerCase()) + 1;
  const whole = new Date(Date.UTC(2000, number - 1, 1)).toLocaleString('en-GB', {
    month: 'long',
    timeZone: 'UTC',
  });
  return ['', 'Sept', MONTHS[number - 1], whole].some((known) => known?.toLowerCase() === name.toLowerCase())
    ? number
    : 0;
};

const iso = (year: number, month: number, day: number): string =>
  new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10);

/** The shortest name the contract has for all days from the first to the last. */
function nameOf({ start, end }: Days): string | undefined {
  const [from, to] = [start.slice(0, 4), end.slice(0, 4)];
  const financial = (year: string) => `${year}-${String((Number(year) + 1) % 100).padStart(2, '0')}`;
  const month = (day: string) => `${day.slice(0, 4)}-M${day.slice(5, 7)}`;
  const names = [
    from,
    financial(from),
    ...[1, 2, 3, 4].map((quarter) => `${financial(quarterYear(start))}-Q${quarter}`),
    month(start),
    start,
    `${from}--${to}`,
    `${financial(from)}--${financial(String(Number(to) - 1))}`,
    `${month(start)}--${month(end)}`,
    `${start}--${end}`,
  ];
  return names.find((name) => {
    const period = parsePeriod(name);
    return period?.start === start && period.end === end;
  });
}

/** The financial year a day lies in, by the year it begins in. */
const quarterYear = (day: string): string =>
  String(Number(day.slice(0, 4)) - (day.slice(5, 7) < '04' ? 1 : 0));

/** Words among others, as titles of sheets and names of files have them. */

/** The last day of "Period: 8th December 2020 to 14th March 2021": what is counted up from the first is as at the last. */
export function lastDayInWords(text: string): string | undefined {
  return spanOf(plain(text))?.end;
}

/** The quarter named in "England - 2016/17, Quarter 1" or "... aged up to 5 years: October to December 2024". */
export function quarterInWords(text: string): string | undefined {
  const numbered = /\b(20\d\d\/\d\d,? (?:Quarter |Q)[1-4])\b/i.exec(plain(text))?.[1];
  if (numbered !== undefined) return periodOfWords(numbered);
  const [, from, to, year] = /\b([A-Z][a-z]+) to ([A-Z][a-z]+) (20\d\d)\b/.exec(plain(text)) ?? [];
  const period = periodOfWords(`${from} ${year} - ${to} ${year}`);
  return period !== undefined && /-Q[1-4]$/.test(period) ? period : undefined;
}

/** The day in the name of a file: msoa_2021-07-15.csv, or ...-vaccinations-18-March-2021.xlsx. */
export function dayInName(name: string): string | undefined {
  const words = /(?<!\d)(\d{1,2})[-_ ]([A-Z][a-z]+)[-_ ](\d{4})(?!\d)/.exec(name)?.slice(1).join(' ');
  return periodOfWords(/(?<!\d)\d{4}-\d{2}-\d{2}(?!\d)/.exec(name)?.[0] ?? words ?? '');
}

/** The quarter in the name of a file: 2016_2017_Q1.xlsx, cover-2024-25-Q4.ods. */
export function quarterInName(name: string): string | undefined {
  const [, from, to, quarter] = /(?<!\d)(20\d\d)[-_](?:20)?(\d\d)[-_ ]Q([1-4])(?!\d)/i.exec(name) ?? [];
  return from === undefined ? undefined : periodOfWords(`${from}/${to} Q${quarter}`);
}

/** The financial year in the name of a file: qof_prevalence_2019_20.csv. */
export function yearInName(name: string): string | undefined {
  const [, from, to] = /(?<!\d)(20\d\d)[-_](\d\d)(?!\d)/.exec(name) ?? [];
  return from === undefined ? undefined : periodOfWords(`${from}/${to}`);
}

/**
 * Whether Fingertips' sortable form of a period (YYYYQQMM, its first year, quarter or month) and its length ("1y", "3y",
 * "1q", "1m") speak of the same period as its words. Empty ones say nothing.
 */
export function agreesWithSortable(words: string, sortable: string, range: string): boolean {
  const days = daysOf(plain(words));
  if (days === undefined) return false;
  const [, year, quarter, month] = /^(\d{4})(\d{2})(\d{2})$/.exec(sortable) ?? [];
  const startMonth = Number(days.start.slice(5, 7));
  const agrees =
    sortable === '' ||
    (year === plain(words).match(/\d{4}/)?.[0] &&
      (month === '00' || Number(month) === startMonth) &&
      (quarter === '00' ||
        plain(words).includes(`Q${Number(quarter)}`) ||
        Number(quarter) === Math.ceil(startMonth / 3)));
  const [, number, unit = ''] = /^(\d{1,2})([yqm])$/i.exec(range) ?? [];
  const months = { y: 12, q: 3, m: 1 }[unit.toLowerCase()] ?? 0;
  return agrees && (range === '' || Number(number) * months === monthsIn(days));
}

function monthsIn({ start, end }: Days): number {
  const after = iso(Number(end.slice(0, 4)), Number(end.slice(5, 7)), Number(end.slice(8, 10)) + 1);
  return (
    12 * (Number(after.slice(0, 4)) - Number(start.slice(0, 4))) +
    Number(after.slice(5, 7)) -
    Number(start.slice(5, 7))
  );
}
