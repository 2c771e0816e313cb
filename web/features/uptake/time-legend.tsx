import type { AreasOverTimeReply } from '../../../server/contract/over-time-replies.ts';
import { ClassLegend, WithoutFigureLegend } from '../../shared/geography/map-legend.tsx';
import type { MapMoment } from './moments.ts';

interface TimeLegendProps {
  readonly moment: MapMoment;
  readonly reply: AreasOverTimeReply;
}

/** The same classes at every date; how many areas are in each now. */
export const TimeLegend = ({ moment, reply }: TimeLegendProps) => (
  <div className="legend">
    <ClassLegend
      areas={moment.areas}
      benchmark={moment.whole ?? null}
      breaks={reply.breaks}
      areaType={reply.query.areaType}
      measure={reply}
    />
    <WithoutFigureLegend areas={moment.areas} areaType={reply.query.areaType} />
    {reply.periods.length > 1 && <p className="legend__note">The colours mean the same at every date.</p>}
  </div>
);
