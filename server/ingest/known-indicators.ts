/** Indicators of a publisher, described as data: what its files call them and the measures they are here. */
import type { Row } from './csv-row.ts';
import type { CsvTable } from './csv-table.ts';
import { lastDigit, readDecimal } from './figures.ts';
import type { Counting } from './period-words.ts';
import type { LoadContext } from './source.ts';

export interface KnownIndicator {
  readonly measure: string;
  /** As the publisher numbers it: names change, numbers stay. */
  readonly id?: string;
  /** Its name today, and after it every name it went by before. */
  readonly names: readonly [string, ...string[]];
  /** The form of its number, and what it is in or whom it is about, as the columns of a file must say them: Percentage, Years. */
  readonly form?: string;
  readonly units?: readonly string[];
  /** What one counted among those counted makes of it - 100 of a percentage - where that is all the source does. */
  readonly perCount?: 100 | 100_000;
  /** The sex it is about, where its name says so. */
  readonly sex?: string;
  /** Whether it counts so far, since a fixed day, or anew in each period. */
  readonly counting?: Counting;
}

/** Names differ by line breaks, spaces and capitals between downloads. */
const alike = (name: string): string => name.replaceAll(/\s+/g, ' ').trim().toLowerCase();

export class IndicatorList {
  readonly #byId: ReadonlyMap<string, KnownIndicator>;
  readonly #byName: ReadonlyMap<string, KnownIndicator>;
  readonly names: readonly string[];

  constructor(indicators: readonly KnownIndicator[]) {
    this.#byId = new Map(indicators.flatMap((one) => (one.id === undefined ? [] : [[one.id, one]])));
    this.#byName = new Map(indicators.flatMap((one) => one.names.map((name) => [alike(name), one])));
    this.names = indicators.map((one) => one.names[0]);
  }

  /** By its number where the file has one and the list knows it; a number that is another's is no match by name either. */
  find(name: string, id = ''): KnownIndicator | undefined {
    const numbered = this.#byId.get(id);
    if (numbered !== undefined) return numbered;
    const named = this.#byName.get(alike(name));
    return id === '' || named?.id === undefined ? named : undefined;
  }
}

/** Lists the columns of a row (`form`, `unit`) that say another form or unit than the indicator has. @returns whether there were any. */
export function refuseOtherForm(row: Row, { form, units }: KnownIndicator): boolean {
  const [said, unit] = [row.text('form'), row.text('unit')];
  const isOther = form !== undefined && said !== '' && !said.startsWith(form);
  if (isOther) row.refuse('form', `expected ${form}, which the indicator is`);
  const isElse = units !== undefined && unit !== '' && !units.includes(unit);
  if (isElse) row.refuse('unit', `expected ${units.join(' or ')}`);
  return isOther || isElse;
}

/** "per 100,000" of a name, and "/100,000". */
const baseOf = (name: string): string | undefined => /(?:\bper |\/) ?(\d[\d,]*)/.exec(name)?.[1];

/** Lists a row whose indicator is found by its number but bears a name with another base. @returns whether it did. */
export function refuseOtherBase(row: Row, key: string, { names }: KnownIndicator): boolean {
  const [said, right] = [baseOf(row.text(key)), names.map(baseOf).find((base) => base !== undefined)];
  if (said === undefined || right === undefined || said === right) return false;
  row.refuse(key, `expected the indicator per ${right}, not per ${said}`);
  return true;
}

/** By how much a value may differ from what its counts make, which are rounded and revised each for itself. */
const APART = 0.02;

/**
 * Whether the counts beside a value make it; empty ones say nothing.
 *
 * @param keys the columns of the value, of those counted and of those they are counted among.
 */
export function agreesWithCounts(
  row: Row,
  { perCount }: KnownIndicator,
  [value, count, among]: readonly [string, string, string],
): boolean {
  const [said, counted, all] = [value, count, among].map((key) => readDecimal(row.text(key)));
  if (perCount === undefined || said === undefined || counted === undefined || !all) return true;
  const made = (perCount * counted) / all;
  return Math.abs(made - said) <= Math.max(lastDigit(row.text(value)), APART * made);
}

/** Indicators of a file that are named where none is known. */
const NAMED = 3;

/** Indicators nobody asked for are named, not refused; a file with none that is known is of another kind. */
export class FoundIndicators {
  readonly #context: LoadContext;
  #known = 0;
  /** Indicators with rows of a larger area or of another borough, or of the place itself. */
  readonly #ofOthers = new Set<string>();
  readonly #ofPlace = new Set<string>();

  constructor(context: LoadContext) {
    this.#context = context;
    context.tally.ignored ??= new Set();
  }

  found<T>(label: string, indicator: T | undefined): indicator is T {
    if (indicator === undefined) this.#context.tally.ignored?.add(label);
    else this.#known++;
    return indicator !== undefined;
  }

  /** Notes whom a row of an indicator is about. */
  about(label: string, areaType: string): void {
    (areaType === this.#context.place.type ? this.#ofPlace : this.#ofOthers).add(label);
  }

  /** Lists that no indicator is known, or those that have rows of other areas and none of the place: it is cut short. */
  requireOne(table: CsvTable, labels: readonly string[]): void {
    const { name, code } = this.#context.place;
    // Rows that were refused may be those that are lacking.
    const isSound = !this.#context.problems.listed.some(({ file }) => file === table.file.name);
    for (const label of isSound ? this.#ofOthers.difference(this.#ofPlace) : []) {
      const expected = `expected a row for ${name} (${code}) beside those of other areas; is the file cut short?`;
      this.#context.problems.add({ file: table.file.name, value: label, expected });
    }
    if (this.#known > 0) return;
    // What stands there first: the list of what is known is long.
    const found = [...(this.#context.tally.ignored ?? [])].slice(0, NAMED);
    this.#context.problems.add({
      file: table.file.name,
      ...(found.length > 0 && { value: found.join('; ') }),
      expected: `no row is of an indicator that is known here; expected one of: ${labels.join('; ')}`,
    });
  }
}
