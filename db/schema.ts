/** Row types of the release schema, all that routes know of the database, and what other schemas have in common with it. */
import type { Generated, JSONColumnType } from 'kysely';
import type {
  AreaType,
  Basis,
  Denominator,
  DocumentKind,
  ProblemKind,
} from '../server/contract/dimensions.ts';
import type { AnyDocument } from '../server/contract/documents/schemas.ts';
import type { ModellingMeasurement } from '../server/contract/modelling-reply.ts';
import type { PolicyNumbers } from '../server/contract/policies.ts';
import type { JudgementTables } from './judgement-schema.ts';
import type { OriginTables } from './origin-schema.ts';

/** The parts of a stratum that a stored figure is keyed by; an ethnic group carries its scheme: `census-2021-5/white`. */
export interface StratumKey {
  ethnic_group: string;
  age_band: string;
  sex: string;
  deprivation: string;
}

export interface AreaRow {
  type: AreaType;
  /** Year of the boundaries: the same code list drawn anew is another edition. */
  edition: string;
  code: string;
  name: string;
}
export interface BoundaryRow {
  type: AreaType;
  edition: string;
  code: string;
  geometry: JSONColumnType<OutlineGeometry>;
}
export interface OutlineGeometry {
  type: 'Polygon' | 'MultiPolygon';
  coordinates: number[][][] | number[][][][];
}

/** The place whose figures the database holds, from its first load on. */
interface PlaceRow {
  code: string;
  name: string;
}

/** A load that was refused: how many problems of which kind, never what stood in the file. */
export interface RefusalRow {
  id: Generated<number>;
  source: string;
  title: string;
  file_name: string;
  refused_at: string;
  problems: number;
  kinds: JSONColumnType<{ kind: ProblemKind; count: number }[]>;
}

/** Words kept as data: the one document of its kind. */
export interface DocumentRow {
  kind: DocumentKind;
  body: JSONColumnType<AnyDocument>;
}
interface ReleaseDocumentRow extends DocumentRow {
  version_id: number;
}

/** A figure by what it is of, whatever version it stands in. */
export interface FigureKey extends StratumKey {
  indicator: string;
  denominator: Denominator | '';
  area_type: AreaType;
  period: string;
  area_code: string;
}

export interface VersionRow {
  id: Generated<number>;
  dataset: string;
  policy: 'as-published' | 'protect';
  /** The numbers of the policy `protect` as they were then; null under the other. */
  policy_numbers: JSONColumnType<PolicyNumbers | null, string | null>;
  /** Small counts of it that official totals published elsewhere tell by themselves, in words. */
  told_elsewhere: JSONColumnType<string[]>;
  published_at: string;
  content_sha256: string;
  estimates: number;
  withheld: number;
}
/** What a version was published with; of one from before they were kept, what was so when they were written down. */
interface DefinitionsRow {
  version_id: number;
  recorded: Recorded;
  /** As publishing writes it, and reads it again. */
  body: JSONColumnType<object>;
}
export type Recorded = 'when-published' | 'later';
/** What belongs to a release and to no version of it: the order of its indicators, and what its board reads. */
interface ListingRow {
  release_id: number;
  recorded: Recorded;
  body: JSONColumnType<object>;
}
interface ReleaseRow {
  id: Generated<number>;
  published_at: string;
}
interface ReleaseVersionRow {
  release_id: number;
  version_id: number;
}
export interface ReleaseAreaRow extends AreaRow {
  version_id: number;
  parents: JSONColumnType<{ code: string; name: string; type: AreaType }[]>;
  illustrative: boolean;
}
interface ReleaseBoundaryRow extends BoundaryRow {
  version_id: number;
}
/** One stratum of one indicator in one version: what a map or a trend is drawn from. */
export interface SeriesRow extends StratumKey {
  id: Generated<number>;
  version_id: number;
  indicator: string;
  denominator: Denominator | '';
}
/** Small areas behind a figure, each at the same place of both lists: people of the group, and 1 where it has the property. */
export interface SmallAreas {
  readonly people: number[];
  readonly having: number[];
}
export interface EstimateRow {
  series_id: number;
  area_type: AreaType;
  period: string;
  area_code: string;
  status: 'shown' | 'withheld' | 'missing' | 'withdrawn';
  reason: string | null;
  value: number | null;
  interval: 'ours' | 'published' | 'none';
  lower95: number | null;
  upper95: number | null;
  lower998: number | null;
  upper998: number | null;
  numerator: number | null;
  denominator: number | null;
  basis: Basis;
  notes: JSONColumnType<string[]> | null;
  /** Of figures that are a property of areas alone; null for every other. */
  small_areas?: JSONColumnType<SmallAreas> | null;
  /** Standard error of modelling, on the log-odds scale; null for what is not modelled, or was never measured. */
  modelling_error?: number | null | undefined;
}
/** How far the figures of a version that were shared out are off, as it was measured. */
interface ModellingRow {
  version_id: number;
  measurements: JSONColumnType<ModellingMeasurement[]>;
}
/** Which periods a series has, and whether any area of the type has a shown figure in them. */
export interface CoverageRow {
  series_id: number;
  area_type: AreaType;
  period: string;
  basis: Basis;
  areas: number;
  shown: number;
}
/** Figures taken out of every release, by whom and why. */
interface WithdrawalRow {
  id: Generated<number>;
  withdrawn_at: string;
  by_whom: string;
  reason: string;
  /** What was asked to be taken out, in words. */
  what: string;
  /** How many figures of which versions it took out. */
  versions: JSONColumnType<WithdrawnOfVersion[]>;
}
export interface WithdrawnOfVersion {
  readonly version: number;
  readonly dataset: string;
  readonly figures: number;
  /** Whether all of them were. */
  readonly synthetic: boolean;
}
/** A refusal, with the release it first became public in. */
interface ReleaseRefusalRow extends Omit<RefusalRow, 'id'> {
  refusal_id: number;
  release_id: number;
}
export interface ReleaseTables extends JudgementTables, OriginTables {
  'release.version': VersionRow;
  'release.definitions': DefinitionsRow;
  'release.listing': ListingRow;
  'release.release': ReleaseRow;
  'release.release_version': ReleaseVersionRow;
  'release.area': ReleaseAreaRow;
  'release.boundary': ReleaseBoundaryRow;
  'release.series': SeriesRow;
  'release.estimate': EstimateRow;
  'release.modelling': ModellingRow;
  'release.coverage': CoverageRow;
  'release.document': ReleaseDocumentRow;
  'release.withdrawal': WithdrawalRow;
  'release.refusal': ReleaseRefusalRow;
  'release.place': PlaceRow;
}
