import type { GroupsOverTimeReply } from '../../../server/contract/over-time-replies.ts';
import { paths } from '../../../server/contract/paths.ts';
import type { IndicatorReply } from '../../../server/contract/replies.ts';
import { ChartFrame } from '../../shared/charts/chart-frame.tsx';
import { DownloadLink } from '../../shared/ui/download-link.tsx';
import { SourceLine } from '../../shared/ui/source-line.tsx';
import { basesOf } from '../../shared/words/figure-words.ts';
import { figuresAt } from './figures-at.ts';
import { GroupFiguresChart } from './group-figures.tsx';
import { SyntheticLine } from './synthetic-line.tsx';

interface CompletionFigureProps {
  readonly definition: IndicatorReply;
  readonly reply: GroupsOverTimeReply;
  readonly release: { readonly release?: number };
  /** The date of the page. */
  readonly period: string;
  readonly chosen: string | undefined;
  readonly busy: boolean;
}

/** Of those with the dose before, how many came back for the next. */
export function CompletionFigure({
  definition,
  reply,
  release,
  period,
  chosen,
  busy,
}: CompletionFigureProps) {
  const found = figuresAt(reply, period);
  if (found === undefined) return null;
  const { indicator, ...query } = reply.query;
  const estimates = found.figures.map(({ estimate }) => estimate);
  return (
    <ChartFrame
      title={`${definition.shortTitle}: by group in ${reply.area.name}`}
      measure={`${reply.title}, ${found.label}. ${reply.breakdown.label}.`}
      basis={basesOf(estimates)}
      source={<SourceLine source={definition.source} />}
      busy={busy}
      downloads={
        <p className="downloads">
          <DownloadLink
            href={paths.groupsOverTimeCsv(indicator, { ...query, ...release })}
            text="Download completion over time (CSV)"
          />
        </p>
      }
    >
      <SyntheticLine figures={estimates} />
      <GroupFiguresChart label={definition.title} at={found} measure={reply} chosen={chosen} />
    </ChartFrame>
  );
}
