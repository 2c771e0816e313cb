/** Figures on their way from observations to estimates. Pure. */
import { bandsCovering } from '../contract/age-bands.ts';
import type { AreaType, Basis } from '../contract/dimensions.ts';
import type { MissingReason } from '../contract/without-figure.ts';

/** What is known of one area: a number, or why there is none. */
export type Figure =
  | {
      readonly status: 'value';
      readonly value: number;
      readonly lower95?: number;
      readonly upper95?: number;
      /** A sentence that belongs beside the figure. */
      readonly note?: string;
    }
  | { readonly status: 'withheld' }
  | { readonly status: 'missing'; readonly reason: MissingReason };

/** The source gives no figure, or none could be made. */
export const NOT_AVAILABLE: Figure = { status: 'missing', reason: 'not-available' };
/** There is nobody the figure could be about. */
export const NOBODY: Figure = { status: 'missing', reason: 'nobody-to-count' };

/** One figure per area of one type, for one stratum. */
export type FigureByArea = ReadonlyMap<string, Figure>;

/** A list of areas: one type on the boundaries of one year. */
export interface AreaList {
  readonly type: AreaType;
  readonly edition: string;
}

/** The same with the basis the figures have, but for those that were shared out. */
export interface Figures {
  readonly basis: Basis;
  readonly byArea: FigureByArea;
  readonly sharedOut?: SharedOut;
  /** Areas whose figure an official source published, whatever the basis of the others. */
  readonly published?: ReadonlySet<string>;
}

/** Figures of areas that others do not nest in. */
export interface SharedOut {
  /** The areas they were shared out from. */
  readonly from: AreaList;
  /** The areas that were given a part of one of those; every other is made of whole ones, added up. */
  readonly areas: ReadonlySet<string>;
}

/** The basis of the figure of one area: shared out to it, a figure is modelled whatever it was. */
export function basisAt({ basis, sharedOut, published }: Figures, code: string): Basis {
  if (published?.has(code) === true) return 'published';
  return basis === 'published' && sharedOut?.areas.has(code) === true ? 'modelled' : basis;
}

/**
 * A sum is only known where every part is; one withheld part withholds it, so that it cannot be worked out. A part with
 * nobody to count adds nobody; of such parts alone there is nobody to count either.
 */
export function sumOfFigures(parts: readonly Figure[]): Figure {
  const withheld = parts.find(({ status }) => status === 'withheld');
  if (withheld !== undefined) return withheld;
  const counted = parts.filter((part) => part.status !== 'missing' || part.reason !== 'nobody-to-count');
  if (counted.length === 0) return parts.length === 0 ? NOT_AVAILABLE : NOBODY;
  let value = 0;
  for (const part of counted) {
    if (part.status !== 'value') return part;
    value += part.value;
  }
  return { status: 'value', value };
}

/** Adds up the bands that cover exactly the ages asked for; undefined where those observed do not fit. */
export function atAgeBand(byBand: ReadonlyMap<string, FigureByArea>, band: string): FigureByArea | undefined {
  const bands = bandsCovering(band, [...byBand.keys()]);
  if (bands === undefined) return undefined;
  const [only] = bands;
  if (bands.length === 1 && only !== undefined) return byBand.get(only);
  const parts = bands.map((id) => byBand.get(id) ?? new Map<string, Figure>());
  const codes = new Set(parts.flatMap((part) => [...part.keys()]));
  return new Map(
    [...codes].map((code) => [code, sumOfFigures(parts.map((part) => part.get(code) ?? NOT_AVAILABLE))]),
  );
}

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
  /** The small areas that make up each area of a type; left out where no figures of small areas are had. */
  readonly smallAreasIn?: (areaType: AreaType) => ReadonlyMap<string, readonly string[]> | undefined;
}
