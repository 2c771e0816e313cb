/** Figures that are a property of areas given to each person in them: their sample is the areas, not the people. Pure. */
import type { SmallAreas } from '../../db/schema.ts';
import type { AreaType } from '../contract/dimensions.ts';
import { clusteredProportion, FEWEST_CLUSTERS } from '../stats/clustered-proportion.ts';
import type { EstimateFigures } from './estimate.ts';
import type { FigureByArea, FigureSource, StratumParts } from './figures.ts';

interface Asked {
  /** People who live in areas with the property, and people, by small area. */
  readonly measure: string;
  readonly people: string;
  readonly period: string;
  readonly stratum: StratumParts;
  readonly areaType: AreaType;
}

/** The same shares with the small areas behind them, and limits from those; none from fewer than twenty. */
export function byAreas(
  estimates: ReadonlyMap<string, EstimateFigures>,
  { measure, people, period, stratum, areaType }: Asked,
  observed: FigureSource,
): Map<string, EstimateFigures> {
  const residents = observed.figures(people, period, stratum, 'lsoa')?.byArea;
  const everyone = { ...stratum, ethnicGroup: 'all' };
  const inside = observed.figures(measure, period, everyone, 'lsoa')?.byArea;
  const parts = observed.smallAreasIn?.(areaType);
  return new Map(
    [...estimates].map(([code, estimate]) => {
      const found = parts?.get(code)?.toSorted() ?? [];
      if (
        estimate.status !== 'shown' ||
        residents === undefined ||
        inside === undefined ||
        found.length === 0
      )
        return [code, estimate];
      return [code, withAreas(estimate, smallAreasOf(found, residents, inside))];
    }),
  );
}

function smallAreasOf(codes: readonly string[], residents: FigureByArea, inside: FigureByArea): SmallAreas {
  const countOf = (figures: FigureByArea, code: string) => {
    const figure = figures.get(code);
    return figure?.status === 'value' ? figure.value : 0;
  };
  return {
    people: codes.map((code) => countOf(residents, code)),
    having: codes.map((code) => (countOf(inside, code) > 0 ? 1 : 0)),
  };
}

function withAreas(estimate: EstimateFigures, areas: SmallAreas): EstimateFigures {
  const clusters = areas.people.map((denominator, at) => ({
    numerator: areas.having[at] === 1 ? denominator : 0,
    denominator,
  }));
  const [at95, at998] = [0.95, 0.998].map((level) => clusteredProportion(clusters, level));
  const percent = (limit: number | undefined) => (limit === undefined ? null : 100 * limit);
  const hasLimits = at95?.lower !== undefined;
  return {
    ...estimate,
    interval: hasLimits ? 'ours' : 'none',
    lower95: percent(at95?.lower),
    upper95: percent(at95?.upper),
    lower998: percent(at998?.lower),
    upper998: percent(at998?.upper),
    small_areas: areas,
    notes: hasLimits ? estimate.notes : [...estimate.notes, whyNone(clusters.length)],
  };
}

const whyNone = (areas: number) =>
  areas < FEWEST_CLUSTERS
    ? `Everybody in a small area shares its value, and it has only ${areas}: too few for an interval.`
    : 'All its small areas are alike in this, so they give no interval.';
