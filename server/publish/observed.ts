/** What intake holds, arranged for looking up, and every figure that can be had from it by adding, averaging, sharing out. */
import type { ObservationRow } from '../../db/schema.ts';
import { bandsCovering } from '../contract/age-bands.ts';
import type { AreaType, Basis } from '../contract/dimensions.ts';
import { type FifthsBy, type Measure, measureOf, nationalFifths } from '../indicators/measures.ts';
import { atAgeBand, type Figure, type FigureByArea, type Figures, sumOf } from './figures.ts';
import {
  type Geography,
  linked,
  nests,
  type Shares,
  sharesByResidents,
  through,
  wholly,
} from './geography.ts';

export interface StratumParts {
  readonly ethnicGroup: string;
  readonly ageBand: string;
  readonly sex: string;
  readonly deprivation: string;
}

/** Where deriving looks for figures: what is observed, or what may be shown of counts of people. */
export interface FigureSource {
  readonly periodsOf: (measure: string) => string[];
  readonly figures: (
    measure: string,
    period: string,
    stratum: StratumParts,
    areaType: AreaType,
  ) => Figures | undefined;
}

type ByBand = Map<string, Map<string, Figure>>;

/** Residents small areas are added up and averaged by: the Census where its ages fit, else the mid-2020 estimate. */
const CENSUS = { measure: 'residents', period: '2021', edition: '2021' } as const;
const ESTIMATE = { measure: 'residents-mid-2020', period: '2020', edition: '2011' } as const;
const MSOA_EDITION = '2011';

export class Observed implements FigureSource {
  readonly #geography: Geography;
  readonly #place: string;
  readonly #byKey = new Map<string, ByBand>();
  readonly #periods = new Map<string, Set<string>>();
  readonly #shares = new Map<string, Shares>();

  constructor(geography: Geography, place: string, rows: readonly ObservationRow[]) {
    this.#geography = geography;
    this.#place = place;
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
  }

  periodsOf(measure: string): string[] {
    return [...(this.#periods.get(measureOf(measure).livingIn?.people ?? measure) ?? [])];
  }

  /** The figures of a measure for one stratum at one area type, as observed or from smaller areas; undefined where there are none. */
  figures(measure: string, period: string, stratum: StratumParts, areaType: AreaType): Figures | undefined {
    const own = this.#observed(measure, period, stratum, areaType);
    const definition = measureOf(measure);
    if (own !== undefined) return marked({ basis: 'published', byArea: own }, definition);
    const { livingIn } = definition;
    if (livingIn !== undefined) return this.#living(definition, livingIn, period, stratum, areaType);
    if (stratum.deprivation !== 'all') return this.#ofFifth(definition, period, stratum, areaType);
    for (const [from, edition] of Object.entries(definition.editions) as [AreaType, string][]) {
      if (from === areaType) continue;
      const byArea = this.#observed(measure, period, stratum, from);
      if (byArea === undefined) continue;
      const rolledUp = this.#rolledUp(definition, byArea, { type: from, edition }, areaType, stratum.ageBand);
      return rolledUp && marked(rolledUp, definition);
    }
    return undefined;
  }

  #observed(
    measure: string,
    period: string,
    stratum: StratumParts,
    areaType: AreaType,
  ): FigureByArea | undefined {
    const key = keyOf(measure, period, areaType, stratum.ethnicGroup, stratum.sex, stratum.deprivation);
    const byBand = this.#byKey.get(key);
    return byBand && atAgeBand(byBand, stratum.ageBand);
  }

  /** The small areas of one national fifth, added up; undefined for measures without figures of small areas. */
  #ofFifth(measure: Measure, period: string, stratum: StratumParts, areaType: AreaType): Figures | undefined {
    const { edition } = nationalFifths;
    if (measure.editions.lsoa !== edition || measure.combine !== 'sum' || areaType === 'lsoa')
      return undefined;
    const everywhere = this.#observed(measure.id, period, { ...stratum, deprivation: 'all' }, 'lsoa');
    const fifths = this.#fifths(nationalFifths);
    const inside = [...fifths.keys()].filter((code) => String(fifths.get(code)) === stratum.deprivation);
    if (everywhere === undefined || inside.length === 0) return undefined;
    const shares = this.#sharesTo({ type: 'lsoa', edition }, areaType, stratum.ageBand, inside);
    if (shares === undefined) return undefined;
    const ofFifth = new Map([...shares].filter(([code]) => inside.includes(code)));
    return { basis: areaType === 'borough' ? 'published' : 'modelled', byArea: added(everywhere, ofFifth) };
  }

  /** People of small areas in the most deprived fifth; nobody of the others. */
  #living(
    measure: Measure,
    { people, fifthsBy }: NonNullable<Measure['livingIn']>,
    period: string,
    stratum: StratumParts,
    areaType: AreaType,
  ): Figures | undefined {
    const everyone = this.#observed(people, period, stratum, 'lsoa');
    const fifths = this.#fifths(fifthsBy);
    if (everyone === undefined || fifths.size === 0) return undefined;
    const inside = new Map(
      [...everyone].map(([code, figure]): [string, Figure] => {
        const fifth = fifths.get(code);
        if (fifth === undefined) return [code, { status: 'missing' }];
        return [code, fifth === 1 ? figure : { status: 'value', value: 0 }];
      }),
    );
    if (areaType === 'lsoa') return { basis: 'published', byArea: inside };
    return this.#rolledUp(
      measure,
      inside,
      { type: 'lsoa', edition: nationalFifths.edition },
      areaType,
      'all',
    );
  }

  /** The national fifth of each small area, from its tenth; 1 is the most deprived. */
  #fifths({ decile, period }: FifthsBy): ReadonlyMap<string, number> {
    const everything = { ethnicGroup: 'all', ageBand: 'all', sex: 'all', deprivation: 'all' };
    const tenths = this.#observed(decile, period, everything, 'lsoa') ?? new Map<string, Figure>();
    return new Map(
      [...tenths].flatMap(([code, figure]) =>
        figure.status === 'value' ? [[code, Math.ceil(figure.value / 2)]] : [],
      ),
    );
  }

  #rolledUp(
    measure: Measure,
    byArea: FigureByArea,
    from: { readonly type: AreaType; readonly edition: string },
    to: AreaType,
    ageBand: string,
  ): Figures | undefined {
    if (measure.combine === 'none') return undefined;
    const shares = this.#sharesTo(from, to, ageBand, byArea.keys());
    if (shares === undefined) return undefined;
    if (measure.combine === 'sum') {
      // Small areas that make up the place exactly are added up; anything else is our own estimate.
      const basis: Basis = to === 'borough' && nests(shares) ? 'published' : 'modelled';
      return { basis, byArea: added(byArea, shares) };
    }
    return { basis: 'modelled', byArea: averaged(byArea, shares, this.#residents(CENSUS, 'all')) };
  }

  #sharesTo(
    from: { readonly type: AreaType; readonly edition: string },
    to: AreaType,
    ageBand: string,
    codes: Iterable<string>,
  ): Shares | undefined {
    if (to === 'borough') return wholly(codes, this.#place);
    if (to === 'neighbourhood' && from.type === 'ward')
      return linked(this.#geography, from, { type: to }, this.#residents(CENSUS, 'all'));
    if (to !== 'ward') return undefined;
    const key = `${from.type} ${from.edition} ${from.type === 'msoa' ? ageBand : ''}`;
    const shares =
      this.#shares.get(key) ??
      (from.type === 'msoa' ? this.#msoaToWard(ageBand) : this.#lsoaToWard(from.edition));
    this.#shares.set(key, shares);
    return shares;
  }

  #lsoaToWard(edition: string): Shares {
    const everyone = this.#residents(CENSUS, 'all');
    const newest = linked(
      this.#geography,
      { type: 'lsoa', edition: CENSUS.edition },
      { type: 'ward' },
      everyone,
    );
    if (edition === CENSUS.edition) return newest;
    return through(
      linked(this.#geography, { type: 'lsoa', edition }, { type: 'lsoa', edition: CENSUS.edition }, everyone),
      newest,
    );
  }

  /** Census small areas where its age bands cover the ages, else those of 2011 with single years of age. */
  #msoaToWard(ageBand: string): Shares {
    const fits = bandsCovering(ageBand, this.#bandsOf(CENSUS)) !== undefined;
    const chosen = fits ? CENSUS : ESTIMATE;
    const residents = this.#residents(chosen, ageBand);
    const lsoaToMsoa = linked(
      this.#geography,
      { type: 'lsoa', edition: '2011' },
      { type: 'msoa', edition: MSOA_EDITION },
      residents,
    );
    const parts = fits ? through(this.#newToOld(), lsoaToMsoa) : lsoaToMsoa;
    return sharesByResidents(parts, this.#lsoaToWard(chosen.edition), residents);
  }

  /** The 2021 small areas with the 2011 ones they came from, which all lie in one MSOA. */
  #newToOld(): Shares {
    const back = new Map<string, Map<string, number>>();
    for (const link of this.#geography.links) {
      if (link.from_type !== 'lsoa' || link.to_type !== 'lsoa') continue;
      const olds = back.get(link.to_code) ?? new Map<string, number>();
      back.set(link.to_code, olds.set(link.from_code, 1));
    }
    for (const olds of back.values()) for (const old of olds.keys()) olds.set(old, 1 / olds.size);
    return back;
  }

  #bandsOf(source: typeof CENSUS | typeof ESTIMATE): string[] {
    return [
      ...(this.#byKey.get(keyOf(source.measure, source.period, 'lsoa', 'all', 'all', 'all'))?.keys() ?? []),
    ];
  }

  #residents(source: typeof CENSUS | typeof ESTIMATE, ageBand: string): ReadonlyMap<string, number> {
    const stratum = { ethnicGroup: 'all', ageBand, sex: 'all', deprivation: 'all' };
    const figures =
      this.#observed(source.measure, source.period, stratum, 'lsoa') ?? new Map<string, Figure>();
    return new Map(
      [...figures].map(([code, figure]) => [code, figure.status === 'value' ? figure.value : 0]),
    );
  }
}

/** What is made of synthetic figures stays synthetic, and of modelled ones modelled, however it is made. */
function marked(figures: Figures, { synthetic, modelled }: Measure): Figures {
  if (synthetic) return { ...figures, basis: 'synthetic' };
  return modelled ? { ...figures, basis: 'modelled' } : figures;
}

function keyOf(...parts: readonly string[]): string {
  return parts.join('|');
}

function figureOf(row: ObservationRow): Figure {
  if (row.status !== 'value' || row.value === null) {
    return { status: row.status === 'withheld' ? 'withheld' : 'missing' };
  }
  const limits =
    row.lower95 === null || row.upper95 === null ? {} : { lower95: row.lower95, upper95: row.upper95 };
  return { status: 'value', value: row.value, ...limits, ...(row.note !== null && { note: row.note }) };
}

function added(byArea: FigureByArea, shares: Shares): FigureByArea {
  const parts = new Map<string, Figure[]>();
  for (const [from, given] of shares) {
    const figure = byArea.get(from) ?? { status: 'missing' };
    for (const [to, share] of given) {
      const part =
        figure.status === 'value' ? { status: 'value' as const, value: figure.value * share } : figure;
      const list = parts.get(to) ?? [];
      list.push(part);
      parts.set(to, list);
    }
  }
  return new Map([...parts].map(([to, list]) => [to, sumOf(list)]));
}

function averaged(
  byArea: FigureByArea,
  shares: Shares,
  residents: ReadonlyMap<string, number>,
): FigureByArea {
  const weighted = new Map<string, Figure>();
  for (const [code, figure] of byArea) {
    const people = residents.get(code) ?? 0;
    weighted.set(
      code,
      figure.status === 'value' ? { status: 'value', value: figure.value * people } : figure,
    );
  }
  const people = new Map(
    [...byArea.keys()].map((code) => [code, { status: 'value', value: residents.get(code) ?? 0 } as Figure]),
  );
  const totals = added(people, shares);
  return new Map(
    [...added(weighted, shares)].map(([to, sum]) => {
      const total = totals.get(to);
      if (sum.status !== 'value' || total?.status !== 'value') return [to, sum];
      return [
        to,
        total.value > 0 ? { status: 'value', value: sum.value / total.value } : { status: 'missing' },
      ];
    }),
  );
}
