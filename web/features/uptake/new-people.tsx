import { labelOfReason } from '../../../server/contract/without-figure.ts';
import { EventList } from '../../shared/documents/event-list.tsx';
import type { NumberedEvent } from '../../shared/documents/events.ts';
import { WideTable } from '../../shared/ui/wide-table.tsx';
import { formatNumber, formatPeriod } from '../../shared/words/format.ts';
import { NewPeopleChart } from './new-people-chart.tsx';
import type { NewPoint } from './over-time-lines.ts';

interface NewPeopleProps {
  readonly points: readonly NewPoint[];
  readonly events: readonly NumberedEvent[];
  readonly roundedTo: number | null;
}

/** People counted since the date before, everyone together: by group nothing is said of so few. */
export function NewPeopleFigure({ points, events, roundedTo }: NewPeopleProps) {
  return (
    <>
      <p className="uptake__note">
        People of every group together: the count of a date less that of the date before
        {roundedTo !== null && `, each rounded to the nearest ${roundedTo}`}. Height is people a week and
        width the time between dates, so the area is people.
      </p>
      <NewPeopleChart points={points} events={events} />
      <EventList events={events} />
      <details className="as-table">
        <summary>View as table</summary>
        <WideTable label="New people from date to date">
          <thead>
            <tr>
              <th scope="col">From</th>
              <th scope="col">To</th>
              <th scope="col">New people</th>
              <th scope="col">At least, at most</th>
              <th scope="col">A week</th>
            </tr>
          </thead>
          <tbody>
            {points.toReversed().map(({ period, since, people, lowest, highest, perWeek }) => (
              <tr key={period} data-period={period}>
                <td>{formatPeriod(since)}</td>
                <th scope="row">{formatPeriod(period)}</th>
                <td>
                  {people === null ? labelOfReason({ reason: 'fewer-than-eight' }) : formatNumber(people, 0)}
                </td>
                <td>
                  {lowest === null || highest === null || lowest === highest
                    ? '–'
                    : `${formatNumber(lowest, 0)} to ${formatNumber(highest, 0)}`}
                </td>
                <td>{perWeek === null ? '–' : weekly(perWeek)}</td>
              </tr>
            ))}
          </tbody>
        </WideTable>
      </details>
    </>
  );
}

/** People are counted whole: some, but fewer than one a week, are not none. */
const weekly = (people: number) => (people > 0 && people < 1 ? 'under 1' : formatNumber(people, 0));
