import './over-time.css';
import { type ReactNode, useMemo } from 'react';
import type { GroupsOverTimeReply } from '../../../server/contract/over-time-replies.ts';
import { paths } from '../../../server/contract/paths.ts';
import type { IndicatorReply } from '../../../server/contract/replies.ts';
import { ChartFrame } from '../../shared/charts/chart-frame.tsx';
import { EventList } from '../../shared/documents/event-list.tsx';
import { eventsWithin, type PlanEvent } from '../../shared/documents/events.ts';
import { DownloadLink } from '../../shared/ui/download-link.tsx';
import { SourceLine } from '../../shared/ui/source-line.tsx';
import { basesOf } from '../../shared/words/figure-words.ts';
import { figuresAt } from './figures-at.ts';
import { GroupFiguresChart } from './group-figures.tsx';
import { OverTimeLines } from './lines-or-closer.tsx';
import { NewPeopleFigure } from './new-people.tsx';
import { OverTimeKey } from './over-time-key.tsx';
import { chartRows, newPointsOf, uptakeSeries } from './over-time-lines.ts';
import { OverTimeTable } from './over-time-table.tsx';
import { SyntheticLine } from './synthetic-line.tsx';
import { TallySwitch } from './tally-switch.tsx';
import { ThresholdList } from './threshold-list.tsx';
import type { Threshold } from './thresholds.ts';
import type { UptakeTally } from './uptake-search.ts';
import { overTimeTitle } from './uptake-words.ts';

interface OverTimeFigureProps {
  readonly definition: IndicatorReply;
  readonly reply: GroupsOverTimeReply;
  readonly release: { readonly release?: number };
  readonly chosen: string | undefined;
  readonly tally: UptakeTally;
  readonly events: readonly PlanEvent[];
  readonly thresholds: readonly Threshold[];
  readonly busy: boolean;
  /** The choice of groups, where there is one. */
  readonly schemes: ReactNode;
  onTally(tally: UptakeTally): void;
}

/** How uptake came to be: by group so far, or new people of everyone from date to date. */
export function OverTimeFigure(props: OverTimeFigureProps) {
  const { definition, reply, chosen, thresholds } = props;
  const series = useMemo(() => uptakeSeries(reply, chosen), [reply, chosen]);
  const rows = useMemo(() => chartRows(series, reply.periods), [series, reply]);
  const added = useMemo(() => newPointsOf(reply.whole.points), [reply]);
  const figures = series.flatMap(({ points }) => points);
  const events = eventsWithin(props.events, reply.periods);
  const { indicator, ...query } = reply.query;
  const only = rows[0] && figuresAt(reply, rows[0].period);
  const showsNew = props.tally === 'new' && added.length > 0;
  return (
    <ChartFrame
      title={
        showsNew
          ? `${definition.shortTitle}: new people in ${reply.area.name}`
          : overTimeTitle(definition, reply, rows.length > 1)
      }
      measure={`${reply.title}. ${reply.breakdown.label}.`}
      basis={basesOf(figures)}
      source={<SourceLine source={definition.source} />}
      busy={props.busy}
      controls={
        <div className="controls">
          {props.schemes}
          {added.length > 0 && <TallySwitch tally={props.tally} onTally={props.onTally} />}
        </div>
      }
      downloads={
        <p className="downloads">
          <DownloadLink
            href={paths.groupsOverTimeCsv(indicator, { ...query, ...props.release })}
            text="Download uptake over time (CSV)"
          />
        </p>
      }
    >
      <SyntheticLine figures={figures} />
      {showsNew ? (
        <NewPeopleFigure points={added} events={events} roundedTo={reply.roundedTo} />
      ) : (
        <>
          {rows.length > 1 ? (
            <OverTimeLines
              series={series}
              rows={rows}
              measure={reply}
              events={events}
              thresholds={thresholds}
            />
          ) : (
            only && <GroupFiguresChart label={reply.title} at={only} measure={reply} chosen={chosen} />
          )}
          {rows.length > 1 && <OverTimeKey series={series} reply={reply} chosen={chosen} />}
          <ThresholdList thresholds={thresholds} measure={reply} />
          <EventList events={events} isCharted={rows.length > 1} />
          <details className="as-table">
            <summary>View as table</summary>
            <OverTimeTable series={series} reply={reply} />
          </details>
        </>
      )}
    </ChartFrame>
  );
}
