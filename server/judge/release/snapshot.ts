/** What one release holds, its words too, without its figures: small enough to keep in memory, enough to answer most questions. Pure. */

import type { AreaType, DocumentKind } from '../../contract/dimensions.ts';
import type { AnyDocument, DocumentOf } from '../../contract/documents/schemas.ts';
import type { Catalogue } from '../../indicators/released-catalogue.ts';
import { type Judgement, NOT_JUDGED } from '../judgement.ts';
import type { OutlineList, StoredArea, StoredCoverage, StoredSeries, StoredVersion } from './stored.ts';

export interface SeriesWithCoverage extends StoredSeries {
  readonly coverage: StoredCoverage;
}

export interface Snapshot {
  readonly release: number;
  /** How often figures had been withdrawn when it was read: it may hold fewer after the next time. */
  readonly withdrawals: number;
  /** The day it is read on, which ages and dates due are counted from: that of its newest version, or today. */
  readonly asOf: string;
  readonly versions: readonly StoredVersion[];
  /** What its figures mean, as they were published. */
  readonly catalogue: Catalogue;
  readonly areas: readonly StoredArea[];
  /** Which outlines are held, the newest edition of a type first. */
  readonly outlines: readonly OutlineList[];
  /** The answers to what was judged when it was published. */
  readonly judgement: Judgement;
  seriesOf(indicator: string): readonly SeriesWithCoverage[];
  nameOf(type: AreaType, code: string): string | undefined;
  areaOf(code: string): StoredArea | undefined;
  /** Year of the newest list of areas of a type; empty where there is none. */
  editionOf(type: AreaType): string;
  /** The words of a kind as they stood in the release; undefined where none had been published. */
  documentOf<Kind extends DocumentKind>(kind: Kind): DocumentOf<Kind> | undefined;
  /** The kinds there are documents of, in alphabetical order. */
  readonly documentKinds: readonly DocumentKind[];
}

/** What a release is read from. */
export interface Read extends Pick<Snapshot, 'release' | 'versions' | 'catalogue' | 'areas'> {
  readonly series: readonly StoredSeries[];
  readonly coverage: ReadonlyMap<number, StoredCoverage>;
  readonly documents?: readonly AnyDocument[];
  readonly judgement?: Judgement;
  readonly outlines?: readonly OutlineList[];
  readonly withdrawals?: number;
}

/**
 * What one release holds, its words too, without its figures: small enough to keep in memory, enough to answer most
 * questions.
 *
 * @param release its number.
 * @param versions those it lists.
 * @param catalogue the definitions it was published with.
 * @param areas of every edition.
 * @param series of all its versions.
 * @param coverage periods and types of area of each series, by its id.
 * @param documents its words.
 * @param judgement the answers to what was judged when it was published.
 * @param outlines which are held, the newest edition of a type first.
 * @param withdrawals how often figures had been withdrawn when it was read.
 * @returns to be asked by indicator, area and type.
 * @example snapshotOf({ release: 7, versions: [], catalogue: {}, series: [], coverage: new Map(), areas: [{ type: 'ward', edition: '2025', code: 'E05000001', name: 'Ash', parents: [] }] }).nameOf('ward', 'E05000001');
 *   // 'Ash'
 */
export function snapshotOf({
  release,
  versions,
  catalogue,
  areas,
  series,
  coverage,
  documents = [],
  judgement = NOT_JUDGED,
  outlines = [],
  withdrawals = 0,
}: Read): Snapshot {
  const byIndicator = Map.groupBy(
    series.map((one) => ({ ...one, coverage: coverage.get(one.id) ?? [] })),
    (one) => one.indicator,
  );
  const byCode = new Map<string, StoredArea>();
  const names = new Map<string, string>();
  const editions = new Map<AreaType, string>();
  for (const area of areas) {
    // Newest edition first: an older one must not take its place.
    if (!byCode.has(area.code)) byCode.set(area.code, area);
    const key = `${area.type} ${area.code}`;
    if (!names.has(key)) names.set(key, area.name);
    if (area.edition > (editions.get(area.type) ?? '')) editions.set(area.type, area.edition);
  }
  return {
    release,
    withdrawals,
    asOf: versions
      .map(({ published_at }) => published_at.slice(0, 10))
      .reduce((newest, day) => (day > newest ? day : newest), ''),
    versions,
    catalogue,
    areas,
    outlines,
    judgement,
    seriesOf: (indicator) => byIndicator.get(indicator) ?? [],
    nameOf: (type, code) => names.get(`${type} ${code}`),
    areaOf: (code) => byCode.get(code),
    editionOf: (type) => editions.get(type) ?? '',
    documentOf: <Kind extends DocumentKind>(kind: Kind) =>
      documents.find((one) => one.kind === kind) as DocumentOf<Kind> | undefined,
    documentKinds: documents.map(({ kind }) => kind).sort(),
  };
}
