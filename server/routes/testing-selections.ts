/** Every selection of disparities that the demonstration can answer, told from the catalogue the API gives. */
import type { AreasReply, IndicatorReply, IndicatorsReply } from '../contract/replies.ts';
import { testConfig } from '../testing.ts';

const { place } = testConfig;

export interface Selection {
  readonly indicator: string;
  readonly by: 'ethnicGroup' | 'deprivation';
  readonly scheme?: string;
  readonly groups: readonly string[];
  readonly fifths?: 'national' | 'wards';
  readonly area: string;
  readonly areaType: string;
  /** Where it is not that of the area, its wards are added up. */
  readonly readType: string;
  readonly period: string;
  readonly reference: string;
  readonly ageBand: string;
  readonly denominator?: string;
}

/** Titles of indicators that are deprivation themselves: those are not broken down by it. */
const OF_DEPRIVATION = /depriv/;

/** Everything that could be asked: indicators by groups, areas, periods, ages, denominators and references. */
export async function everySelection(
  get: <T>(url: string) => Promise<T>,
  areas: AreasReply['areas'],
): Promise<Selection[]> {
  const { indicators } = await get<IndicatorsReply>('/api/v1/indicators');
  const fives = ['1', '2', '3', '4', '5'];
  const found: Selection[] = [];
  for (const {
    id,
    title,
    unit,
    polarity,
    ethnicGroups,
    deprivation,
    areaTypes,
    denominators,
  } of indicators) {
    if (unit !== 'percent') continue;
    const { available } = await get<IndicatorReply>(`/api/v1/indicators/${id}`);
    const ways: Pick<Selection, 'by' | 'scheme' | 'fifths' | 'groups'>[] = [
      ...ethnicGroups.map(({ scheme, groups }) => ({
        by: 'ethnicGroup' as const,
        scheme,
        groups: groups.filter((group) => group !== 'unknown'),
      })),
      ...(deprivation.includes('1')
        ? [{ by: 'deprivation' as const, fifths: 'national' as const, groups: fives }]
        : []),
      ...(areaTypes.includes('ward') && !OF_DEPRIVATION.test(title)
        ? [{ by: 'deprivation' as const, fifths: 'wards' as const, groups: fives }]
        : []),
    ];
    for (const way of ways) {
      const references = ['rest', 'largest', ...(polarity === 'neutral' ? [] : ['best']), ...way.groups];
      const within = areas.filter(({ code, type }) => {
        if (way.fifths === 'wards') return code === place.code;
        return areaTypes.includes(type) || (type === 'neighbourhood' && areaTypes.includes('ward'));
      });
      for (const { code, type } of within) {
        const readType = way.fifths === 'wards' || !areaTypes.includes(type) ? 'ward' : type;
        const series = available.filter(
          (one) =>
            one.areaType === readType &&
            one.ethnicGroup === (way.by === 'ethnicGroup' ? way.groups[0] : 'all') &&
            one.deprivation === (way.fifths === 'national' ? '2' : 'all'),
        );
        for (const { ageBand, periods, denominator } of series)
          for (const period of periods)
            for (const reference of references)
              found.push({
                ...way,
                indicator: id,
                area: code,
                areaType: type,
                readType,
                period,
                reference,
                ageBand,
                ...(denominators.length > 0 && denominator !== undefined && { denominator }),
              });
      }
    }
  }
  return found;
}

/** With %s where a file's ending goes. */
export function urlOf({
  indicator,
  by,
  scheme,
  fifths,
  area,
  period,
  reference,
  ageBand,
  denominator,
}: Selection): string {
  const query = new URLSearchParams({
    by,
    area,
    period,
    reference,
    ageBand,
    ...(scheme !== undefined && { ethnicScheme: scheme }),
    ...(fifths !== undefined && { fifths }),
    ...(denominator !== undefined && { denominator }),
  });
  return `/indicators/${indicator}/disparities%s?${query}`;
}
