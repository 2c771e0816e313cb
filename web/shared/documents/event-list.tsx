import { eventTypes, labelOf } from '../../../server/contract/dimensions.ts';
import { formatDay } from '../words/format.ts';
import { IllustrativeMark } from './cited.tsx';
import type { NumberedEvent } from './events.ts';

interface EventListProps {
  readonly events: readonly NumberedEvent[];
  /** False where one period is all there is, and so no chart over time. */
  readonly isCharted?: boolean;
}

/** The events whose lines stand in a chart, in words. */
export function EventList({ events, isCharted = true }: EventListProps) {
  if (events.length === 0) return null;
  return (
    <>
      <p className="event-list__head">
        <strong>What was done</strong> ({isCharted && 'the numbers stand at the top of the chart; '}that one
        thing followed another does not make it the cause):
      </p>
      <ol className="event-list">
        {events.map(({ number, event }) => (
          <li key={event.id} value={number}>
            {formatDay(event.date)}: {event.title} ({labelOf(eventTypes, event.type).toLowerCase()}){' '}
            {event.synthetic && <IllustrativeMark />}
          </li>
        ))}
      </ol>
    </>
  );
}
