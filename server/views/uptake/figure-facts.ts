/** What every reply about uptake says of its figures, and refuses. Pure. */
import { comparePeriods } from '../../contract/periods.ts';
import type { Indicator } from '../../indicators/indicator.ts';
import type { Part, StoredFigure } from '../../judge/figures/part.ts';
import { Refused } from '../refused.ts';

export const figureFactsOf = (
  { unit, decimals, polarity, periodKind }: Indicator,
  roundedTo: number | null,
) => ({ unit, decimals, polarity, periodKind, roundedTo });

/** The periods any of the parts has a stored figure in, oldest first. */
export function periodsOfParts(
  parts: readonly (Part | undefined)[],
  rows: readonly StoredFigure[],
): string[] {
  const keys = new Set(parts.flatMap((part) => part?.codes.map((code) => `${part.series} ${code}`) ?? []));
  const found = rows.filter((row) => keys.has(`${row.series_id} ${row.area_code}`));
  return [...new Set(found.map((row) => row.period))].sort(comparePeriods);
}

/** @throws Refused where the indicator is no share of people. */
export function refuseAllButShares({ valueType, title }: Indicator): void {
  if (valueType !== 'proportion')
    throw new Refused(`“${title}” is no percentage of people, so there is no share of them to reach.`);
}
