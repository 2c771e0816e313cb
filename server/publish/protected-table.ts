import type { ObservationRow } from '../../db/intake-schema.ts';
import type { AreaType } from '../contract/dimensions.ts';
import type { CountTable } from '../indicators/count-tables.ts';
import type { DoseTable } from '../indicators/dose-tables.ts';
import type { Indicator } from '../indicators/indicator.ts';
import type { FigureSource } from './figures.ts';
import type { Geography } from './geography.ts';
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
