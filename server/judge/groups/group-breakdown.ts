/** What a breakdown is asked with, and what it is made of. */
import type { AreaType, Breakdown as By, FifthKind } from '../../contract/dimensions.ts';
import type { DisparitiesReply } from '../../contract/disparity-replies.ts';
import type { Place } from '../../contract/place.ts';
import type { Stratum } from '../../contract/queries.ts';
import type { Part } from '../figures/part.ts';
import type { StratumQuery } from '../release/resolve-stratum.ts';
import type { SeriesWithCoverage, Snapshot } from '../release/snapshot.ts';
import type { WardFifths } from './ward-fifths.ts';

export interface BreakdownQuery extends StratumQuery {
  readonly by?: By;
  readonly fifths?: FifthKind;
}

/** A group and the figures it is made of. */
interface GroupPart {
  readonly id: string;
  readonly label: string;
  readonly part: Part;
}

/** The same groups at one age band, for standardising. */
export interface BandParts {
  readonly ageBand: string;
  readonly groups: readonly Part[];
  readonly unknown: Part | undefined;
  readonly whole: Part | undefined;
}

export interface GroupBreakdown {
  readonly facts: DisparitiesReply['breakdown'];
  readonly stratum: Stratum;
  readonly groups: readonly GroupPart[];
  readonly unknown: Part | undefined;
  readonly whole: Part | undefined;
  /** The same groups by age in one period; empty where they are not published by age. */
  bandsAt(period: string): readonly BandParts[];
  /** The type of area whose figures are read, and every period the groups have there. */
  readonly areaType: AreaType;
  readonly coverage: SeriesWithCoverage['coverage'];
  /** The version the figures are of, which says how people are protected in them. */
  readonly version: number;
}

/** What is known beside the query: where, and how the wards there rank. */
export interface BreakdownContext {
  readonly snapshot: Snapshot;
  readonly place: Place;
  readonly wardFifths: WardFifths;
}
