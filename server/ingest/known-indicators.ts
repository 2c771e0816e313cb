/** Indicators of a publisher, described as data: what its files call them and the measures they are here. */
import type { Table } from './csv-table.ts';
import type { Counting } from './period-words.ts';
import type { LoadContext } from './source.ts';

export interface KnownIndicator {
  readonly measure: string;
  /** As the publisher numbers it: names change, numbers stay. */
  readonly id?: string;
  /** Its name today, and after it every name it went by before. */
  readonly names: readonly [string, ...string[]];
  /** As the file must give it; left out where files give none. */
  readonly unit?: string;
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

/** Indicators nobody asked for are named, not refused; a file with none that is known is of another kind. */
export class FoundIndicators {
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
