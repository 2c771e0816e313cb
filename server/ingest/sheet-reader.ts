import type { Sheet } from './sheet.ts';
import type { LoadContext, ObservationItem } from './source.ts';
import type { SourceFile } from './source-file.ts';

export type SheetReader = (
  file: SourceFile,
  sheet: Sheet,
  period: string,
  context: LoadContext,
) => Generator<ObservationItem>;
