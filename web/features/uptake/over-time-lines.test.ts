import { expect, test } from 'vitest';
import {
  chartRows,
  EVERYONE_LINE,
  limitsKey,
  newPointsOf,
  UNKNOWN_LINE,
  uptakeSeries,
} from './over-time-lines.ts';
import { groupsReply, share, withheld } from './testing-uptake.ts';

const three = (a: number) => [share(a, 100), share(a + 10, 100), share(a + 20, 100)];
const reply = groupsReply(
  { black: three(10), white: [share(30, 100), withheld, share(50, 100)] },
  { whole: three(25), unknown: three(20) },
);

test('everyone comes first, unknown ethnicity last, each with a look of its own', () => {
  const series = uptakeSeries(reply, undefined);
  expect(series.map(({ id }) => id)).toEqual([EVERYONE_LINE, 'black', 'white', UNKNOWN_LINE]);
  expect(new Set(series.map(({ look }) => `${look.colour} ${look.dash} ${look.width}`)).size).toBe(4);
  expect(new Set(series.slice(1).map(({ look }) => look.dash)).size).toBe(3);
});

test('of more groups than looks only the chosen one stands out', () => {
  const many = Object.fromEntries(['a', 'b', 'c', 'd', 'e', 'f'].map((id) => [id, three(10)]));
  const series = uptakeSeries(groupsReply(many), 'c').filter(({ id }) => id !== EVERYONE_LINE);
  const widths = series.map(({ look }) => look.width);
  expect(widths.filter((width) => width > 2)).toHaveLength(1);
  expect(series[widths.findIndex((width) => width > 2)]?.id).toBe('c');
});

test('a withheld figure breaks its line: neither value nor limits are drawn', () => {
  const rows = chartRows(uptakeSeries(reply, undefined), reply.periods);
  expect(rows.map((row) => row.white)).toEqual([30, null, 50]);
  expect(rows[1]?.[limitsKey('white')]).toBeNull();
  expect(rows[2]?.[limitsKey('white')]).toEqual([48, 52]);
  expect(rows[0]?.time).toBe(Date.parse('2021-03-31'));
});

test('a date with figures for everyone only is left to the table, since it would break every line', () => {
  const sparse = groupsReply({ black: [share(1, 2), share(1, 2)] }, { whole: three(25) });
  expect(chartRows(uptakeSeries(sparse, undefined), sparse.periods).map(({ period }) => period)).toEqual([
    '2021-06-30',
    '2021-07-15',
  ]);
  const alone = groupsReply({}, { whole: three(25) });
  expect(chartRows(uptakeSeries(alone, undefined), alone.periods)).toHaveLength(3);
});

test('a figure without limits, such as one above 100%, is drawn without them and not clipped', () => {
  const { lower95: _, upper95: __, ...bare } = share(120, 100) as Record<string, unknown>;
  const above = groupsReply({ black: [bare as never] });
  const [row] = chartRows(uptakeSeries(above, undefined), above.periods);
  expect(row?.black).toBe(120);
  expect(row?.[limitsKey('black')]).toBeNull();
});

test('new people are told a week, by how far apart the dates lie', () => {
  const points = newPointsOf([
    { period: '2021-03-31', ...share(10, 100) },
    {
      period: '2021-04-14',
      ...share(40, 100),
      new: { status: 'shown', people: 30, since: '2021-03-31', lowest: 26, highest: 34 },
    },
  ]);
  expect(points).toHaveLength(1);
  expect(points[0]).toMatchObject({ people: 30, weeks: 2, perWeek: 15, lowest: 26, highest: 34 });
});

test('of fewer than eight new people no number is drawn', () => {
  const few = { status: 'withheld', since: '2021-03-31', reason: 'fewer-than-eight' } as const;
  const [point] = newPointsOf([{ period: '2021-04-14', ...share(40, 100), new: few }]);
  expect(point).toMatchObject({
    since: '2021-03-31',
    people: null,
    lowest: null,
    highest: null,
    perWeek: null,
  });
});
