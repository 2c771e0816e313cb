import { eventTypes, labelOf } from '../../../server/contract/dimensions.ts';
import { formatDay } from '../words/format.ts';
import { IllustrativeMark } from './cited.tsx';
import type { NumberedEvent } from './events.ts';

/** The events whose lines stand in a chart, in words. */
export function EventList({ events }: { events: readonly NumberedEvent[] }) {
  if (events.length === 0) return null;
  return (
    <>
      <p className="event-list__head">
        <strong>What was done</strong> (the numbers stand at the top of the chart; that one thing followed
        another does not make it the cause):
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
