/** An indicator by fifths of deprivation: national ones, or those of the wards of the place. Pure. */
import { type FifthKind, fifthKinds, labelOf } from '../../contract/dimensions.ts';
import { bareFifth } from '../../contract/group-words.ts';
import type { Indicator } from '../../indicators/indicator.ts';
import type { Part } from '../figures/part.ts';
import { hasCoverage } from '../release/resolve.ts';
import { resolveStratum } from '../release/resolve-stratum.ts';
import type { SeriesWithCoverage } from '../release/snapshot.ts';
import { Unavailable } from '../release/unavailable.ts';
import { bandsOf } from './age-parts.ts';
import { type BreakdownKind, everywhere, fifths } from './breakdown-kinds.ts';
import type { BreakdownContext, BreakdownQuery, GroupBreakdown } from './group-breakdown.ts';
import { isSameBut, refuseChosen } from './siblings.ts';
import type { WardFifths } from './ward-fifths.ts';

/**
 * An indicator by fifths of deprivation: national ones, or those of the wards of the place.
 *
 * @param indicator what is asked about.
 * @param query for whom, and which kind of fifths.
 * @param kinds the ways it can be broken down by deprivation.
 * @param held its series.
 * @param context the fifths of wards, and the place.
 * @returns the fifths that have figures, from the most deprived.
 * @throws Unavailable naming the field and the values there are figures for.
 * @see MHCLG (2025) English Indices of Deprivation 2025: national fifths of small areas.
 * @example byDeprivation(indicator, {}, breakdownKinds(indicator, borough, { ...context, wardFifths: new Map([['E05000001', 1], ['E05000002', 5]]) })
 *   .filter(({ by }) => by === 'deprivation'), snapshot.seriesOf('made-up'), {
 *   wardFifths: new Map([['E05000001', 1], ['E05000002', 5]]), place,
 * }).groups.map(({ part }) => part.codes); // [['E05000001'], ['E05000002']]
 */
export function byDeprivation(
  indicator: Indicator,
  query: BreakdownQuery,
  kinds: readonly BreakdownKind[],
  held: readonly SeriesWithCoverage[],
  { wardFifths, place }: Pick<BreakdownContext, 'wardFifths' | 'place'>,
): GroupBreakdown {
  refuseChosen('deprivation', query.deprivation);
  const kind = kindAsked(query.fifths, kinds);
  const isNational = kind.fifths === 'national';
  const { areaType } = kind.read;
  const here = held.filter((one) => hasCoverage(one, areaType));
  const { deprivation: _, ...within } = query;
  const isCompared = (one: SeriesWithCoverage) => (one.deprivation === everywhere.id) !== isNational;
  const { series, stratum } = resolveStratum(indicator, within, here.filter(isCompared));
  const parts = { kind, wardFifths, seriesOf: seriesLike(series, here) };
  const groups = partsOfFifths(series.age_band, parts).flatMap(({ fifth, part }) => {
    if (part === undefined || part.codes.length === 0) return [];
    const label = isNational ? fifth.label : `${bareFifth(fifth.label)} of wards in ${place.name}`;
    return [{ id: fifth.id, label, part }];
  });
  const { ethnicScheme } = stratum;
  return {
    facts: {
      by: 'deprivation',
      label: labelOf(fifthKinds, kind.fifths),
      fifths: kind.fifths,
      ...(ethnicScheme !== undefined && { ethnicScheme }),
      description: isNational ? NATIONAL : OF_WARDS,
      ordered: true,
    },
    stratum: { ...stratum, deprivation: everywhere.id },
    groups,
    unknown: undefined,
    whole: wholeOf(series.age_band, parts),
    bandsAt: bandsOf(indicator, stratum, here, areaType, (band) => {
      const ofBand = partsOfFifths(band, parts).map(({ part }) => part);
      return ofBand.every((part) => part !== undefined)
        ? { groups: ofBand, unknown: undefined, whole: wholeOf(band, parts) }
        : undefined;
    }),
    areaType,
    coverage: here
      .filter((one) => groups.some(({ part }) => part.series === one.id))
      .flatMap((one) => one.coverage),
    version: series.version_id,
  };
}

type KindOfFifths = BreakdownKind & Required<Pick<BreakdownKind, 'fifths'>>;

function kindAsked(asked: FifthKind | undefined, kinds: readonly BreakdownKind[]): KindOfFifths {
  const offered = kinds.filter((kind): kind is KindOfFifths => kind.fifths !== undefined);
  const kind = asked === undefined ? offered[0] : offered.find(({ fifths: which }) => which === asked);
  if (kind !== undefined) return kind;
  throw new Unavailable(
    'fifths',
    asked ?? '',
    offered.map(({ fifths: which }) => which),
  );
}

/** How the figures of a fifth are found. */
interface FifthParts {
  readonly kind: KindOfFifths;
  readonly wardFifths: WardFifths;
  readonly seriesOf: (fifth: string, ageBand: string) => SeriesWithCoverage | undefined;
}

const seriesLike =
  (chosen: SeriesWithCoverage, here: readonly SeriesWithCoverage[]): FifthParts['seriesOf'] =>
  (fifth, ageBand) =>
    here.find(
      (one) => one.deprivation === fifth && one.age_band === ageBand && isSameBut(one, chosen, 'deprivation'),
    );

/** Each fifth with what it is made of at one age band, from the most deprived; without a part where it has no series. */
function partsOfFifths(ageBand: string, { kind, wardFifths, seriesOf }: FifthParts) {
  const { areaType, codes } = kind.read;
  return fifths.map((fifth) => {
    const isNational = kind.fifths === 'national';
    const series = seriesOf(isNational ? fifth.id : everywhere.id, ageBand);
    const part: Part | undefined = series && {
      series: series.id,
      areaType,
      codes: isNational ? codes : codes.filter((code) => wardFifths.get(code) === Number(fifth.id)),
      ...(isNational && { lacking: NO_SMALL_AREA }),
    };
    return { fifth, part };
  });
}

/** Everybody at one age band, as published for the whole place where that is. */
function wholeOf(ageBand: string, { kind, seriesOf }: FifthParts): Part | undefined {
  const series = seriesOf(everywhere.id, ageBand);
  if (series === undefined) return undefined;
  const isPublished = kind.whole !== undefined && hasCoverage(series, kind.whole.areaType);
  const { areaType, codes } = (isPublished ? kind.whole : undefined) ?? kind.read;
  return { series: series.id, areaType, codes };
}

const NO_SMALL_AREA = 'No small area here lies in this fifth.';
const NATIONAL =
  'Fifths of all small areas (LSOAs) in England by the Indices of Deprivation 2025; people are put in the fifth of the small area they live in.';
const OF_WARDS =
  'The wards here, ranked by their deprivation score (Indices of Deprivation 2025) and cut into five groups; published ward figures are added up within each. A ward holds people of every fifth, so gaps look smaller than between small areas.';
