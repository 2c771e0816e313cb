/** The groups a question is about, and which stored figures each is made of. Pure. */
import type { AreaType, Breakdown as By, FifthKind } from '../../contract/dimensions.ts';
import type { DisparitiesReply } from '../../contract/disparity-replies.ts';
import type { Place } from '../../contract/place.ts';
import type { Stratum } from '../../contract/queries.ts';
import type { Indicator } from '../../indicators/indicator.ts';
import type { Part } from '../figures/part.ts';
import type { StratumQuery } from '../release/resolve-stratum.ts';
import type { SeriesWithCoverage, Snapshot } from '../release/snapshot.ts';
import { Unavailable } from '../release/unavailable.ts';
import type { AreaToRead } from './area-to-read.ts';
import { kindsOf } from './breakdown-kinds.ts';
import { byDeprivation } from './deprivation-breakdown.ts';
import { byEthnicGroup } from './ethnic-breakdown.ts';
import type { WardFifths } from './ward-fifths.ts';

export interface BreakdownQuery extends StratumQuery {
  readonly by?: By;
  readonly fifths?: FifthKind;
}

/** A group and the figures it is made of. */
export interface GroupPart {
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

/**
 * The groups a question is about, and which stored figures each is made of.
 *
 * @param indicator what is asked about.
 * @param query how it is broken down and for whom; what it leaves out takes the default.
 * @param area where.
 * @param context the release, its place and the fifths of its wards.
 * @returns groups in the order of their scheme, fifths from the most deprived.
 * @throws Unavailable naming the field and the values there are figures for.
 * @see README of server/judge: looked up.
 * @example breakdownOf(indicator, {}, borough, context).groups.map(({ id }) => id); // ['asian', 'white']
 */
export function breakdownOf(
  indicator: Indicator,
  query: BreakdownQuery,
  area: AreaToRead,
  context: BreakdownContext,
): GroupBreakdown {
  const held = context.snapshot.seriesOf(indicator.id);
  const kinds = kindsOf(indicator, area, context);
  const by = query.by ?? kinds[0]?.by;
  const ofBy = kinds.filter((kind) => kind.by === by);
  if (by === undefined || ofBy.length === 0)
    throw new Unavailable('by', by ?? 'ethnic group or fifths of deprivation', [
      ...new Set(kinds.map((kind) => kind.by)),
    ]);
  return by === 'ethnicGroup'
    ? byEthnicGroup(indicator, query, ofBy, held)
    : byDeprivation(indicator, query, ofBy, held, context);
}
