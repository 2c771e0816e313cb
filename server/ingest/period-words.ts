/** Periods as publishers of borough indicators write them, as the contract writes them. */
import { parsePeriod } from '../contract/periods.ts';

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
const pad = (n: number) => String(n).padStart(2, '0');
const yearEnd = (from: string) => pad((Number(from) + 1) % 100);

/** Undefined where the words are none of: 2024, 2019 revised, 2023/24, 2015 - 17, 2021/22 Q1 - 2022/23 Q3, 04/2022 - 03/2023, Sep-23. */
export function periodOfWords(words: string): string | undefined {
  const period = read(words.trim());
  return period !== undefined && parsePeriod(period) !== undefined ? period : undefined;
}

function read(words: string): string | undefined {
  const year = /^(\d{4})(?: revised)?$/.exec(words);
  if (year !== null) return year[1];
  const financial = /^(\d{4})[/-](\d{2})$/.exec(words);
  if (financial !== null) return `${financial[1]}-${financial[2]}`;
  const pooled = /^(\d{4}) ?- ?(\d{2}|\d{4})$/.exec(words);
  if (pooled !== null)
    return `${pooled[1]}--${pooled[1]?.slice(0, 4 - (pooled[2]?.length ?? 0))}${pooled[2]}`;
  // Counted from the first quarter: as at the last day of the last one.
  const cumulative = /^(?:\d{4}\/\d{2} Q[1-4] - )?(\d{4})\/(\d{2}) Q([1-4])$/.exec(words);
  if (cumulative !== null) return parsePeriod(`${cumulative[1]}-${cumulative[2]}-Q${cumulative[3]}`)?.end;
  const twelveMonths = /^04\/(\d{4}) - 03\/(\d{4})$/.exec(words);
  if (twelveMonths !== null && Number(twelveMonths[2]) === Number(twelveMonths[1]) + 1) {
    return `${twelveMonths[1]}-${yearEnd(twelveMonths[1] ?? '')}`;
  }
  const month = /^([A-Z][a-z]{2})-(\d{2})$/.exec(words);
  const number = MONTHS.indexOf(month?.[1] ?? '') + 1;
  if (month === null || number === 0) return undefined;
  const last = new Date(Date.UTC(2000 + Number(month[2]), number, 0)).getUTCDate();
  return `20${month[2]}-${pad(number)}-${last}`;
}
