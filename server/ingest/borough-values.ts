/** Files of many indicators, one value per row: which rows are about the place, and what their cells say. */
import type { AreaType } from '../contract/dimensions.ts';
import { refuseOtherName } from './code-and-name.ts';
import type { Row } from './csv-row.ts';
import { lastDigit, readDecimal } from './figures.ts';
import { type StatusWithout, statusWithout } from './marks.ts';
import { type Counting, PERIOD_EXAMPLES, periodOfWords } from './period-words.ts';
import { isComparator, skipOutside } from './place-filter.ts';
import type { LoadContext, ObservationItem, Tally } from './source.ts';

type Area = Pick<ObservationItem, 'areaType' | 'areaCode'>;

/**
 * The place itself, an area it lies in or a borough it is compared with; undefined, and counted as skipped, where the row is
 * about another. A layout has the column of its name, where there is one, as `name?`.
 */
export function areaOfRow(row: Row, key: string, context: LoadContext): Area | undefined {
  const code = row.text(key);
  if (refuseOtherName(row, code, 'name?', context)) return undefined;
  const { place } = context;
  const area = [place, ...place.parents].find((one) => one.code === code);
  if (area !== undefined) return { areaType: area.type as AreaType, areaCode: code };
  if (isComparator(place, code)) return { areaType: 'other-borough', areaCode: code };
  if (/^[EWSNK]\d{8}$/.test(code)) skipOutside(context, code);
  else row.refuse(key, 'expected an ONS code such as E09000001');
  return undefined;
}

/**
 * A network, trust or system that serves the place; undefined, and counted as skipped, where the row is about another. A
 * column of its name, where the layout has one, says nothing: organisations are renamed more often than recoded.
 */
export function servingAreaOfRow(row: Row, key: string, context: LoadContext): Area | undefined {
  const code = row.text(key);
  const area = context.place.servedBy?.find((one) => one.code === code || one.alsoCoded?.includes(code));
  if (area !== undefined) return { areaType: area.type, areaCode: area.code };
  // Organisations that merged stand by all their codes.
  if (/^[A-Z0-9]{3,9}(\/[A-Z0-9]{3,9})*$/.test(code)) skipOutside(context, code);
  else row.refuse(key, 'expected the code of an organisation, such as RJ1 or U06180');
  return undefined;
}

/** Counts a row that is left out though it need not lie outside the place. */
export function skipRow(tally: Tally, why: string): void {
  tally.skipped++;
  tally.otherwiseSkipped ??= new Map();
  tally.otherwiseSkipped.set(why, 1 + (tally.otherwiseSkipped.get(why) ?? 0));
}

/** Notes a row that is taken as it is published, though something beside it speaks against it. */
export function doubt(tally: Tally, why: string, row: Row): void {
  tally.doubts ??= new Map();
  tally.doubts.set(why, [...(tally.doubts.get(why) ?? []), row.number]);
}

type Figure = Pick<ObservationItem, 'status' | 'value'>;

/**
 * A value, or why there is none; undefined, with the reason listed, where the cell is neither or out of range.
 *
 * @param blank what an empty cell stands for, where the source declares that: nothing by default.
 */
export function valueOfRow(
  row: Row,
  key: string,
  [least, most]: readonly [number, number],
  blank?: StatusWithout,
): Figure | undefined {
  const text = row.text(key);
  const without = text === '' ? blank : statusWithout(text);
  if (without !== undefined) return { status: without, value: null };
  const value = readDecimal(text);
  if (value !== undefined && value >= least && value <= most) return { status: 'value', value };
  row.refuse(
    key,
    text === ''
      ? 'the cell is empty where a figure belongs; expected a number, or the mark of the publisher for none, such as [x] or NA'
      : `expected a number from ${least} to ${most}, or the mark of the publisher for none, such as [x] or NA`,
  );
  return undefined;
}

/**
 * Limits of a value; none where both cells are empty. Limits are rounded, so the value may lie past one by as much as its
 * last digit; the limit is then the value. Undefined, with the reason listed, where one is lacking or lies further off.
 */
export function limitsOfRow(
  row: Row,
  [lower, upper]: readonly [lower: string, upper: string],
  value: number | null | undefined,
): { lower95?: number; upper95?: number } | undefined {
  const texts = [row.text(lower), row.text(upper)];
  if (texts.every((text) => text === '' || statusWithout(text) !== undefined)) return {};
  const [lower95, upper95] = texts.map(readDecimal);
  const wanted = 'expected limits on both sides of the value';
  if (lower95 === undefined || upper95 === undefined || value === undefined || value === null) {
    row.refuse(
      lower95 === undefined ? lower : upper,
      value === null ? `${wanted}; there is no value` : wanted,
    );
    return undefined;
  }
  const [below, above] = [lower95 - value, value - upper95];
  // A limit of 45 beside one of 52.4 is 45.0.
  if (Math.max(below, above) > Math.min(...texts.map(lastDigit))) {
    row.refuse(below > above ? lower : upper, wanted);
    return undefined;
  }
  return { lower95: Math.min(lower95, value), upper95: Math.max(upper95, value) };
}

export function periodOfRow(row: Row, key: string, counting: Counting = 'anew'): string | undefined {
  const period = periodOfWords(row.text(key), counting);
  if (period === undefined) row.refuse(key, `expected a period such as ${PERIOD_EXAMPLES}`);
  return period;
}
