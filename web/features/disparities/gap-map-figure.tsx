import '../../shared/geography/map-figure.css';
import './gap-map.css';
import { type ReactNode, useMemo, useState } from 'react';
import type { GapsReply } from '../../../server/contract/gap-replies.ts';
import { paths } from '../../../server/contract/paths.ts';
import type { BoundariesReply, IndicatorReply } from '../../../server/contract/replies.ts';
import { ChartFrame } from '../../shared/charts/chart-frame.tsx';
import { AreaMap } from '../../shared/geography/area-map.tsx';
import { DownloadLink } from '../../shared/ui/download-link.tsx';
import { SourceLine } from '../../shared/ui/source-line.tsx';
import { SyntheticNotice } from '../../shared/ui/synthetic-notice.tsx';
import { expectedWords } from '../../shared/words/chance-words.ts';
import { basesOf } from '../../shared/words/figure-words.ts';
import { countOf } from '../../shared/words/format.ts';
import { GapMapLegend } from './gap-map-legend.tsx';
import { GapMapList } from './gap-map-list.tsx';
import { GapMapTable } from './gap-map-table.tsx';
import { areaGapWords, gapMapTitle, spokenGap } from './gap-map-words.ts';
import { gapClasses, paintOfGap } from './gap-paint.ts';

interface GapMapFigureProps {
  readonly definition: IndicatorReply;
  readonly reply: GapsReply;
  readonly outlines: BoundariesReply;
  readonly release: { readonly release?: number };
  readonly selected: string | undefined;
  readonly busy: boolean;
  readonly controls: ReactNode;
  onSelect(code: string): void;
}

/** Where in the place the gap of one group is widest: a map of the gap, not of the rate. */
export function GapMapFigure(props: GapMapFigureProps) {
  const { definition, reply, outlines, release, selected, onSelect } = props;
  const [pointed, onPoint] = useState<string>();
  const classes = useMemo(() => gapClasses(reply), [reply]);
  const paints = useMemo(
    () => new Map(reply.areas.map((area) => [area.code, paintOfGap(area, reply, classes)])),
    [reply, classes],
  );
  const areas = useMemo(
    () => reply.areas.map((area) => ({ code: area.code, spoken: spokenGap(area, reply) })),
    [reply],
  );
  const { indicator, ...query } = reply.query;
  return (
    <ChartFrame
      title={gapMapTitle(reply, definition.shortTitle)}
      measure={`${reply.title}. ${reply.breakdown.label}.`}
      basis={basesOf(reply.areas)}
      source={<SourceLine source={definition.source} />}
      busy={props.busy}
      controls={props.controls}
      downloads={
        <p className="downloads">
          <DownloadLink
            href={paths.gapsCsv(indicator, { ...query, ...release })}
            text="Download the map (CSV)"
          />
        </p>
      }
    >
      <SyntheticNotice figures={reply.areas} />
      <div className="gap-map">
        <div className="gap-map__picture">
          <AreaMap
            outlines={outlines}
            areaType={reply.query.areaType}
            areas={areas}
            paints={paints}
            pointed={pointed}
            selected={selected}
            onPoint={onPoint}
            onSelect={onSelect}
            words={(code, at) => <GapTooltip code={code} reply={reply} at={at} />}
          />
          <p className="attribution">{outlines.attribution}</p>
        </div>
        <div>
          <GapMapLegend reply={reply} classes={classes} />
          <GapMapList reply={reply} onSelect={onSelect} />
        </div>
      </div>
      <p className="gaps__note">
        {countOf(reply.comparison.compared, 'area was', 'areas were')} tested here; if each were tested by
        itself, chance alone would flag about {expectedWords(reply.comparison.expectedByChance)}.{' '}
        {reply.comparison.test}.
      </p>
      <details className="as-table">
        <summary>View as table</summary>
        <GapMapTable reply={reply} />
      </details>
    </ChartFrame>
  );
}

interface GapTooltipProps {
  readonly code: string;
  readonly reply: GapsReply;
  readonly at: readonly [x: number, y: number] | undefined;
}

/** Words the list box and the table already carry, for eyes that are on the map. */
function GapTooltip({ code, reply, at }: GapTooltipProps) {
  const area = reply.areas.find((one) => one.code === code);
  if (area === undefined) return null;
  const style = at && { left: `clamp(0px, ${at[0] + 14}px, 100% - 15rem)`, top: at[1] + 16 };
  return (
    <div className={at ? 'tooltip' : 'tooltip tooltip--corner'} style={style} aria-hidden="true">
      <strong>{area.name}</strong>
      {areaGapWords(area, reply).map((line) => (
        <span key={line}>{line}</span>
      ))}
    </div>
  );
}
