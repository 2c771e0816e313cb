import type { ComparedAreaEstimate } from '../../../server/contract/estimate.ts';
import { VerdictMark } from '../../shared/ui/verdict-mark.tsx';
import { intervalWords, valueWords } from '../../shared/words/figure-words.ts';
import { sampleWords } from '../../shared/words/meaning.ts';
import type { Picture } from './picture.ts';

interface TooltipProps {
  readonly area: ComparedAreaEstimate;
  readonly picture: Picture;
  /** Beside the mouse; undefined where a key or a row points, and the words stand in the map's corner. */
  readonly at: readonly [x: number, y: number] | undefined;
}

/** Words the list box and the table already carry, for eyes that are on the map. */
export function Tooltip({ area, picture, at }: TooltipProps) {
  const interval = intervalWords(area, picture.definition);
  const sample = sampleWords(area, picture.definition.counted);
  const style = at && { left: `clamp(0px, ${at[0] + 14}px, 100% - 15rem)`, top: at[1] + 16 };
  return (
    <div className={at ? 'tooltip' : 'tooltip tooltip--corner'} style={style} aria-hidden="true">
      <strong>{area.name}</strong>
      <span className="tooltip__value">
        {valueWords(area, picture.definition)}
        {interval !== '–' && <small> ({interval})</small>}
      </span>
      {sample !== undefined && <small>{sample}</small>}
      {area.status === 'shown' && area.verdict !== 'not-compared' && (
        <VerdictMark verdict={area.verdict} chance={area.couldBeChance} />
      )}
    </div>
  );
}
