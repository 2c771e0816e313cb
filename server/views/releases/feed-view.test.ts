import { describe, expect, test } from 'vitest';
import type { ReleaseWithVersions } from '../../../db/queries/releases.ts';
import type { ChangesReply } from '../../contract/changes-reply.ts';
import { type FeedSubject, feedView } from './feed-view.ts';

const place = { code: 'E09000099', name: 'Exampleton' };
const release = (id: number, published_at: string): ReleaseWithVersions => ({
  id,
  published_at,
  versions: [],
});
const releases = [release(2, '2026-02-05T09:00:00Z'), release(1, '2026-01-05T09:00:00Z')];

type Named = ChangesReply['newIndicators'][number];
const smoking: Named = {
  indicator: 'smoking',
  title: 'Smoking & vaping',
  shortTitle: 'Smoking',
  aim: 'outcomes',
  basis: ['published'],
};
const synthetic: Named = { ...smoking, indicator: 'made-up', shortTitle: 'Made up', basis: ['synthetic'] };

const nothing: ChangesReply = {
  release: 2,
  query: { since: 1, area: place.code },
  from: { id: 1, publishedAt: '2026-01-05T09:00:00Z' },
  to: { id: 2, publishedAt: '2026-02-05T09:00:00Z' },
  area: { ...place, type: 'borough' },
  summary: [],
  newPeriods: [],
  revisions: [],
  withheld: [],
  shown: [],
  missing: [],
  withdrawn: [],
  withdrawals: [],
  verdicts: [],
  definitions: [],
  newIndicators: [],
  discontinuedIndicators: [],
  elsewhere: [],
  datasets: [],
};

const contentsOf = (changes: Partial<ChangesReply>, subject: Omit<FeedSubject, 'place'> = {}): string[] => {
  const feed = feedView({
    subject: { place, ...subject },
    releases,
    changes: new Map([[2, { ...nothing, ...changes }]]),
    withdrawals: [],
    site: '',
    address: '/feed',
  });
  return [...feed.matchAll(/<content type="text">([^<]*)</g)].map(([, content = '']) => content);
};

const ofSmoking = { indicator: { id: 'smoking', title: 'Smoking', dataset: 'survey' } };
const ofWard = { area: { code: 'E05000001', name: 'Ash' } };
const FIRST = 'The first release: there is none to compare it with.';

describe('a feed', () => {
  test('of an indicator has no entry for what changed of others, or is made for demonstration', () => {
    expect(contentsOf({ newIndicators: [smoking] }, ofSmoking)).toEqual(['New indicators: Smoking.', FIRST]);
    const other = { indicator: { ...ofSmoking.indicator, id: 'another' } };
    expect(contentsOf({ newIndicators: [smoking] }, other)).toEqual([FIRST]);
    const made = { indicator: { ...ofSmoking.indicator, id: 'made-up' } };
    expect(contentsOf({ newIndicators: [synthetic] }, made)).toEqual([FIRST]);
  });

  test('of an indicator counts what changed in other areas; that of an area says nothing of others', () => {
    const elsewhere = [{ ...smoking, revised: 3, withheld: 1, shown: 0 }];
    expect(contentsOf({ elsewhere }, ofSmoking)[0]).toContain(
      'Figures of other areas: 3 revised and 1 newly withheld.',
    );
    expect(contentsOf({ elsewhere }, ofWard)).toEqual([FIRST]);
  });

  test('of the place has an entry for every release, and writes out what XML takes for marks', () => {
    expect(
      contentsOf({
        definitions: [
          { ...smoking, shortTitle: 'A & <b>\u0001', parts: [{ part: 'title', before: 'a', after: 'b' }] },
        ],
      }),
    ).toEqual(['Defined anew: A &amp; &lt;b&gt; (title).', FIRST]);
    expect(contentsOf({})[0]).toBe('No real figure of Exampleton changed.');
  });
});
