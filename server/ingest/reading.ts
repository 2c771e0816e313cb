/** One pass over the files of a load: observations as they come, geography and documents gathered, problems listed. */

import { parsePeriod } from '../contract/periods.ts';
import type { Place } from '../contract/place.ts';
import { statedEdition } from './editions.ts';
import type { LiveAreas } from './known-areas.ts';
import { aboutAnother, notLoadedYet } from './place-filter.ts';
import { implausibilityOf } from './plausible-figures.ts';
import { ProblemList } from './problems.ts';
import type {
  AnySource,
  DocumentItem,
  GeographyItem,
  Item,
  LoadContext,
  ObservationItem,
  Tally,
} from './source.ts';
import type { SourceFile } from './source-file.ts';

export interface Load {
  readonly source: AnySource;
  readonly files: readonly SourceFile[];
  readonly period?: string;
  /** The day the files are of, where they do not say it. */
  readonly edition?: string;
}

/** What figures are held to; left out where files are only tried. */
export interface HeldTo {
  /** No figure is of a period that ends after it. */
  readonly today: Date;
  /** Somebody who knows them says that odd figures are right. */
  readonly acceptChanges: boolean;
}

export class FileReading {
  readonly problems = new ProblemList();
  readonly tally: Tally = { read: 0, skipped: 0 };
  readonly geography: GeographyItem[] = [];
  readonly documents: DocumentItem[] = [];
  /** The day each file is of, by its place in the list. */
  readonly editions = new Map<number, string>();
  kept = 0;
  /** Of those kept, the figures of boroughs that the place is compared with: a file of theirs alone is not about the place. */
  #ofComparators = 0;
  readonly #heldTo: HeldTo | undefined;
  readonly #today: string | undefined;
  readonly #ended = new Map<string, boolean>();
  readonly #load: Load;
  readonly #place: Place;
  readonly #areas: LiveAreas;
  readonly #outside: LoadContext['outside'] = { first: undefined, unlisted: undefined };

  constructor(load: Load, place: Place, areas: LiveAreas, heldTo?: HeldTo) {
    this.#heldTo = heldTo;
    this.#today = heldTo?.today.toISOString().slice(0, 10);
    this.#load = load;
    this.#place = place;
    this.#areas = areas;
  }

  async *observations(): AsyncGenerator<{
    readonly file: number;
    readonly items: readonly ObservationItem[];
  }> {
    const { source, files, period, edition } = this.#load;
    const context = {
      editions: this.editions,
      place: this.#place,
      problems: this.problems,
      tally: this.tally,
      areas: this.#areas,
      outside: this.#outside,
      ...(period !== undefined && { period }),
    };
    for await (const { file, items: all } of readAll(source, files, context)) {
      const items: ObservationItem[] = [];
      for (const item of all) {
        if (item.kind === 'observation') {
          if (!this.#hasEnded(item.period)) this.#refusePeriod(item, files[file]?.name ?? '');
          this.#refuseImplausible(item, files[file]?.name ?? '');
          if (item.areaType === 'other-borough') this.#ofComparators++;
          items.push(item);
        } else this.#gather(item, files[file]?.name ?? '');
      }
      this.kept += items.length;
      if (items.length > 0) yield { file, items };
    }
    if (edition !== undefined) this.#nameEdition(edition);
    this.#refuseNothing();
  }

  #nameEdition(edition: string): void {
    for (const [at, { name }] of this.#load.files.entries()) {
      const stated = this.editions.get(at) ?? edition;
      if (stated === edition) this.editions.set(at, edition);
      else {
        const expected = `the file says itself that it is of ${stated}; expected that day, or no --edition`;
        this.problems.add({ file: name, value: edition, expected });
      }
    }
  }

  #hasEnded(period: string): boolean {
    let ended = this.#ended.get(period);
    if (ended === undefined) {
      ended = this.#today === undefined || (parsePeriod(period)?.end ?? '') <= this.#today;
      this.#ended.set(period, ended);
    }
    return ended;
  }

  #refusePeriod({ row, period }: ObservationItem, file: string): void {
    const expected = `expected a period that has ended; today is ${this.#today}, and this one ends on ${parsePeriod(period)?.end}`;
    this.problems.add({ file, row, value: period, expected });
  }

  #refuseImplausible(item: ObservationItem, file: string): void {
    const implausible = this.#heldTo && implausibilityOf(item);
    if (implausible === undefined || (implausible.mayBeRight && this.#heldTo?.acceptChanges)) return;
    const { row, measure, period, areaCode } = item;
    this.problems.add({
      file,
      row,
      value: `${measure} ${period} ${areaCode}`,
      expected: implausible.expected,
    });
  }

  #gather(item: GeographyItem | DocumentItem, file: string): void {
    this.kept++;
    if (item.kind === 'area' || item.kind === 'known-as') this.#areas.add(item);
    if (item.kind === 'document') this.#gatherDocument(item, file);
    else this.geography.push(item);
  }

  #gatherDocument(item: DocumentItem, file: string): void {
    const { kind } = item.body;
    const twice = this.documents.some(({ body }) => body.kind === kind);
    if (twice) this.problems.add({ file, value: kind, expected: 'expected one file of each kind at most' });
    this.documents.push(item);
  }

  #refuseNothing(): void {
    if (this.kept > this.#ofComparators || this.problems.count > 0) return;
    const { files } = this.#load;
    const { first, unlisted } = this.#outside;
    for (const { name } of files) {
      const about = {
        file: name,
        expected: aboutAnother(this.#place, files.length === 1 ? first : undefined),
      };
      this.problems.add(unlisted === undefined ? about : notLoadedYet(name, unlisted, this.#place));
    }
  }
}

async function noteEdition(
  { edition }: AnySource,
  file: number,
  sourceFile: SourceFile,
  { editions }: LoadContext,
): Promise<void> {
  const day = editions && edition && (await statedEdition(sourceFile, edition));
  if (day !== undefined) editions?.set(file, day);
}

/** The items of every file, one file after the other. */
export async function* readAll(
  source: AnySource,
  files: readonly SourceFile[],
  context: LoadContext,
): AsyncGenerator<{ readonly file: number; readonly items: readonly Item[] }> {
  if ('readAll' in source) {
    yield* source.readAll(files, context);
    for (const [file, sourceFile] of files.entries()) await noteEdition(source, file, sourceFile, context);
    return;
  }
  for (const [file, sourceFile] of files.entries()) {
    context.outside.first = undefined;
    for await (const batch of source.read(sourceFile, context))
      yield { file, items: Array.isArray(batch) ? (batch as readonly Item[]) : [batch as Item] };
    await noteEdition(source, file, sourceFile, context);
  }
}
