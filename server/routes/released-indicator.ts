import { ProblemError } from '../errors.ts';
import type { Indicator } from '../indicators/indicator.ts';
import type { Snapshot } from '../judge/release/snapshot.ts';

export function isReleased(indicator: Indicator, snapshot: Snapshot): boolean {
  return snapshot.seriesOf(indicator.id).length > 0;
}

/** Whether it has any figure that is not made for demonstration; no indicator has both kinds. */
export const isRealIn = ({ id }: Indicator, snapshot: Snapshot): boolean =>
  snapshot.seriesOf(id).some(({ coverage }) => coverage.some(({ basis }) => basis !== 'synthetic'));

/** @throws ProblemError where the release has no figures of such an indicator. */
export function releasedIndicator(id: string, snapshot: Snapshot): Indicator {
  const { catalogue } = snapshot;
  const indicator = catalogue.find(id);
  if (indicator !== undefined && isReleased(indicator, snapshot)) return indicator;
  const allowed = catalogue.indicators.filter((one) => isReleased(one, snapshot)).map((one) => one.id);
  throw new ProblemError('not-found', `There is no indicator "${id}" in release ${snapshot.release}.`, {
    field: 'id',
    allowed,
  });
}
