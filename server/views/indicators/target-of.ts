/** The target that is set for one figure, as a release holds it. Pure. */
import type { SelectedArea } from '../../../db/queries/releases.ts';
import type { DocumentOf } from '../../contract/documents/schemas.ts';
import type { Place } from '../../contract/place.ts';
import type { Indicator } from '../../indicators/indicator.ts';
import { resolveTrend } from '../../judge/release/resolve.ts';
import type { SeriesWithCoverage, Snapshot } from '../../judge/release/snapshot.ts';
import { Unavailable } from '../../judge/release/unavailable.ts';

type Target = DocumentOf<'targets'>['targets'][number];
export interface TargetWithSource extends Target {
  /** Who set it, and where. */
  readonly setBy: string;
}

/** A target without an area is for the whole place; one without a stratum for the indicator's default. */
export function targetOf(
  indicator: Indicator,
  series: Pick<SeriesWithCoverage, 'id'>,
  area: Pick<SelectedArea, 'code' | 'type'>,
  snapshot: Snapshot,
  place: Place,
): TargetWithSource | undefined {
  const document = snapshot.documentOf('targets');
  const found = document?.targets.find(
    (target) =>
      target.indicator === indicator.id &&
      (target.area ?? place).code === area.code &&
      seriesMeant(target, indicator, area, snapshot) === series.id,
  );
  if (found === undefined) return undefined;
  const source = document?.sources.find(({ id }) => id === found.source);
  return { ...found, setBy: source === undefined ? found.source : `${source.publisher}, ${source.title}` };
}

function seriesMeant(
  { stratum = {} }: Target,
  indicator: Indicator,
  area: Pick<SelectedArea, 'type'>,
  snapshot: Snapshot,
): number | undefined {
  try {
    return resolveTrend(indicator, stratum, area.type, snapshot).series.id;
  } catch (error) {
    // A target for a stratum this release has no figures of is no target of any figure.
    if (error instanceof Unavailable) return undefined;
    throw error;
  }
}
