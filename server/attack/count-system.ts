/** A table of people as the public sees it: its cells, and what adds up to what. Pure. */
import { bandsCovering } from '../contract/age-bands.ts';
import { nestedEthnicSchemes } from '../contract/dimensions.ts';
import type { AreasReply, IndicatorReply } from '../contract/replies.ts';
import { type Dimension, TOTAL } from '../disclosure/table/dimension.ts';
import { dimensionOf } from '../disclosure/table/hierarchy.ts';
import { cellOf, type Layout, layoutOf } from '../disclosure/table/layout.ts';
import type { GatheredFigure } from './figure.ts';

export type CountedOutcome = 'with' | 'without' | typeof TOTAL;

export interface CountSystem {
  readonly layout: Layout;
  /** Undefined where the figure is about nobody of this table. */
  readonly cellOf: (
    figure: Pick<GatheredFigure, 'area' | 'stratum'>,
    outcome: CountedOutcome,
  ) => number | undefined;
}

/**
 * The system that the indicators of one table span: areas within areas, ethnic groups within ethnic groups, age bands,
 * and those with and without, who are everybody.
 *
 * @param definitions of the indicators counted from the table.
 * @param areas every area there is, with the larger ones around it.
 * @throws Error where areas or groups do not nest.
 * @see Dobra A, Fienberg SE (2000) PNAS 97(22).
 * @example countSystem(definitions, areas).cellOf({ area: 'A', stratum }, 'without'); // 10
 */
export function countSystem(definitions: readonly IndicatorReply[], areas: AreasReply['areas']): CountSystem {
  const available = definitions.flatMap((definition) => definition.available);
  const types = areaTypesOf(definitions);
  const bands = finestBands([...new Set(available.map(({ ageBand }) => ageBand))]);
  const layout = layoutOf([
    areasAsDimension(areas, types),
    ethnicGroupsAsDimension(available),
    dimensionOf(
      'ageBand',
      [['ageBand']],
      bands.map((ageBand) => ({ ageBand })),
    ),
    dimensionOf('outcome', [['outcome']], [{ outcome: 'with' }, { outcome: 'without' }]),
  ]);
  const places = new Set(areas.filter(({ type }) => type === types.at(-1)).map(({ code }) => code));
  return {
    layout,
    cellOf: ({ area, stratum }, outcome) => {
      if (stratum.sex !== 'all' || stratum.deprivation !== 'all') return undefined;
      const group = stratum.ethnicGroup === 'all' ? TOTAL : `${stratum.ethnicScheme}/${stratum.ethnicGroup}`;
      const age = bandsCovering(stratum.ageBand, bands)?.length === bands.length ? TOTAL : stratum.ageBand;
      return cellOf(layout, [
        places.has(area) ? TOTAL : area,
        group,
        stratum.ageBand === 'all' ? TOTAL : age,
        outcome,
      ]);
    },
  };
}

/** Finest first; the last is the place itself. */
export const areaTypesOf = (definitions: readonly IndicatorReply[]): string[] => [
  ...new Set(definitions.flatMap(({ areaTypes }) => areaTypes)),
];

/** Bands that no others make up. */
export function finestBands(bands: readonly string[]): string[] {
  const parts = bands.filter((band) => band !== 'all');
  const finest = parts.filter(
    (band) =>
      bandsCovering(
        band,
        parts.filter((one) => one !== band),
      ) === undefined,
  );
  return finest.length === 0 ? ['all ages'] : finest;
}

/** The largest type is the place itself, the total. */
export function areasAsDimension(areas: AreasReply['areas'], types: readonly string[]): Dimension {
  const [finest = '', ...larger] = types.slice(0, -1);
  const rows = areas
    .filter(({ type }) => type === finest)
    .map(({ code, parents }) => ({
      [finest]: code,
      ...Object.fromEntries(
        larger.map((type) => [type, parents.find((parent) => parent.type === type)?.code ?? '']),
      ),
    }));
  return dimensionOf('area', [[finest, ...larger]], rows);
}

export function ethnicGroupsAsDimension(available: IndicatorReply['available']): Dimension {
  const groups = new Map<string, Set<string>>();
  for (const { ethnicScheme, ethnicGroup } of available) {
    if (ethnicScheme === undefined || ethnicGroup === 'all') continue;
    groups.set(ethnicScheme, (groups.get(ethnicScheme) ?? new Set()).add(ethnicGroup));
  }
  const schemes = [...groups.keys()];
  const nested = nestedEthnicSchemes.find(
    ({ finer, coarser }) => schemes.includes(finer) && schemes.includes(coarser),
  );
  const scheme = nested?.finer ?? schemes[0] ?? 'everybody';
  const rows = [...(groups.get(scheme) ?? ['everybody'])].map((group) => ({
    [scheme]: `${scheme}/${group}`,
    ...(nested && { [nested.coarser]: `${nested.coarser}/${nested.groupOf[group]}` }),
  }));
  return dimensionOf('ethnicGroup', [nested ? [scheme, nested.coarser] : [scheme]], rows);
}
