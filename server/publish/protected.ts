/** From exact counts of people to what may be shown of them: protected, proved, and only then arranged for deriving. Pure. */

import type { FigureSource } from './figures.ts';
import { protectCounts } from './protected-counts.ts';
import { protectDoses } from './protected-doses.ts';
import type { ProtectedTable, ProtectInput } from './protected-table.ts';

/** @throws Error naming the cells whose proof fails: nothing of the dataset may then be published. */
export function protectDataset(input: ProtectInput): ProtectedTable[] {
  return [
    ...input.tables.flatMap((definition) => protectCounts(definition, input)),
    ...input.doses.flatMap((definition) => protectDoses(definition, input)),
  ];
}

/** What may be shown of protected tables. */
export function shownCounts(tables: readonly ProtectedTable[]): FigureSource {
  const ofMeasure = (measure: string) => tables.filter(({ measures }) => measures.includes(measure));
  return {
    periodsOf: (measure) => ofMeasure(measure).flatMap((one) => one.periodsOf(measure)),
    figures: (measure, ...asked) =>
      ofMeasure(measure)
        .map((one) => one.figures(measure, ...asked))
        .find((found) => found !== undefined),
  };
}
