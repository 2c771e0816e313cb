/** An indicator by fifths of deprivation: national ones, or those of the wards of the place. Pure. */
import { fifthKinds } from '../../contract/dimensions.ts';
import { bareFifth } from '../../contract/group-words.ts';
import type { Indicator } from '../../indicators/indicator.ts';
import type { Part } from '../figures/part.ts';
import { hasCoverage } from '../release/resolve.ts';
import { resolveStratum } from '../release/resolve-stratum.ts';
import type { SeriesWithCoverage } from '../release/snapshot.ts';
import { Unavailable } from '../release/unavailable.ts';
import { bandsOf } from './age-parts.ts';
import type { BreakdownContext, BreakdownQuery, GroupBreakdown } from './breakdown.ts';
import { everywhere, fifths, type Kind } from './breakdown-kinds.ts';
import { isSameBut, refuseChosen } from './siblings.ts';

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
 * @example byDeprivation(indicator, {}, kindsOf(indicator, borough, { ...context, wardFifths: new Map([['E05000001', 1], ['E05000002', 5]]) })
 *   .filter(({ by }) => by === 'deprivation'), snapshot.seriesOf('made-up'), {
 *   wardFifths: new Map([['E05000001', 1], ['E05000002', 5]]), place,
 * }).groups.map(({ part }) => part.codes); // [['E05000001'], ['E05000002']]
 */
export function byDeprivation(
  indicator: Indicator,
  query: BreakdownQuery,
  kinds: readonly Kind[],
  held: readonly SeriesWithCoverage[],
  { wardFifths, place }: Pick<BreakdownContext, 'wardFifths' | 'place'>,
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
      : [
          {
            id: fifth.id,
            label: isNational ? fifth.label : `${bareFifth(fifth.label)} of wards in ${place.name}`,
            part,
          },
        ];
  });
  const wholeAt = (ageBand: string): Part | undefined => {
    const series = find(everywhere.id, ageBand);
    const { areaType: type, codes: all } =
      kind.whole !== undefined && series !== undefined && hasCoverage(series, kind.whole.areaType)
        ? kind.whole
        : kind.read;
    return series && { series: series.id, areaType: type, codes: all };
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
      return parts.every((part) => part !== undefined)
        ? { groups: parts, unknown: undefined, whole: wholeAt(band) }
        : undefined;
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
