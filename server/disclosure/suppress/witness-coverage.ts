/** Which witness each sensitive count rests on, and which counts rest on a cell being withheld. */

import type { Status } from '../bounds/published-table.ts';
import { holds, type Witness } from '../feasible/check.ts';

/** @example new WitnessCoverage([]).restingOn(0); // [] */
export class WitnessCoverage {
  readonly #witnesses: Witness[];
  readonly #witnessOf = new Map<number, Witness>();
  readonly #restingOn = new Map<number, Set<number>>();

  constructor(known: readonly Witness[]) {
    this.#witnesses = [...known];
    // Witnesses that need nothing withheld come first: then little rests on what is.
    for (const witness of known.toSorted((a, b) => a.needs.size - b.needs.size))
      for (const cell of witness.keeps) if (!this.#witnessOf.has(cell)) this.restOn(cell, witness);
  }

  /** The sensitive counts whose witness needs a cell withheld. */
  restingOn(cell: number): number[] {
    return [...this.#resting(cell)];
  }

  /** All witnesses known that hold with these statuses. */
  holding(statuses: readonly Status[]): Witness[] {
    return this.#witnesses.filter((witness) => holds(witness, statuses));
  }

  /** Witnesses to choose from later, though nothing rests on them yet. */
  learn(witnesses: Iterable<Witness>): void {
    this.#witnesses.push(...witnesses);
  }

  /** The witnesses that something rests on. */
  get inUse(): Witness[] {
    return [...new Set(this.#witnessOf.values())];
  }

  /** From now on a count rests on this witness. */
  restOn(cell: number, witness: Witness): void {
    for (const needed of this.#witnessOf.get(cell)?.needs ?? []) this.#resting(needed).delete(cell);
    this.#witnessOf.set(cell, witness);
    for (const needed of witness.needs) this.#resting(needed).add(cell);
  }

  #resting(cell: number): Set<number> {
    const those = this.#restingOn.get(cell) ?? new Set<number>();
    this.#restingOn.set(cell, those);
    return those;
  }
}
