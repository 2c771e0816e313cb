/** Row types of the schemas. Routes see `ReleaseTables` alone: to them neither intake nor the desk exists. */
import type { Generated, JSONColumnType } from 'kysely';
import type {
  AreaType,
  Basis,
  Denominator,
  DocumentKind,
  ProblemKind,
  Verdict,
} from '../server/contract/dimensions.ts';
import type { AnyDocument } from '../server/contract/documents/schemas.ts';
import type { ModellingMeasurement } from '../server/contract/modelling-reply.ts';
import type { CellStatus, PolicyNumbers } from '../server/contract/policies.ts';

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
export interface IntakeAreaRow extends AreaRow {
  /** What people call an area whose official name is a number. */
  known_as: string | null;
}

export interface AreaLinkRow {
  from_type: AreaType;
  from_edition: string;
  from_code: string;
  to_type: AreaType;
  to_edition: string;
  to_code: string;
  /** Share of the first area that belongs to the second; null where the lookup gives no share and residents decide. */
  weight: number | null;
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
export interface PlaceRow {
  code: string;
  name: string;
}

export interface LoadRow {
  id: Generated<number>;
  source: string;
  /** What the source reads, in words. */
  title: Generated<string>;
  file_name: string;
  sha256: string;
  loaded_at: string;
  rows_read: number;
  rows_kept: number;
  rows_skipped: number;
  /** Whether it brought areas, links or outlines: the geography is made of those. */
  brings_areas: Generated<boolean>;
}
/** One of the files of a load, at its place in their list. */
export interface LoadFileRow {
  load_id: number;
  file: number;
  name: string;
  sha256: string;
  /** The day its publisher says it is of; null where nothing says so. */
  edition: string | null;
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

/** A source that says of a figure only that it is missing has it not available. */
export type ObservationStatus = 'value' | 'withheld' | 'missing' | 'not-collected' | 'nobody-to-count';

export interface ObservationRow extends StratumKey {
  measure: string;
  period: string;
  area_type: AreaType;
  area_code: string;
  /** An area of another type that the people counted also lie in; empty for everybody of the area. */
  overlap_code: string;
  status: ObservationStatus;
  value: number | null;
  lower95: number | null;
  upper95: number | null;
  /** A sentence that belongs beside the figure: that its numerator was worked out, say. */
  note: string | null;
  load_id: number;
}
export interface IntakeObservationRow extends ObservationRow {
  /** Which of the files of its load it came from, by their place in the list. */
  file: Generated<number>;
}

/** Words kept as data: the one document of its kind. */
export interface DocumentRow {
  kind: DocumentKind;
  body: JSONColumnType<AnyDocument>;
}
export interface IntakeDocumentRow extends DocumentRow {
  load_id: number;
}
export interface ReleaseDocumentRow extends DocumentRow {
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
/** A figure that was withdrawn and is not to be published again before somebody says so. */
export interface HeldFigureRow extends FigureKey {
  withdrawal_id: number;
}

/** A table of people as one version published it: exact counts, and what was shown of each. Never served. */
export interface ProtectedTableRow {
  version_id: number;
  count_table: string;
  period: string;
  /** The codes of each dimension. */
  layout: JSONColumnType<{ name: string; codes: string[] }[]>;
  /** Which products of codes are kept; null where all are. */
  places: JSONColumnType<number[] | null, string | null>;
  truth: JSONColumnType<number[]>;
  /** For each cell its status, in a word. */
  statuses: JSONColumnType<CellStatus[]>;
  /** The numbers it was protected by. */
  policy: JSONColumnType<PolicyNumbers>;
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
export interface DefinitionsRow {
  version_id: number;
  recorded: Recorded;
  /** As publishing writes it, and reads it again. */
  body: JSONColumnType<object>;
}
export type Recorded = 'when-published' | 'later';
/** What belongs to a release and to no version of it: the order of its indicators, and what its board reads. */
export interface ListingRow {
  release_id: number;
  recorded: Recorded;
  body: JSONColumnType<object>;
}
export interface ReleaseRow {
  id: Generated<number>;
  published_at: string;
}
export interface ReleaseVersionRow {
  release_id: number;
  version_id: number;
}
export interface ReleaseAreaRow extends AreaRow {
  version_id: number;
  parents: JSONColumnType<{ code: string; name: string; type: AreaType }[]>;
  illustrative: boolean;
}
export interface ReleaseBoundaryRow extends BoundaryRow {
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
export interface ModellingRow {
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

/** What is public of a load behind a version. */
export interface ReleaseLoadRow {
  version_id: number;
  load_id: number;
  source: string;
  title: string;
  file_name: string;
  sha256: string;
  loaded_at: string;
  rows_read: number;
  rows_kept: number;
  rows_skipped: number;
}
/** What is public of a file behind a version. */
export interface ReleaseLoadFileRow extends LoadFileRow {
  version_id: number;
}
/** Whether observations are what a figure counts, what that is counted among, or what places people in fifths. */
export type FigurePart = 'counted' | 'among' | 'placed-by';

/** Which file observations came from that figures of an indicator were made of. */
export interface ProvenanceRow {
  version_id: number;
  indicator: string;
  part: FigurePart;
  measure: string;
  /** Of the observations. */
  period: string;
  /** Whether that is the period of the figures too; otherwise those of any period were made of them. */
  is_of_figure: boolean;
  area_type: AreaType;
  load_id: number;
  file: number;
  /** Null where all areas of the type came from it. */
  areas: JSONColumnType<string[] | null, string | null>;
}
/** Figures taken out of every release, by whom and why. */
export interface WithdrawalRow {
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
export interface ReleaseRefusalRow extends Omit<RefusalRow, 'id'> {
  refusal_id: number;
  release_id: number;
}

/** By which rule a release was judged, and what share of its lists of indicators that rule selected. */
export interface JudgementRow {
  release_id: number;
  rule: number;
  real_share: number;
  synthetic_share: number;
}
/** One list of comparisons that were judged together, and whether anything goes on in it. */
export interface JudgedListRow {
  release_id: number;
  sort: 'indicator' | 'area' | 'group';
  name: string;
  making: 'real' | 'synthetic';
  compared: number;
  /** Simes' p of the list. */
  p: number;
  selected: boolean;
}
/** One comparison as its release judged it. */
export interface ComparisonRow {
  release_id: number;
  /** Its id, as server/judge/comparison.ts builds it. */
  comparison: string;
  indicator: string;
  area_code: string;
  /** Before correction; null where nothing was tested. */
  p: number | null;
  verdict: Verdict;
  could_be_chance: boolean;
  compared: number;
}

export interface IntakeTables {
  'intake.area': IntakeAreaRow;
  'intake.area_link': AreaLinkRow;
  'intake.boundary': BoundaryRow;
  'intake.load': LoadRow;
  'intake.load_file': LoadFileRow;
  'intake.held_figure': HeldFigureRow;
  'intake.refusal': RefusalRow;
  'intake.observation': IntakeObservationRow;
  'intake.protected_table': ProtectedTableRow;
  'intake.document': IntakeDocumentRow;
}
export interface ReleaseTables {
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
  'release.load': ReleaseLoadRow;
  'release.load_file': ReleaseLoadFileRow;
  'release.provenance': ProvenanceRow;
  'release.withdrawal': WithdrawalRow;
  'release.refusal': ReleaseRefusalRow;
  'release.judgement': JudgementRow;
  'release.place': PlaceRow;
  'release.judged_list': JudgedListRow;
  'release.comparison': ComparisonRow;
}

/** Long work that somebody asked for: to load files, or to publish. Without an outcome it waits, or a worker has its row locked. */
export interface JobRow {
  id: Generated<number>;
  kind: string;
  request: JSONColumnType<object>;
  asked_at: Generated<string>;
  outcome: 'done' | 'failed' | null;
  result: JSONColumnType<object> | null;
  fault: string | null;
  ended_at: string | null;
}
/** Each time a worker began: a job that workers keep dying of is given up. */
export interface JobAttemptRow {
  job_id: number;
  /** Number of the process. */
  worker: number;
  started_at: Generated<string>;
}
export interface JobProgressRow {
  job_id: number;
  share: number;
  /** What is being read, in words. */
  what: string;
}
export interface JobLineRow {
  id: Generated<number>;
  job_id: number;
  line: string;
}
export interface DeskTables {
  'desk.job': JobRow;
  'desk.job_attempt': JobAttemptRow;
  'desk.job_progress': JobProgressRow;
  'desk.job_line': JobLineRow;
}
export type AllTables = IntakeTables & ReleaseTables & DeskTables;
