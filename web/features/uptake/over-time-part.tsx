import { useEvents } from '../../shared/documents/use-events.ts';
import { ProblemMessage } from '../../shared/ui/problem-message.tsx';
import { releaseOf } from '../../shared/url/page-search.ts';
import { schemeOf } from './asked-queries.ts';
import { OverTimeFigure } from './over-time-figure.tsx';
import type { PartProps } from './part-props.ts';
import { ethnicGroupOf } from './question.ts';
import { SchemeSwitch } from './scheme-switch.tsx';
import type { Threshold } from './thresholds.ts';
import { useGroups } from './use-drawn.ts';

interface OverTimePartProps extends PartProps {
  readonly thresholds: readonly Threshold[];
}

/** How uptake came to be in the area asked about. */
export function OverTimePart({ asked, search, thresholds, onChange }: OverTimePartProps) {
  const release = releaseOf(search);
  const { picture, busy, error, retry } = useGroups(asked, search);
  const events = useEvents(asked.definition.id, asked.area.code, release);
  if (error !== null) return <ProblemMessage error={error} onRetry={retry} />;
  if (picture === undefined) return null;
  return (
    <OverTimeFigure
      {...picture}
      release={release}
      chosen={ethnicGroupOf(asked.selection).ethnicGroup}
      schemes={
        <SchemeSwitch asked={asked} scheme={schemeOf(asked, search.ethnicScheme)} onChange={onChange} />
      }
      tally={search.tally ?? 'so-far'}
      events={events}
      thresholds={thresholds}
      busy={busy}
      onTally={(tally) => onChange({ tally })}
    />
  );
}
