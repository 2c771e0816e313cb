/** Every figure that can be had from those observed by adding, averaging, sharing out. */

import type { AreaType } from '../contract/dimensions.ts';
import { type FifthsBy, type Measure, nationalFifths } from '../indicators/measure.ts';
import { measureOf } from '../indicators/measures.ts';
import type { Apportionment } from './apportionment.ts';
import type { FigureSource, StratumParts } from './figures.ts';
import {
  type AreaList,
  type Figure,
  type FigureByArea,
  type Figures,
  NOBODY,
  NOT_AVAILABLE,
  type SharedOut,
  sumOfFigures,
} from './figures.ts';
import { type Shares, sharedOutIn } from './geography.ts';
import type { ObservationTable } from './observation-table.ts';

export class Observed implements FigureSource {
  readonly #table: ObservationTable;
  readonly #apportionment: Apportionment;

  constructor(table: ObservationTable, apportionment: Apportionment) {
    this.#table = table;
    this.#apportionment = apportionment;
  }

  periodsOf(measure: string): string[] {
    return this.#table.periodsOf(measureOf(measure).livingIn?.people ?? measure);
  }

  /** The figures of a measure for one stratum at one area type, as observed or from smaller areas; undefined where there are none. */
  figures(measure: string, period: string, stratum: StratumParts, areaType: AreaType): Figures | undefined {
    const own = this.#table.at(measure, period, stratum, areaType);
    const definition = measureOf(measure);
    if (own !== undefined) return marked({ basis: 'published', byArea: own }, definition);
    const { livingIn } = definition;
    if (livingIn !== undefined) return this.#living(definition, livingIn, period, stratum, areaType);
    if (stratum.deprivation !== 'all') return this.#ofFifth(definition, period, stratum, areaType);
    for (const [from, edition] of Object.entries(definition.editions) as [AreaType, string][]) {
      if (from === areaType) continue;
      const byArea = this.#table.at(measure, period, stratum, from);
      if (byArea === undefined) continue;
      const rolledUp = this.#rolledUp(definition, byArea, { type: from, edition }, areaType, stratum.ageBand);
      return rolledUp && marked(rolledUp, definition);
    }
    return undefined;
  }

  smallAreasIn(areaType: AreaType): ReadonlyMap<string, readonly string[]> | undefined {
    const from = { type: 'lsoa', edition: nationalFifths.edition } as const;
    const shares = this.#apportionment.sharesTo(from, areaType, 'all', this.#apportionment.everyone().keys());
    if (shares === undefined) return undefined;
    const parts = new Map<string, string[]>();
    for (const [from, given] of shares)
      for (const to of given.keys()) parts.set(to, [...(parts.get(to) ?? []), from]);
    return parts;
  }

  /** The small areas of one national fifth, added up; undefined for measures without figures of small areas. */
  #ofFifth(measure: Measure, period: string, stratum: StratumParts, areaType: AreaType): Figures | undefined {
    const { edition } = nationalFifths;
    if (measure.editions.lsoa !== edition || measure.combine !== 'sum' || areaType === 'lsoa')
      return undefined;
    const everywhere = this.#table.at(measure.id, period, { ...stratum, deprivation: 'all' }, 'lsoa');
    const fifths = this.#fifths(nationalFifths);
    const inside = [...fifths.keys()].filter((code) => String(fifths.get(code)) === stratum.deprivation);
    if (everywhere === undefined || inside.length === 0) return undefined;
    const shares = this.#apportionment.sharesTo({ type: 'lsoa', edition }, areaType, stratum.ageBand, inside);
    if (shares === undefined) return undefined;
    const ofFifth = new Map([...shares].filter(([code]) => inside.includes(code)));
    return summed(everywhere, ofFifth, { from: { type: 'lsoa', edition }, areas: sharedOutIn(ofFifth) });
  }

  /** People of small areas in the most deprived fifth; nobody of the others. */
  #living(
    measure: Measure,
    { people, fifthsBy }: NonNullable<Measure['livingIn']>,
    period: string,
    stratum: StratumParts,
    areaType: AreaType,
  ): Figures | undefined {
    const everyone = this.#table.at(people, period, stratum, 'lsoa');
    const fifths = this.#fifths(fifthsBy);
    if (everyone === undefined || fifths.size === 0) return undefined;
    const inside = new Map(
      [...everyone].map(([code, figure]): [string, Figure] => {
        const fifth = fifths.get(code);
        if (fifth === undefined) return [code, NOT_AVAILABLE];
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
    const tenths = this.#table.at(decile, period, everything, 'lsoa') ?? new Map<string, Figure>();
    return new Map(
      [...tenths].flatMap(([code, figure]) =>
        figure.status === 'value' ? [[code, Math.ceil(figure.value / 2)]] : [],
      ),
    );
  }

  #rolledUp(
    measure: Measure,
    byArea: FigureByArea,
    from: AreaList,
    to: AreaType,
    ageBand: string,
  ): Figures | undefined {
    if (measure.combine === 'none') return undefined;
    const shares = this.#apportionment.sharesTo(from, to, ageBand, byArea.keys());
    if (shares === undefined) return undefined;
    if (measure.combine === 'sum') {
      // That an area has nobody of an age in one of two wards is an estimate too: whole is what is whole at all ages.
      const ofEveryone = this.#apportionment.sharesTo(from, to, 'all', byArea.keys()) ?? shares;
      return summed(byArea, shares, { from, areas: sharedOutIn(ofEveryone) });
    }
    return { basis: 'modelled', byArea: averaged(byArea, shares, this.#apportionment.everyone()) };
  }
}

/** An area made of whole smaller ones is their sum, which is no estimate of ours; to others they are shared out. */
const summed = (byArea: FigureByArea, shares: Shares, sharedOut: SharedOut): Figures => ({
  basis: 'published',
  byArea: added(byArea, shares),
  sharedOut,
});

/** What is made of synthetic figures stays synthetic, and of modelled ones modelled, however it is made. */
function marked(figures: Figures, { synthetic, modelled }: Measure): Figures {
  if (synthetic) return { ...figures, basis: 'synthetic' };
  return modelled ? { ...figures, basis: 'modelled' } : figures;
}

function added(byArea: FigureByArea, shares: Shares): FigureByArea {
  const parts = new Map<string, Figure[]>();
  for (const [from, given] of shares) {
    const figure = byArea.get(from) ?? NOT_AVAILABLE;
    for (const [to, share] of given) {
      const part =
        figure.status === 'value' ? { status: 'value' as const, value: figure.value * share } : figure;
      const list = parts.get(to) ?? [];
      list.push(part);
      parts.set(to, list);
    }
  }
  return new Map([...parts].map(([to, list]) => [to, sumOfFigures(list)]));
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
      return [to, total.value > 0 ? { status: 'value', value: sum.value / total.value } : NOBODY];
    }),
  );
}
