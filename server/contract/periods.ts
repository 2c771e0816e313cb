/**
 * Periods as the contract writes them: `2021`, `2021-07-15`, `2024-25`, `2024-25-Q1`, a month as SDMX has it, `2024-M05`,
 * since `2011-12` is a financial year, and from the first day of one to the last of another: `2023--2025`,
 * `2021-22--2023-24`, `2022-M10--2023-M09`, `2024-11-16--2025-11-15`.
 */

const YEAR = '\\d{4}';
const FINANCIAL = '\\d{4}-\\d{2}';
const MONTH = '\\d{4}-M\\d{2}';
const DAY = '\\d{4}-\\d{2}-\\d{2}';
const SPANS = [YEAR, FINANCIAL, MONTH, DAY].map((form) => `${form}--${form}`);
export const PERIOD_PATTERN = `^(latest|${[YEAR, DAY, FINANCIAL, '\\d{4}-\\d{2}-Q[1-4]', MONTH, ...SPANS].join('|')})$`;
const SPAN = new RegExp(`^(?:${SPANS.join('|')})$`);

export interface Period {
  readonly id: string;
  /** First and last day, as YYYY-MM-DD; the order of periods is the order of their last days. */
  readonly start: string;
  readonly end: string;
  readonly label: string;
}

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);
const pad = (n: number) => String(n).padStart(2, '0');

/** Replies sort the same few periods over and over; what anybody asks for must not fill the memory. */
const known = new Map<string, Period | undefined>();
const MOST_KNOWN = 4096;

/** Reads a period; undefined where the text is none (month 13, a financial year 2024-26, an end before its start). */
export function parsePeriod(id: string): Period | undefined {
  if (known.has(id)) return known.get(id);
  if (known.size >= MOST_KNOWN) known.clear();
  const period = readPeriod(id);
  known.set(id, period);
  return period;
}

function readPeriod(id: string): Period | undefined {
  const year = /^(\d{4})$/.exec(id);
  if (year) return { id, start: `${id}-01-01`, end: `${id}-12-31`, label: id };
  const day = /^(\d{4})-(\d{2})-(\d{2})$/.exec(id);
  if (day) {
    const date = new Date(`${id}T00:00:00Z`);
    if (Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== id) return undefined;
    return { id, start: id, end: id, label: `${Number(day[3])} ${MONTHS[Number(day[2]) - 1]} ${day[1]}` };
  }
  const month = /^(\d{4})-M(\d{2})$/.exec(id);
  if (month) return monthOf(id, Number(month[1]), Number(month[2]));
  if (SPAN.test(id)) return spanOf(id);
  const financial = /^(\d{4})-(\d{2})(?:-Q([1-4]))?$/.exec(id);
  if (financial === null || Number(financial[2]) !== (Number(financial[1]) + 1) % 100) return undefined;
  const from = Number(financial[1]);
  const words = `${from}/${financial[2]}`;
  if (financial[3] === undefined)
    return { id, start: `${from}-04-01`, end: `${from + 1}-03-31`, label: words };
  const quarter = Number(financial[3]);
  const first = (quarter * 3 + 1) % 12;
  const inYear = quarter === 4 ? from + 1 : from;
  const lastDay = new Date(Date.UTC(inYear, first + 2, 0)).getUTCDate();
  return {
    id,
    start: `${inYear}-${pad(first)}-01`,
    end: `${inYear}-${pad(first + 2)}-${lastDay}`,
    label: `${MONTHS[first - 1]} to ${MONTHS[first + 1]} ${inYear}`,
  };
}

/** From the first day of one period to the last of another of the same form. */
function spanOf(id: string): Period | undefined {
  const [from, to] = id.split('--').map(readPeriod);
  if (from === undefined || to === undefined || to.start < from.start) return undefined;
  return { id, start: from.start, end: to.end, label: `${from.label} to ${to.label}` };
}

function monthOf(id: string, year: number, month: number): Period | undefined {
  if (month < 1 || month > 12) return undefined;
  const lastDay = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return {
    id,
    start: `${year}-${pad(month)}-01`,
    end: `${year}-${pad(month)}-${lastDay}`,
    label: `${MONTHS[month - 1]} ${year}`,
  };
}

/** Sorts oldest first: by last day, the shorter period before the longer. */
export function comparePeriods(a: string, b: string): number {
  const [first, second] = [parsePeriod(a), parsePeriod(b)];
  if (first === undefined || second === undefined) return a < b ? -1 : a > b ? 1 : 0;
  return first.end.localeCompare(second.end) || second.start.localeCompare(first.start);
}
