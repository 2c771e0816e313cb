/** Files of many indicators, one value per row: which rows are about the place and which indicators are known. */
import type { AreaType } from '../contract/dimensions.ts';
import type { Row, Table } from './csv-table.ts';
import { readDecimal } from './figures.ts';
import { statusWithout } from './marks.ts';
import { periodOfWords } from './period-words.ts';
import { skipOutside } from './place-filter.ts';
import type { LoadContext, ObservationItem } from './source.ts';

/** The place itself or an area it lies in; undefined, and counted as skipped, where the row is about another. */
export function areaOfRow(
  row: Row,
  key: string,
  context: LoadContext,
): Pick<ObservationItem, 'areaType' | 'areaCode'> | undefined {
  const code = row.text(key);
  const { place } = context;
  const area = [place, ...place.parents].find((one) => one.code === code);
  if (area !== undefined) return { areaType: area.type as AreaType, areaCode: code };
  if (/^[EWSNK]\d{8}$/.test(code)) skipOutside(context, code);
  else row.refuse(key, 'expected an ONS code such as E09000001');
  return undefined;
}

/** A value, or that there is none; undefined, with the reason listed, where the cell is neither or out of range. */
export function valueOfRow(
  row: Row,
  key: string,
  [least, most]: readonly [number, number],
): Pick<ObservationItem, 'status' | 'value'> | undefined {
  const text = row.text(key);
  const without = statusWithout(text);
  if (without !== undefined) return { status: without, value: null };
  const value = readDecimal(text);
  if (value !== undefined && value >= least && value <= most) return { status: 'value', value };
  row.refuse(key, `expected a number from ${least} to ${most}, or nothing`);
  return undefined;
}

export function periodOfRow(row: Row, key: string): string | undefined {
  const period = periodOfWords(row.text(key));
  if (period === undefined)
    row.refuse(key, 'expected a period such as 2024, 2023/24, 2023 - 25 or 2021/22 Q1 - 2024/25 Q3');
  return period;
}

/** Indicators nobody asked for are named, not refused; a file with none that is known is of another kind. */
export class KnownIndicators {
  readonly #context: LoadContext;
  #known = 0;

  constructor(context: LoadContext) {
    this.#context = context;
    context.tally.ignored ??= new Set();
  }

  found<T>(label: string, indicator: T | undefined): indicator is T {
    if (indicator === undefined) this.#context.tally.ignored?.add(label);
    else this.#known++;
    return indicator !== undefined;
  }

  requireOne(table: Table, labels: readonly string[]): void {
    if (this.#known > 0) return;
    this.#context.problems.add({
      file: table.file.name,
      expected: `no row is of an indicator that is known here: ${labels.join('; ')}`,
    });
  }
}
