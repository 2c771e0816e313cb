/** From exact counts of people to what may be shown of them: protected, proved, and only then arranged for deriving. Pure. */
import type { ObservationRow } from '../../db/intake-schema.ts';
import type { AreaType } from '../contract/dimensions.ts';
import type { CountTable } from '../indicators/count-tables.ts';
import type { DoseTable } from '../indicators/dose-tables.ts';
import type { Indicator } from '../indicators/indicator.ts';
import type { Geography } from './geography.ts';
import type { FigureSource } from './observed.ts';
import { protectCounts } from './protected-counts.ts';
import { protectDoses } from './protected-doses.ts';
import type { Proved, ProvingOptions } from './proving.ts';

/** A proved table, where deriving looks for figures: rounded counts, and nothing behind them. */
export interface ProtectedTable extends Proved, FigureSource {
  readonly measures: readonly string[];
  /** Its small counts that official totals published elsewhere tell by themselves, in words. */
  readonly toldElsewhere?: readonly string[];
}

export interface ProtectInput extends ProvingOptions {
  readonly tables: readonly CountTable[];
  readonly doses: readonly DoseTable[];
  readonly indicators: readonly Indicator[];
  readonly rows: readonly ObservationRow[];
  readonly geography: Geography;
  readonly place: { readonly type: AreaType; readonly code: string };
}

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
