import { ReferenceLine } from 'recharts';
import { colours } from '../ui/colours.ts';

/** What was done, at its place in time; the number leads to the list below the chart. */
export interface EventLine {
  readonly number: number;
  readonly time: number;
}

/** Lines for a chart over time. Called, not mounted: the chart looks for its own kinds of children. */
export const eventLines = (events: readonly EventLine[]) =>
  events.map(({ number, time }) => (
    <ReferenceLine
      key={number}
      x={time}
      stroke={colours.pink}
      strokeDasharray="1 3"
      label={{ value: number, position: 'top', fontSize: 12, fill: colours.pink }}
    />
  ));
