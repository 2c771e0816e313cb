/** What is read of a release, as whoever reads it hands it over: the rows of the release schema, and no database. */
import type { AreaType, Basis, Denominator } from '../../contract/dimensions.ts';
import type { PolicyNumbers } from '../../contract/policies.ts';

/** The parts of a stratum that a stored figure is keyed by; an ethnic group carries its scheme: `census-2021-5/white`. */
export interface StoredStratum {
  readonly ethnic_group: string;
  readonly age_band: string;
  readonly sex: string;
  readonly deprivation: string;
}

export interface StoredVersion {
  readonly id: number;
  readonly dataset: string;
  readonly policy: 'as-published' | 'protect';
  /** The numbers of the policy `protect` as they were then; null under the other. */
  readonly policy_numbers: PolicyNumbers | null;
  /** Small counts of it that official totals published elsewhere tell by themselves, in words. */
  readonly told_elsewhere: string[];
  /** What its definitions call the dataset, and when they were written down. */
  readonly title: string;
  readonly recorded: 'when-published' | 'later';
  readonly published_at: string;
  readonly content_sha256: string;
  readonly estimates: number;
  readonly withheld: number;
}

/** One stratum of one indicator in one version. */
export interface StoredSeries extends StoredStratum {
  readonly id: number;
  readonly version_id: number;
  readonly indicator: string;
  readonly denominator: Denominator | '';
}

/** What a series covers: its periods at each area type. */
export type StoredCoverage = readonly {
  readonly area_type: AreaType;
  readonly period: string;
  readonly basis: Basis;
  readonly areas: number;
  readonly shown: number;
}[];

export interface StoredArea {
  readonly version_id: number;
  readonly type: AreaType;
  /** Year of the boundaries: the same code list drawn anew is another edition. */
  readonly edition: string;
  readonly code: string;
  readonly name: string;
  readonly parents: { code: string; name: string; type: AreaType }[];
  readonly illustrative: boolean;
}

/** A list of outlines: of all areas of a type, in one edition. */
export interface OutlineList {
  readonly type: AreaType;
  readonly edition: string;
}

/** A figure; the series and what else it was asked for by are known to whoever asked. */
export interface StoredEstimate {
  readonly area_type: AreaType;
  readonly period: string;
  readonly area_code: string;
  readonly status: 'shown' | 'withheld' | 'missing' | 'withdrawn';
  readonly reason: string | null;
  readonly value: number | null;
  readonly interval: 'ours' | 'published' | 'none';
  readonly lower95: number | null;
  readonly upper95: number | null;
  readonly lower998: number | null;
  readonly upper998: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly basis: Basis;
  readonly notes: string[] | null;
  /** People of the group in each small area, and 1 where it has the property; of properties of areas alone. */
  readonly small_areas?: { readonly people: number[]; readonly having: number[] } | null | undefined;
  /** Standard error of modelling, on the log-odds scale; null for what is not modelled, or was never measured. */
  readonly modelling_error?: number | null | undefined;
}
