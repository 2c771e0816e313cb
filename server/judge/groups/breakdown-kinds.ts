/** The ways an indicator can be broken down in an area. Pure. */
import {
  type Breakdown as By,
  deprivationFifths,
  type EthnicScheme,
  ethnicSchemes,
  type FifthKind,
} from '../../contract/dimensions.ts';
import type { Indicator } from '../../indicators/indicator.ts';
import { hasCoverage } from '../release/resolve.ts';
import type { SeriesWithCoverage } from '../release/snapshot.ts';
import { type AreasRead, type AreaToRead, areasToRead } from './area-to-read.ts';
import type { BreakdownContext } from './group-breakdown.ts';

export const UNKNOWN = 'unknown';
export const [everywhere, ...fifths] = deprivationFifths;

/** One way the indicator can be broken down in the area, and how the area is then read. */
export interface BreakdownKind {
  readonly by: By;
  readonly scheme?: EthnicScheme;
  readonly fifths?: FifthKind;
  readonly read: AreasRead;
  /** How everybody is read, where that is not the areas of the groups added up: as published for the whole place. */
  readonly whole?: AreasRead;
}

/**
 * Every way the indicator can be broken down in the area, ethnic groups first, the one taken by default leading each.
 *
 * @param indicator what is asked about.
 * @param area where.
 * @param context the release, its place and the fifths of its wards.
 * @returns with the figures each way reads.
 * @example breakdownKinds(indicator, borough, context).map(({ by, scheme }) => [by, scheme]); // [['ethnicGroup', 'census-2021-5']]
 */
export function breakdownKinds(
  { id, counted, isOfDeprivation = false }: Indicator,
  area: AreaToRead,
  { snapshot, place, wardFifths }: BreakdownContext,
): BreakdownKind[] {
  const held = snapshot.seriesOf(id);
  const readFor = (series: readonly SeriesWithCoverage[]) =>
    areasToRead(area, snapshot, place).find(({ areaType }) =>
      series.some((one) => hasCoverage(one, areaType)),
    );
  const kinds: BreakdownKind[] = [];
  for (const { id: scheme } of ethnicSchemes) {
    const read = readFor(held.filter((one) => isGroupOf(one, scheme)));
    if (read !== undefined) kinds.push({ by: 'ethnicGroup', scheme, read });
  }
  if (isOfDeprivation) return kinds;
  const national = readFor(held.filter((one) => one.deprivation !== everywhere.id));
  if (national !== undefined) kinds.push({ by: 'deprivation', fifths: 'national', read: national });
  const codes = [...wardFifths.keys()];
  // What counts nothing, such as a score, cannot be added up over the wards of a fifth.
  const ofWards = counted !== null && held.some((one) => hasCoverage(one, 'ward'));
  if (area.code === place.code && ofWards && codes.length > 0) {
    const read = { areaType: 'ward', codes } as const;
    // Wards may be modelled where the place they make up is not.
    const isOfPlace = held.some((one) => hasCoverage(one, place.type));
    const whole = { areaType: place.type, codes: [place.code] } as const;
    kinds.push({ by: 'deprivation', fifths: 'wards', read, ...(isOfPlace && { whole }) });
  }
  return kinds;
}

export const isGroupOf = (series: SeriesWithCoverage, scheme: EthnicScheme) =>
  series.ethnic_group.startsWith(`${scheme}/`) && series.ethnic_group !== `${scheme}/${UNKNOWN}`;
