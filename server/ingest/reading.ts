/** One pass over the files of a load: observations as they come, geography and documents gathered, problems listed. */
import type { Place } from '../contract/place.ts';
import type { LiveAreas } from './known-areas.ts';
import { aboutAnother, notLoadedYet } from './place-filter.ts';
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
}

export class Reading {
  readonly problems = new ProblemList();
  readonly tally: Tally = { read: 0, skipped: 0 };
  readonly geography: GeographyItem[] = [];
  readonly documents: DocumentItem[] = [];
  kept = 0;
  readonly #load: Load;
  readonly #place: Place;
  readonly #areas: LiveAreas;
  readonly #outside: LoadContext['outside'] = { first: undefined, unlisted: undefined };

  constructor(load: Load, place: Place, areas: LiveAreas) {
    this.#load = load;
    this.#place = place;
    this.#areas = areas;
  }

  async *observations(): AsyncGenerator<{
    readonly file: number;
    readonly items: readonly ObservationItem[];
  }> {
    const { source, files, period } = this.#load;
    const context = {
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
        if (item.kind === 'observation') items.push(item);
        else this.#gather(item, files[file]?.name ?? '');
      }
      this.kept += items.length;
      if (items.length > 0) yield { file, items };
    }
    this.#refuseNothing();
  }

  #gather(item: GeographyItem | DocumentItem, file: string): void {
    this.kept++;
    if (item.kind === 'area') this.#areas.add(item);
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
    if (this.kept > 0 || this.problems.count > 0) return;
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

/** The items of every file, one file after the other. */
export async function* readAll(
  source: AnySource,
  files: readonly SourceFile[],
  context: LoadContext,
): AsyncGenerator<{ readonly file: number; readonly items: readonly Item[] }> {
  if ('readAll' in source) {
    yield* source.readAll(files, context);
    return;
  }
  for (const [file, sourceFile] of files.entries()) {
    context.outside.first = undefined;
    for await (const batch of source.read(sourceFile, context))
      yield { file, items: Array.isArray(batch) ? (batch as readonly Item[]) : [batch as Item] };
  }
}
