import type { AreaEstimate } from '../../../server/contract/estimate.ts';
import { intervalWords, valueWords } from '../../shared/words/figure-words.ts';
import type { WrittenMeasure } from '../../shared/words/format.ts';

interface TimeTooltipProps {
  readonly area: AreaEstimate | undefined;
  readonly measure: WrittenMeasure;
  readonly at: readonly [x: number, y: number] | undefined;
}

/** Words the list box and the table already carry, for eyes that are on the map. */
export function TimeTooltip({ area, measure, at }: TimeTooltipProps) {
  if (area === undefined) return null;
  const interval = intervalWords(area, measure);
  const style = at && { left: `clamp(0px, ${at[0] + 14}px, 100% - 15rem)`, top: at[1] + 16 };
  return (
    <div className={at ? 'tooltip' : 'tooltip tooltip--corner'} style={style} aria-hidden="true">
      <strong>{area.name}</strong>
      <span className="tooltip__value">
        {valueWords(area, measure)}
        {interval !== '–' && <small> ({interval})</small>}
      </span>
    </div>
  );
}
