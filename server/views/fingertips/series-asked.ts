/** Which figures a question for data means. Pure. */
import type { AreaType } from '../../contract/dimensions.ts';
import { hasCoverage } from '../../judge/release/resolve.ts';
import type { SeriesWithCoverage, Snapshot } from '../../judge/release/snapshot.ts';
import { judgedSeries, type Listed } from './listed.ts';
import { type StratumCodes, stratumCodes } from './stratum-codes.ts';

export interface AreasAsked {
  readonly child: AreaType;
  readonly parent: AreaType;
  /** Only areas in this one. */
  readonly parentCode?: string;
}

export interface SeriesAsked {
  readonly listed: Listed;
  readonly series: SeriesWithCoverage;
  readonly codes: StratumCodes;
}

/**
 * Every age and sex of everyone; ethnic groups and fifths of deprivation at the ages each population group begins with.
 * None of an indicator without figures of the smaller areas.
 */
export function seriesAsked(
  asked: readonly Listed[],
  { child }: AreasAsked,
  snapshot: Snapshot,
): SeriesAsked[] {
  return asked.flatMap((listed) => {
    const { indicator, ageBands } = listed;
    const first = new Set<string>(indicator.populationGroups.map((group) => group.ageBands[0]));
    return judgedSeries(indicator, snapshot)
      .filter((series) => hasCoverage(series, child))
      .filter(({ age_band }) => ageBands === undefined || ageBands.includes(age_band))
      .flatMap((series) => {
        const codes = stratumCodes(indicator, series);
        if (codes === undefined) return [];
        const isAsked = codes.category === undefined || first.has(series.age_band);
        return isAsked ? [{ listed, series, codes }] : [];
      })
      .sort((one, other) => order(one) - order(other));
  });
}

/** Everyone before categories. */
const order = ({ codes }: SeriesAsked) => (codes.category === undefined ? 0 : codes.category.type.id);
