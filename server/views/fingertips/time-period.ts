/** Periods as Fingertips writes and sorts them. Pure. */

import { yearsOfDay } from '../../contract/days.ts';
import { yearTypes } from '../../contract/fingertips/code-lists.ts';
import { parsePeriod } from '../../contract/periods.ts';
import type { Indicator } from '../../indicators/indicator.ts';
import { periodWords } from '../writing/words.ts';

interface TimePeriod {
  /** "2021", "2024/25", "2021 - 23", "2024/25 Q1", "up to 15 July 2021". */
  readonly label: string;
  /** A whole number in the order of time: year, quarter and month in two digits each; of days, year, month and day. */
  readonly sortable: number;
  /** "1y", "3y", "1q", "1m", "1d". */
  readonly range: string;
  readonly yearType: (typeof yearTypes)[keyof typeof yearTypes];
}

const YEAR = 10_000;
const QUARTER = 100;

export function timePeriod(indicator: Pick<Indicator, 'periodKind' | 'dates'>, period: string): TimePeriod {
  const [from = period, to = from] = period.split('--');
  const year = Number(period.slice(0, 4));
  const quarter = /-Q(\d)$/.exec(period)?.[1];
  const month = /-M(\d{2})$/.exec(from)?.[1];
  const day = /^\d{4}-(\d{2})-(\d{2})$/.exec(from);
  const words = indicator.dates?.[period] ?? (from === to ? undefined : spanWords(from, to));
  const label =
    quarter === undefined ? (words ?? periodWords(indicator, period)) : `${financial(from)} Q${quarter}`;
  const years = yearsOf(period);
  if (day !== null) {
    const sortable = year * YEAR + Number(day[1]) * QUARTER + Number(day[2]);
    return {
      label,
      sortable,
      range: from === to ? '1d' : `${years}y`,
      yearType: from === to ? yearTypes.day : yearTypes.span,
    };
  }
  if (month !== undefined)
    return {
      label,
      sortable: year * YEAR + Number(month),
      range: from === to ? '1m' : `${years}y`,
      yearType: from === to ? yearTypes.month : yearTypes.span,
    };
  if (quarter !== undefined)
    return {
      label,
      sortable: year * YEAR + Number(quarter) * QUARTER,
      range: '1q',
      yearType: yearTypes.financial,
    };
  const isFinancial = /^\d{4}-\d{2}$/.test(from);
  return {
    label,
    sortable: year * YEAR,
    range: `${years}y`,
    yearType: isFinancial ? yearTypes.financial : yearTypes.calendar,
  };
}

const financial = (period: string) => period.slice(0, 7).replace('-', '/');

/** "2021 - 23", "2021/22 - 23/24"; undefined of other spans, which say their days. */
function spanWords(from: string, to: string): string | undefined {
  if (/^\d{4}$/.test(from)) return `${from} - ${to.slice(2)}`;
  return /^\d{4}-\d{2}$/.test(from) ? `${financial(from)} - ${financial(to).slice(2)}` : undefined;
}

function yearsOf(period: string): number {
  const parsed = parsePeriod(period);
  if (parsed === undefined) return 1;
  return Math.max(1, Math.round(yearsOfDay(parsed.end) - yearsOfDay(parsed.start)));
}
