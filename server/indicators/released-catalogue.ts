/**
 * The definitions a release was published with. Publishing writes them down with each version, and a release is read, judged
 * and shown by those alone, so that a title, a polarity or a kind changed later changes nothing that was said before.
 */
import type { Aim, AreaType, PopulationGroup } from '../contract/dimensions.ts';
import { type AwaitedFile, awaitedFiles, boardList } from './board.ts';
import { datasets, indicators } from './catalogue.ts';
import type { Indicator } from './indicator.ts';
import { measureOf } from './measures.ts';

/** What one version is defined by: plain data, kept as JSON. */
export interface DatasetDefinitions {
  readonly dataset: string;
  readonly title: string;
  readonly indicators: readonly Indicator[];
  /** Of each measure the indicators are made of, the edition of each type of area, where the source uses one of its own. */
  readonly editions: Readonly<Record<string, Editions>>;
}
type Editions = Partial<Record<AreaType, string>>;

/** The indicators the board reads, by aim and population group, in their order. */
export type BoardList = Readonly<Record<Aim, Readonly<Record<PopulationGroup, readonly string[]>>>>;

/** What belongs to no dataset alone: the order indicators are listed in, and what the board reads. */
export interface Listing {
  readonly order: readonly string[];
  readonly board: BoardList;
  /** Left out in releases of before such files were named. */
  readonly awaited?: readonly AwaitedFile[];
}

export interface Catalogue {
  /** In the order they are listed. */
  readonly indicators: readonly Indicator[];
  readonly board: BoardList;
  readonly awaited: readonly AwaitedFile[];
  find(id: string): Indicator | undefined;
  /** Title of a dataset; its id where nothing is known of it. */
  titleOf(dataset: string): string;
  /** Editions of areas that a measure uses; none where it goes by the newest. */
  editionsOf(measure: string): Editions;
}

/** What the product defines today; `own` are definitions to take in place of those of the product. */
export function definitionsToday(id: string, own: readonly Indicator[] = indicators): DatasetDefinitions {
  const defined = own.filter(({ dataset }) => dataset === id);
  const measures = [...new Set(defined.map(({ measure }) => measure))];
  return {
    dataset: id,
    title: datasets.find((one) => one.id === id)?.title ?? id,
    indicators: defined,
    editions: Object.fromEntries(measures.map((measure) => [measure, measureOf(measure).editions])),
  };
}

/** The order of the product today, of those indicators alone that are held. */
export function listingToday(held: ReadonlySet<string>, own: readonly Indicator[] = indicators): Listing {
  return {
    order: own.map(({ id }) => id).filter((id) => held.has(id)),
    board: boardList,
    awaited: awaitedFiles,
  };
}

/** Everything the product defines today, for whoever reads no release. */
export const catalogueToday = (): Catalogue =>
  catalogueOf(
    datasets.map(({ id }) => definitionsToday(id)),
    listingToday(new Set(indicators.map(({ id }) => id))),
  );

export function catalogueOf(definitions: readonly DatasetDefinitions[], listing: Listing): Catalogue {
  const places = new Map(listing.order.map((id, place) => [id, place]));
  const placeOf = ({ id }: Indicator) => places.get(id) ?? places.size;
  const ordered = definitions
    .flatMap((one) => one.indicators)
    .sort((one, other) => placeOf(one) - placeOf(other));
  const byId = new Map(ordered.map((indicator) => [indicator.id, indicator]));
  const titles = new Map(definitions.map(({ dataset, title }) => [dataset, title]));
  const editions = new Map(definitions.flatMap((one) => Object.entries(one.editions)));
  return {
    indicators: ordered,
    board: listing.board,
    awaited: listing.awaited ?? [],
    find: (id) => byId.get(id),
    titleOf: (dataset) => titles.get(dataset) ?? dataset,
    editionsOf: (measure) => editions.get(measure) ?? {},
  };
}

/**
 * What the versions of a release were published with. A version that nothing was written down for yet, for it was published
 * before definitions were kept, is read by those of today until publishing writes them down.
 */
export function releasedCatalogue(
  versions: readonly { readonly id: number; readonly dataset: string }[],
  stored: ReadonlyMap<number, DatasetDefinitions>,
  listing: Listing | undefined,
): Catalogue {
  const definitions = versions.map(({ id, dataset }) => stored.get(id) ?? definitionsToday(dataset));
  const held = new Set(definitions.flatMap((one) => one.indicators).map(({ id }) => id));
  return catalogueOf(definitions, listing ?? listingToday(held));
}
