/** A stored figure as the contract says it. Pure. */
import type { Estimate } from '../../contract/estimate.ts';
import { sourceVerdictIn } from '../../contract/source-verdict.ts';
import { storedReason } from '../../contract/without-figure.ts';
import type { StoredEstimate } from './stored.ts';

const LIMITS = ['lower95', 'upper95', 'lower998', 'upper998', 'numerator', 'denominator'] as const;

/**
 * A stored figure as the contract says it: shown, withheld, missing or withdrawn, and why.
 *
 * @param row as the release schema keeps it.
 * @returns in the unit of its indicator; without what the row has not.
 * @example estimateView(rows[0]); // { status: 'shown', value: 55, interval: 'ours', numerator: 220, denominator: 400, basis: 'published' }
 */
export function estimateView(row: StoredEstimate): Estimate {
  if (row.status !== 'shown' || row.value === null) {
    return storedReason(row.status === 'shown' ? 'missing' : row.status, row.reason);
  }
  const figures: Partial<Record<(typeof LIMITS)[number], number>> = {};
  for (const name of LIMITS) {
    const value = row[name];
    if (value !== null) figures[name] = value;
  }
  const verdict = sourceVerdictIn(row.notes ?? []);
  return {
    status: 'shown',
    value: row.value,
    interval: row.interval,
    ...figures,
    basis: row.basis,
    ...(typeof row.modelling_error === 'number' && { modellingError: row.modelling_error }),
    ...(row.small_areas && { smallAreas: smallAreasOf(row.small_areas) }),
    ...(row.notes !== null && { notes: row.notes }),
    ...(verdict !== undefined && { sourceVerdict: verdict }),
  };
}

const smallAreasOf = ({ people, having }: NonNullable<StoredEstimate['small_areas']>) => ({
  all: people.length,
  having: having.reduce((sum, one) => sum + one, 0),
});
