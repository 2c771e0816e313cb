import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { type Content, digestOf } from './content.ts';
import type { DerivedSeries } from './derive.ts';

const dataset = { id: 'example', title: 'Example', policy: 'as-published' } as const;

const seriesOf = (indicator: string, ...statuses: ('shown' | 'withheld')[]) =>
  ({
    series: {
      indicator,
      denominator: '',
      ethnic_group: 'all',
      age_band: 'all',
      sex: 'all',
      deprivation: 'all',
    },
    estimates: statuses.map((status, at) => ({ area_code: `A${at}`, status })),
    coverage: [],
  }) as unknown as DerivedSeries;

const one = seriesOf('one', 'shown', 'withheld');
const two = seriesOf('two', 'shown');
const three = seriesOf('three', 'withheld');

const contentOf = (...byIndicator: (readonly DerivedSeries[])[]): Content => ({
  dataset,
  areas: [],
  boundaries: [],
  series: async function* () {
    yield* byIndicator;
  },
});
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

test('the digest is that of the whole content as one JSON text, however its series come', async () => {
  const expected = sha256(JSON.stringify({ dataset, areas: [], boundaries: [], series: [one, two, three] }));
  expect((await digestOf(contentOf([one], [two, three]))).sha256).toBe(expected);
  expect((await digestOf(contentOf([one, two], [], [three]))).sha256).toBe(expected);
  expect((await digestOf(contentOf([one, three], [two]))).sha256).not.toBe(expected);
});

test('documents are part of it where there are any', async () => {
  const documents = [{ kind: 'plan', body: { kind: 'plan' } }] as unknown as NonNullable<
    Content['documents']
  >;
  const expected = sha256(JSON.stringify({ dataset, areas: [], boundaries: [], series: [], documents }));
  expect((await digestOf({ ...contentOf(), documents })).sha256).toBe(expected);
});

test('it counts what there is', async () => {
  const { series, estimates, withheld } = await digestOf(contentOf([one], [two, three]));
  expect(series.map(({ indicator }) => indicator)).toEqual(['one', 'two', 'three']);
  expect([estimates, withheld]).toEqual([4, 2]);
});
