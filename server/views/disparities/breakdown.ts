/** The groups a question is about, and which stored figures each is made of. Pure. */
import { narrowestBands } from '../../contract/age-bands.ts';
import {
  type AreaType,
  type Breakdown as By,
  deprivationFifths,
  type EthnicScheme,
  ethnicSchemes,
  type FifthKind,
  fifthKinds,
} from '../../contract/dimensions.ts';
import type { DisparitiesReply } from '../../contract/disparity-replies.ts';
import type { Place } from '../../contract/place.ts';
import type { Stratum } from '../../contract/queries.ts';
import type { Indicator } from '../../indicators/indicator.ts';
import { hasCoverage, resolveStratum, type StratumQuery } from '../resolve.ts';
import type { SeriesWithCoverage, Snapshot } from '../snapshot.ts';
import { Unavailable } from '../unavailable.ts';
import { type AreaToRead, areasToRead } from './area-to-read.ts';
import type { Part } from './part.ts';
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

const UNKNOWN = 'unknown';
const [everywhere, ...fifths] = deprivationFifths;

/** @throws Unavailable naming the field and the values there are figures for. */
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
    throw new Unavailable('by', by ?? 'ethnic group or deprivation', [
      ...new Set(kinds.map((kind) => kind.by)),
    ]);
  return by === 'ethnicGroup'
    ? byEthnicGroup(indicator, query, ofBy, held)
    : byDeprivation(indicator, query, ofBy, held, context.wardFifths);
}

/** One way the indicator can be broken down in the area, and how the area is then read. */
interface Kind {
  readonly by: By;
  readonly scheme?: EthnicScheme;
  readonly fifths?: FifthKind;
  readonly read: { readonly areaType: AreaType; readonly codes: readonly string[] };
}

/** Every way, ethnic groups first, the one taken by default leading each. */
export function kindsOf(
  { id, isOfDeprivation = false }: Indicator,
  area: AreaToRead,
  { snapshot, place, wardFifths }: BreakdownContext,
): Kind[] {
  const held = snapshot.seriesOf(id);
  const readFor = (series: readonly SeriesWithCoverage[]) =>
    areasToRead(area, snapshot, place).find(({ areaType }) =>
      series.some((one) => hasCoverage(one, areaType)),
    );
  const kinds: Kind[] = [];
  for (const { id: scheme } of ethnicSchemes) {
    const read = readFor(held.filter((one) => isGroupOf(one, scheme)));
    if (read !== undefined) kinds.push({ by: 'ethnicGroup', scheme, read });
  }
  if (isOfDeprivation) return kinds;
  const national = readFor(held.filter((one) => one.deprivation !== everywhere.id));
  if (national !== undefined) kinds.push({ by: 'deprivation', fifths: 'national', read: national });
  const codes = [...wardFifths.keys()];
  const ofWards = held.some((one) => hasCoverage(one, 'ward'));
  if (area.code === place.code && ofWards && codes.length > 0)
    kinds.push({ by: 'deprivation', fifths: 'wards', read: { areaType: 'ward', codes } });
  return kinds;
}

const isGroupOf = (series: SeriesWithCoverage, scheme: EthnicScheme) =>
  series.ethnic_group.startsWith(`${scheme}/`) && series.ethnic_group !== `${scheme}/${UNKNOWN}`;

function byEthnicGroup(
  indicator: Indicator,
  query: BreakdownQuery,
  kinds: readonly Kind[],
  held: readonly SeriesWithCoverage[],
): GroupBreakdown {
  refuseChosen('ethnicGroup', query.ethnicGroup);
  const schemes = kinds.flatMap(({ scheme }) => (scheme === undefined ? [] : [scheme]));
  const kind = kinds.find(({ scheme }) => scheme === (query.ethnicScheme ?? schemes[0]));
  if (kind?.scheme === undefined) throw new Unavailable('ethnicScheme', query.ethnicScheme ?? '', schemes);
  const scheme = ethnicSchemes.find(({ id }) => id === kind.scheme) ?? ethnicSchemes[0];
  const { areaType, codes } = kind.read;
  const here = held.filter((one) => hasCoverage(one, areaType));
  const { ethnicGroup: _, ethnicScheme: __, ...within } = query;
  const chosen = resolveStratum(
    indicator,
    within,
    here.filter((one) => isGroupOf(one, scheme.id)),
  );
  const find = (group: string, ageBand = chosen.series.age_band) =>
    here.find(
      (one) =>
        one.ethnic_group === group &&
        one.age_band === ageBand &&
        isSameBut(one, chosen.series, 'ethnic_group'),
    );
  const partOf = (series: SeriesWithCoverage | undefined): Part | undefined =>
    series && { series: series.id, areaType, codes };
  const groups = scheme.groups.flatMap(({ id, label }) => {
    const series = id === UNKNOWN ? undefined : find(`${scheme.id}/${id}`);
    return series === undefined ? [] : [{ id, label, series }];
  });
  const seriesAt = (band: string) => groups.map(({ id }) => find(`${scheme.id}/${id}`, band));
  return {
    facts: {
      by: 'ethnicGroup',
      label: scheme.label,
      ethnicScheme: scheme.id,
      description: `Ethnic groups of the scheme ${scheme.label}; other schemes draw them differently.`,
      ordered: false,
    },
    stratum: withoutScheme({ ...chosen.stratum, ethnicGroup: 'all' }),
    groups: groups.map(({ id, label, series }) => ({
      id,
      label,
      part: { series: series.id, areaType, codes },
    })),
    unknown: partOf(find(`${scheme.id}/${UNKNOWN}`)),
    whole: partOf(find('all')),
    bandsAt: bandsOf(indicator, chosen.stratum, here, areaType, (band) => {
      const parts = seriesAt(band).map(partOf);
      return parts.every((part) => part !== undefined)
        ? { groups: parts, whole: partOf(find('all', band)) }
        : undefined;
    }),
    areaType,
    coverage: groups.flatMap(({ series }) => series.coverage),
    version: chosen.series.version_id,
  };
}

function byDeprivation(
  indicator: Indicator,
  query: BreakdownQuery,
  kinds: readonly Kind[],
  held: readonly SeriesWithCoverage[],
  wardFifths: WardFifths,
): GroupBreakdown {
  refuseChosen('deprivation', query.deprivation);
  const offered = kinds.flatMap((kind) => (kind.fifths === undefined ? [] : [kind.fifths]));
  const kind = kinds.find((one) => one.fifths === (query.fifths ?? offered[0]));
  if (kind?.fifths === undefined) throw new Unavailable('fifths', query.fifths ?? '', offered);
  const isNational = kind.fifths === 'national';
  const { areaType, codes } = kind.read;
  const here = held.filter((one) => hasCoverage(one, areaType));
  const { deprivation: _, ...within } = query;
  const isCompared = (one: SeriesWithCoverage) => (one.deprivation === everywhere.id) !== isNational;
  const chosen = resolveStratum(indicator, within, here.filter(isCompared));
  const find = (fifth: string, ageBand = chosen.series.age_band) =>
    here.find(
      (one) =>
        one.deprivation === fifth && one.age_band === ageBand && isSameBut(one, chosen.series, 'deprivation'),
    );
  const partsAt = (ageBand: string): (Part | undefined)[] =>
    fifths.map(({ id }) => {
      const series = find(isNational ? id : everywhere.id, ageBand);
      if (series === undefined) return undefined;
      const inFifth = isNational ? codes : codes.filter((code) => wardFifths.get(code) === Number(id));
      return { series: series.id, areaType, codes: inFifth, ...(isNational && { lacking: NO_SMALL_AREA }) };
    });
  const groups = partsAt(chosen.series.age_band).flatMap((part, index) => {
    const fifth = fifths[index];
    return part === undefined || fifth === undefined || part.codes.length === 0
      ? []
      : [{ id: fifth.id, label: fifth.label, part }];
  });
  const wholeAt = (ageBand: string): Part | undefined => {
    const series = find(everywhere.id, ageBand);
    return series && { series: series.id, areaType, codes };
  };
  const { ethnicScheme } = chosen.stratum;
  return {
    facts: {
      by: 'deprivation',
      label: fifthKinds.find(({ id }) => id === kind.fifths)?.label ?? '',
      fifths: kind.fifths,
      ...(ethnicScheme !== undefined && { ethnicScheme }),
      description: isNational ? NATIONAL : OF_WARDS,
      ordered: true,
    },
    stratum: { ...chosen.stratum, deprivation: everywhere.id },
    groups,
    unknown: undefined,
    whole: wholeAt(chosen.series.age_band),
    bandsAt: bandsOf(indicator, chosen.stratum, here, areaType, (band) => {
      const parts = partsAt(band);
      return parts.every((part) => part !== undefined) ? { groups: parts, whole: wholeAt(band) } : undefined;
    }),
    areaType,
    coverage: here
      .filter((one) => groups.some(({ part }) => part.series === one.id))
      .flatMap((one) => one.coverage),
    version: chosen.series.version_id,
  };
}

const NO_SMALL_AREA = 'No small area here lies in this fifth.';
const NATIONAL =
  'Fifths of all small areas (LSOAs) in England by the Indices of Deprivation 2025; people are put in the fifth of the small area they live in.';
const OF_WARDS =
  'The wards here, ranked by their deprivation score (Indices of Deprivation 2025) and cut into five groups; published ward figures are added up within each. A ward holds people of every fifth, so gaps look smaller than between small areas.';

/** The part that is compared is not chosen. */
function refuseChosen(field: string, value: string | undefined): void {
  if (value !== undefined && value !== 'all') throw new Unavailable(field, value, ['all']);
}

function withoutScheme({ ethnicScheme: _, ...stratum }: Stratum): Stratum {
  return stratum;
}

function isSameBut(
  a: SeriesWithCoverage,
  b: SeriesWithCoverage,
  compared: 'ethnic_group' | 'deprivation',
): boolean {
  const parts = ['ethnic_group', 'deprivation', 'sex', 'denominator', 'version_id'] as const;
  return parts.every((part) => part === compared || a[part] === b[part]);
}

/** The age bands that together are exactly the ages compared and that every group has; empty where there are none. */
function bandsOf(
  indicator: Indicator,
  { ageBand }: Stratum,
  here: readonly SeriesWithCoverage[],
  areaType: AreaType,
  partsAt: (band: string) => Pick<BandParts, 'groups' | 'whole'> | undefined,
): (period: string) => BandParts[] {
  const whole = ageBand === 'all' ? (indicator.allAges ?? 'all') : ageBand;
  return (period) => {
    const published = here.filter((one) =>
      one.coverage.some((row) => row.area_type === areaType && row.period === period && row.shown > 0),
    );
    const narrower = [...new Set(published.map((one) => one.age_band))].filter(
      (band) => band !== ageBand && band !== whole && partsAt(band) !== undefined,
    );
    const covering = narrowestBands(whole, narrower) ?? [];
    return covering.flatMap((band) => {
      const parts = partsAt(band);
      return parts === undefined ? [] : [{ ageBand: band, ...parts }];
    });
  };
}
