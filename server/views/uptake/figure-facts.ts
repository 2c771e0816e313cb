/** What every reply about uptake says of its figures, and refuses. Pure. */
import { atAges } from '../../contract/good-or-bad.ts';
import { comparePeriods } from '../../contract/periods.ts';
import type { Indicator } from '../../indicators/indicator.ts';
import type { Part, StoredFigure } from '../../judge/figures/part.ts';
import { Refused } from '../comparing/refused.ts';

export function figureFactsOf(indicator: Indicator, ageBand: string, roundedTo: number | null) {
  const { unit, decimals, polarity, periodKind, ageAdjusted } = atAges(indicator, ageBand);
  return { unit, decimals, polarity, ageAdjusted, periodKind, roundedTo };
}

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
