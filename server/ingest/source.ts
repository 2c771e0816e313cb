import type { ObservationStatus } from '../../db/intake-schema.ts';
import type { AreaType, EthnicScheme } from '../contract/dimensions.ts';
import type { AnyDocument } from '../contract/documents/schemas.ts';
import type { Place } from '../contract/place.ts';
import type { ProblemList } from './problems.ts';
import type { SourceFile } from './source-file.ts';

/** Where publishers of a layout say of which day a file is: the later of two files is told by it, whatever order they are loaded in. */
export interface EditionStatement {
  /** The label that the day stands behind or beside, in the first rows of any sheet. */
  readonly label?: RegExp;
  /** The sheet that lists each day the file was published anew. */
  readonly history?: RegExp;
  /** The day within the name of the file: its first group. */
  readonly inName?: RegExp;
}

interface SourceWords {
  readonly id: string;
  /** Whether each of its files holds one period: then other periods are not missing from it. */
  readonly onePeriodAFile?: true;
  /** Whether its layout is for any subject: then an indicator that is not in a file is not missing from it. */
  readonly ofAnySubject?: true;
  /** Where its files say of which day they are; left out where they do not. */
  readonly edition?: EditionStatement;
  /** What it reads, for the list a steward sees. */
  readonly title: string;
  /** Whether its files hold exact counts of people: then not even their names become public. */
  readonly countsPeople?: true;
}

/** One kind of file from one supplier. */
export interface Source extends SourceWords {
  /** Reads one file and yields what it holds of the place. Problems are listed, not thrown, so all are seen at once; a file of millions of rows is better given in batches. */
  read(file: SourceFile, context: LoadContext): AsyncIterable<Item | readonly Item[]>;
}

/** Files that must agree with each other, as those of several dates do: read in one go, and told apart by their place in the list. */
export interface SourceOfMany extends SourceWords {
  readAll(
    files: readonly SourceFile[],
    context: LoadContext,
  ): AsyncIterable<{ readonly file: number; readonly items: readonly Item[] }>;
}
export type AnySource = Source | SourceOfMany;

export interface LoadContext {
  readonly place: Place;
  readonly problems: ProblemList;
  readonly tally: Tally;
  readonly areas: KnownAreas;
  /** For the words about a file of which nothing is kept. */
  readonly outside: Outside;
  /** The day each file is of, by its place in the list, where it says so. */
  readonly editions?: Map<number, string>;
  /** The period the command names, for files that do not name their own. */
  readonly period?: string;
}

interface Outside {
  /** The first area outside the place in the file that is read. */
  first: string | undefined;
  /** A list of areas that was asked for and is not loaded, so that nothing could be placed by it. */
  unlisted: { readonly type: AreaType; readonly edition: string } | undefined;
}

export interface Tally {
  read: number;
  /** Rows about areas outside the place. */
  skipped: number;
  /** Rows skipped for another reason, by the reason in words. */
  otherwiseSkipped?: Map<string, number>;
  /** Rows that are taken though something beside their figure speaks against it, by what does. */
  doubts?: Map<string, number[]>;
  /** Sheets of workbooks, and indicators of mixed files, that nothing here is made of. */
  ignored?: Set<string>;
}

/** The areas of the place that are loaded already. */
export interface KnownAreas {
  has(type: AreaType, edition: string, code: string): boolean;
  hasAny(type: AreaType, edition: string): boolean;
  codes(type: AreaType, edition: string): readonly string[];
  /** What the area is called; nothing where no list names it. */
  names(type: AreaType, edition: string, code: string): readonly string[];
  /** Whatever the year of the list. */
  hasCode(type: AreaType, code: string): boolean;
}

export interface AreaItem {
  readonly kind: 'area';
  readonly type: AreaType;
  readonly edition: string;
  readonly code: string;
  /** Empty where the file has none: a name that is known stays then. */
  readonly name: string;
}
/** A better-known name for an area whose official name is a number (MSOAs have such names). */
interface KnownAsItem {
  readonly kind: 'known-as';
  readonly type: AreaType;
  readonly edition: string;
  readonly code: string;
  readonly name: string;
}
interface LinkItem {
  readonly kind: 'link';
  readonly from: { readonly type: AreaType; readonly edition: string; readonly code: string };
  readonly to: { readonly type: AreaType; readonly edition: string; readonly code: string };
  /** Null where the lookup gives no share: residents decide. */
  readonly weight: number | null;
}
export interface BoundaryItem {
  readonly kind: 'boundary';
  readonly type: AreaType;
  readonly edition: string;
  readonly code: string;
  readonly geometry: { readonly type: 'Polygon' | 'MultiPolygon'; readonly coordinates: unknown };
}
export interface ObservationItem {
  readonly kind: 'observation';
  /** Row of the file, for the message about a row given twice. */
  readonly row: number;
  readonly measure: string;
  readonly period: string;
  readonly areaType: AreaType;
  readonly areaCode: string;
  /** An area of another type that the people counted also lie in; left out for everybody of the area. */
  readonly overlapCode?: string;
  readonly ethnicScheme?: EthnicScheme;
  readonly ethnicGroup?: string;
  readonly ageBand?: string;
  readonly sex?: string;
  readonly deprivation?: string;
  readonly status: ObservationStatus;
  readonly value: number | null;
  readonly lower95?: number;
  readonly upper95?: number;
  /** A sentence that belongs beside the figure wherever it is shown. */
  readonly note?: string;
}
/** Words kept as data; the document of its kind that was there before gives way to it. */
export interface DocumentItem {
  readonly kind: 'document';
  readonly body: AnyDocument;
}
/** What the areas of a place and their outlines are made of. */
export type GeographyItem = AreaItem | KnownAsItem | LinkItem | BoundaryItem;
export type Item = GeographyItem | ObservationItem | DocumentItem;
