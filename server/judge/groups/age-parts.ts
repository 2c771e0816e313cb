/** The groups of a question by age. Pure. */
import { narrowestBands } from '../../contract/age-bands.ts';
import type { AreaType } from '../../contract/dimensions.ts';
import type { Stratum } from '../../contract/queries.ts';
import type { Indicator } from '../../indicators/indicator.ts';
import type { SeriesWithCoverage } from '../release/snapshot.ts';
import type { BandParts } from './group-breakdown.ts';

/**
 * The age bands that together are exactly the ages compared and that every group has.
 *
 * @param indicator what is asked about.
 * @param stratum the ages compared.
 * @param here series with figures for such areas.
 * @param areaType the type of area read.
 * @param partsAt the groups at one age band; undefined where one has none there.
 * @returns by period, narrowest bands first found; empty where there are none.
 * @example bandsOf(indicator, { ageBand: 'all' }, [], 'borough', () => undefined)('2024-25'); // []
 */
export function bandsOf(
  indicator: Indicator,
  { ageBand }: Stratum,
  here: readonly SeriesWithCoverage[],
  areaType: AreaType,
  partsAt: (band: string) => Omit<BandParts, 'ageBand'> | undefined,
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
