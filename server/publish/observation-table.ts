/** Figures as they were observed, arranged for looking up. */
import type { ObservationRow } from '../../db/intake-schema.ts';
import type { AreaType } from '../contract/dimensions.ts';
import { missingReasons } from '../contract/without-figure.ts';
import type { StratumParts } from './figures.ts';
import { atAgeBand, type Figure, type FigureByArea } from './figures.ts';

type ByBand = Map<string, Map<string, Figure>>;

export class ObservationTable {
  readonly #byKey = new Map<string, ByBand>();
  readonly #periods = new Map<string, Set<string>>();

  add(rows: readonly ObservationRow[]): this {
    for (const row of rows) {
      // Pieces of an area, not the area: whoever counts people by them adds them up.
      if (row.overlap_code !== '') continue;
      const key = keyOf(row.measure, row.period, row.area_type, row.ethnic_group, row.sex, row.deprivation);
      const byBand: ByBand = this.#byKey.get(key) ?? new Map();
      const byArea = byBand.get(row.age_band) ?? new Map<string, Figure>();
      byArea.set(row.area_code, figureOf(row));
      this.#byKey.set(key, byBand.set(row.age_band, byArea));
      this.#periods.set(row.measure, (this.#periods.get(row.measure) ?? new Set()).add(row.period));
    }
    return this;
  }

  periodsOf(measure: string): string[] {
    return [...(this.#periods.get(measure) ?? [])];
  }

  /** The figures of one stratum at one area type, younger and older bands added up where those fit the ages asked for. */
  at(measure: string, period: string, stratum: StratumParts, areaType: AreaType): FigureByArea | undefined {
    const key = keyOf(measure, period, areaType, stratum.ethnicGroup, stratum.sex, stratum.deprivation);
    const byBand = this.#byKey.get(key);
    return byBand && atAgeBand(byBand, stratum.ageBand);
  }

  /** The age bands everybody of an area type is observed by. */
  bandsOf(measure: string, period: string, areaType: AreaType): string[] {
    return [...(this.#byKey.get(keyOf(measure, period, areaType, 'all', 'all', 'all'))?.keys() ?? [])];
  }
}

const keyOf = (...parts: readonly string[]): string => parts.join('|');

function figureOf(row: ObservationRow): Figure {
  if (row.status !== 'value' || row.value === null) {
    if (row.status === 'withheld') return { status: 'withheld' };
    return {
      status: 'missing',
      reason: missingReasons.find(({ id }) => id === row.status)?.id ?? 'not-available',
    };
  }
  const limits =
    row.lower95 === null || row.upper95 === null ? {} : { lower95: row.lower95, upper95: row.upper95 };
  return { status: 'value', value: row.value, ...limits, ...(row.note !== null && { note: row.note }) };
}
