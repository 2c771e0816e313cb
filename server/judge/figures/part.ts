/** Which stored figures a group, or everyone, is made of: one, or several areas added up. Pure. */

import type { AreaType } from '../../contract/dimensions.ts';
import type { Estimate } from '../../contract/estimate.ts';
import { missing } from '../../contract/without-figure.ts';
import { estimateView } from '../release/estimate-view.ts';
import type { StoredEstimate } from '../release/stored.ts';
import { addableOf, type Counted, countedOf, sumOfCounted } from './counted.ts';
import { aboveAll, countedEstimate, unknownSum } from './counted-estimate.ts';

export interface Part {
  readonly series: number;
  readonly areaType: AreaType;
  readonly codes: readonly string[];
  /** Set where an area without a row has nobody in it and is left out of the sum; says so where none has. */
  readonly lacking?: string;
}

export type StoredFigure = StoredEstimate & { readonly series_id: number };

/** A figure, and the counts behind it where it has any. */
export interface PartFigure {
  readonly estimate: Estimate;
  readonly counted: Counted | undefined;
}

/** The stored figures of one question, found by series, area and period. */
export class PartFigures {
  readonly #rows: ReadonlyMap<string, StoredFigure>;
  readonly #roundedTo: number | null;

  constructor(rows: readonly StoredFigure[], roundedTo: number | null) {
    this.#rows = new Map(rows.map((row) => [keyOf(row.series_id, row.area_code, row.period), row]));
    this.#roundedTo = roundedTo;
  }

  of(part: Part, period: string): PartFigure {
    const rows = part.codes.map((code) => this.#rows.get(keyOf(part.series, code, period)));
    const [only] = rows;
    if (part.codes.length === 1 && only !== undefined) {
      const estimate = estimateView(only);
      return { estimate, counted: withAreas(only, countedOf(estimate, this.#roundedTo)) };
    }
    return this.#sum(part, rows);
  }

  #sum(part: Part, rows: readonly (StoredFigure | undefined)[]): PartFigure {
    const present = rows.filter((row) => row !== undefined);
    if (part.lacking !== undefined && present.length === 0)
      return { estimate: missing('nobody-to-count', part.lacking), counted: undefined };
    const all = present.map((row) => ({ row, estimate: estimateView(row) }));
    // Nobody to count in an area adds nobody to the sum; nobody in any leaves nobody to count.
    const parts = all.filter(({ estimate }) => !isNobody(estimate));
    if (all.length > 0 && parts.length === 0)
      return { estimate: missing('nobody-to-count'), counted: undefined };
    const estimates = parts.map(({ estimate }) => estimate);
    const complete = part.lacking !== undefined ? present.length > 0 : present.length === rows.length;
    const counted = complete
      ? sumOfCounted(parts.map(({ row, estimate }) => withAreas(row, addableOf(estimate, this.#roundedTo))))
      : undefined;
    if (counted === undefined) return { estimate: unknownSum(estimates), counted };
    if (counted.numerator > counted.denominator) return { estimate: aboveAll(counted), counted: undefined };
    const estimate = countedEstimate(counted, sharedNotes(estimates));
    return { estimate, counted: estimate.interval === 'none' ? undefined : counted };
  }
}

const isNobody = (estimate: Estimate) =>
  estimate.status === 'missing' && estimate.reason === 'nobody-to-count';

/** Notes that stand beside every part belong beside the sum. */
function sharedNotes(estimates: readonly Estimate[]): string[] {
  const all = estimates.map((estimate) => (estimate.status === 'shown' ? (estimate.notes ?? []) : []));
  return (all[0] ?? []).filter((note) => all.every((notes) => notes.includes(note)));
}

/** The small areas behind a stored figure belong to its counts. */
function withAreas({ small_areas }: StoredFigure, counted: Counted | undefined): Counted | undefined {
  if (counted === undefined || !small_areas) return counted;
  const { people, having } = small_areas;
  const smallAreas = people.map((denominator, at) => ({
    numerator: having[at] === 1 ? denominator : 0,
    denominator,
  }));
  return { ...counted, smallAreas };
}

const keyOf = (series: number, area: string, period: string) => `${series} ${area} ${period}`;
