/** The board over three releases made by hand: every sentence written out in full. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { connectOwner, connectReader, type DatabaseLocation } from '../../db/connect.ts';
import { emptyDatabase } from '../../db/testing.ts';
import { buildApp } from '../app.ts';
import type { BoardReply } from '../contract/board-reply.ts';
import type { ChangesReply } from '../contract/changes-reply.ts';
import type { Problem } from '../contract/problem.ts';
import { testPlace } from '../ingest/testing.ts';
import { testConfig } from '../testing.ts';
import { publishRelease } from '../testing-releases.ts';
import { readTable } from './testing-csv.ts';

const SENTENCES: Readonly<Record<1 | 2 | 3, Readonly<Record<string, readonly string[]>>>> = {
  1: {
    outcomes: [
      'Two real figures on the list of the board, of which two can be tested against an earlier period: none got better, one got worse and one shows no change beyond chance.',
      'Worse: MMR dose 1 at 2 (90.0%, January to March 2023; 85.0%, January to March 2024).',
      'Against England: worse on MMR dose 1 at 2.',
      'Targets: not met for MMR dose 1 at 2; cannot be told for 6-in-1 at 1.',
    ],
    experience: [
      'One real figure on the list of the board, none with an earlier one it can be tested against.',
    ],
    sustainability: ['There is no real figure for this aim: every one shown is synthetic.'],
    staff: ['There is no figure for this aim.'],
  },
  2: {
    outcomes: [
      'Two real figures on the list of the board, of which two can be tested against an earlier period: two got better and none got worse.',
      'Better: MMR dose 1 at 2 (86.0%, January to March 2024; 90.5%, January to March 2025); 6-in-1 at 1 (91.5%, January to March 2024; 96.0%, January to March 2025).',
      'Against England: not beyond chance on MMR dose 1 at 2.',
      'Targets: on course for 6-in-1 at 1; not met for MMR dose 1 at 2.',
    ],
    experience: [
      'One real figure on the list of the board, none with an earlier one it can be tested against.',
    ],
    sustainability: ['There is no real figure for this aim: every one shown is synthetic.'],
    staff: ['There is no figure for this aim.'],
  },
  3: {
    outcomes: [
      'Two real figures on the list of the board, of which two can be tested against an earlier period: none got better, one got worse and one shows no change beyond chance.',
      'Worse: MMR dose 1 at 2 (90.0%, January to March 2023; 86.0%, January to March 2024).',
      'Against England: worse on MMR dose 1 at 2.',
      'Targets: not met for MMR dose 1 at 2; cannot be told for 6-in-1 at 1.',
    ],
    experience: [
      'One real figure on the list of the board, none with an earlier one it can be tested against.',
    ],
    sustainability: ['There is no real figure for this aim: every one shown is synthetic.'],
    staff: ['There is no figure for this aim.'],
  },
};

const CHANGES: readonly (readonly [since: number, release: number, sentences: readonly string[]])[] = [
  [
    1,
    2,
    [
      'New periods: MMR dose 1 at 2 (January to March 2025); 6-in-1 at 1 (January to March 2025).',
      'Revised: First dose of MMR by 2 years, January to March 2024 (85.0% to 86.0%).',
      'Verdicts that changed: MMR dose 1 at 2, change: “worse” before, “better” now; MMR dose 1 at 2, against England: “worse” before, “not beyond chance” now; 6-in-1 at 1, change: “no clear change” before, “better” now; 6-in-1 at 1, target: “cannot tell” before, “on course” now.',
    ],
  ],
  [
    2,
    3,
    [
      'Revised: 6-in-1 vaccine by 1 year, January to March 2025 (96.0% to 91.8%).',
      'Verdicts that changed: MMR dose 1 at 2, change: “better” before, “worse” now; MMR dose 1 at 2, against England: “not beyond chance” before, “worse” now; 6-in-1 at 1, change: “better” before, “no clear change” now; 6-in-1 at 1, target: “on course” before, “cannot tell” now.',
      'Newly withheld: First dose of MMR by 2 years, January to March 2025.',
      'New indicators: Campylobacter.',
    ],
  ],
  [
    1,
    3,
    [
      'New periods: 6-in-1 at 1 (January to March 2025).',
      'Revised: First dose of MMR by 2 years, January to March 2024 (85.0% to 86.0%).',
      'New indicators: Campylobacter.',
    ],
  ],
];

/** Questions about releases as they stood. */
const CITED = [
  '/board?release=1',
  '/board.csv?release=1',
  '/board?populationGroup=children&release=1',
  '/board?release=2',
  '/releases/2/changes?since=1',
  '/releases/2/changes.csv?since=1',
  '/indicators/mmr-1-at-2-years/trend?release=1',
  '/indicators/mmr-1-at-2-years/areas?areaType=borough&release=2',
  '/documents/targets?release=1',
];

describe('three releases', () => {
  let location: DatabaseLocation;
  let app: Awaited<ReturnType<typeof buildApp>>;
  let stop: () => Promise<void>;
  /** What each cited question gave before and after later releases, in order. */
  const cited = new Map<string, string[]>();

  async function start(): Promise<void> {
    const reader = connectReader(location);
    const config = { ...testConfig, place: testPlace };
    app = await buildApp({ db: reader.kysely, config, now: () => new Date() });
    stop = async () => {
      await app.close();
      await reader.close();
    };
  }
  const get = async <T>(url: string) => {
    const reply = await app.inject(`/api/v1${url}`);
    if (reply.statusCode !== 200) throw new Error(`${url}: ${reply.body}`);
    return reply.json<T>();
  };
  const board = (release: number) => get<BoardReply>(`/board?release=${release}`);

  beforeAll(async () => {
    const made = await emptyDatabase();
    location = made.location;
    await made.owner.close();
    for (const number of [1, 2, 3] as const) {
      const owner = connectOwner(location);
      await publishRelease(owner, number);
      await owner.close();
      await start();
      for (const url of CITED) {
        const reply = await app.inject(`/api/v1${url}`);
        if (reply.statusCode === 200) cited.set(url, [...(cited.get(url) ?? []), reply.body]);
      }
      if (number < 3) await stop();
    }
  });
  afterAll(() => stop());

  test.each([1, 2, 3] as const)('release %i: every sentence of every aim', async (release) => {
    const { aims } = await board(release);
    expect(Object.fromEntries(aims.map(({ aim, summary }) => [aim, summary]))).toEqual(SENTENCES[release]);
  });

  test.each(CHANGES)('what changed since release %i in release %i', async (since, release, sentences) => {
    const { summary } = await get<ChangesReply>(`/releases/${release}/changes?since=${since}`);
    expect(summary).toEqual(sentences);
  });

  const changedIn = async (query: string) => (await get<BoardReply>(`/board${query}`)).changed;

  test('the board says what moved since the release before: figures, verdicts and targets of real rows', async () => {
    expect(await changedIn('?release=1')).toBeNull();
    expect(await changedIn('?release=2')).toEqual({
      since: { id: 1, publishedAt: '2026-01-05T09:00:00.000Z' },
      lines: [
        {
          about: 'target',
          text: '6-in-1 at 1, 96.0% (January to March 2025): 91.5% in the earlier release (January to March 2024); target: “cannot tell” before, “on course” now; change: “no clear change” before (against 92.0% in January to March 2023), “better” now (against 91.5% in January to March 2024).',
          row: '6-in-1-at-1-year.children',
        },
        {
          about: 'verdict',
          text: 'MMR dose 1 at 2, 90.5% (January to March 2025): 85.0% in the earlier release (January to March 2024); change: “worse” before (against 90.0% in January to March 2023), “better” now (against 86.0% in January to March 2024); against England: “worse” before, “not beyond chance” now.',
          row: 'mmr-1-at-2-years.children',
        },
      ],
      more: 0,
    });
    // A period that is withheld now is named without its figure.
    const [, mmr] = (await changedIn('?release=3'))?.lines ?? [];
    expect(mmr?.text).toBe(
      'MMR dose 1 at 2, 86.0% (January to March 2024): January to March 2025 is shown no more; change: “better” before (against 86.0% in January to March 2024), “worse” now (against 90.0% in January to March 2023); against England: “not beyond chance” before, “worse” now.',
    );
    const { facts } = await readTable(app, '/api/v1/board.csv?release=2');
    expect(facts['Changed since 2026-01-05 (release 1)']).toMatch(/“on course” now.*“better” now/);
  });

  test('a number or the day of a meeting says since when; a group asked for leaves out the rest', async () => {
    const since = async (query: string) => (await changedIn(query))?.since.id;
    expect(await since('?release=3&since=1')).toBe(1);
    // The day before the second release, its day, and one long after the last.
    expect(await since('?release=3&since=2026-02-04')).toBe(1);
    expect(await since('?release=3&since=2026-02-05')).toBe(2);
    expect(await changedIn('?release=3&since=2026-07-01')).toMatchObject({ since: { id: 3 }, lines: [] });
    expect(await changedIn('?release=2&populationGroup=children')).toEqual(await changedIn('?release=2'));
    expect((await changedIn('?release=2&populationGroup=all'))?.lines).toEqual([]);
    const changes = (query: string) => get<ChangesReply>(`/releases/3/changes${query}`);
    expect(await changes('?since=2026-02-04')).toEqual(await changes('?since=1'));
    for (const [query, status, words] of [
      ['since=2025-12-31', 422, 'Nothing was public on 2025-12-31: the first release is of 2026-01-05.'],
      ['since=9', 422, 'There is no such release before release 3.'],
      ['since=2026-02-31', 400, 'is no day'],
      ['since=yesterday', 400, 'since'],
    ] as const) {
      const reply = await app.inject(`/api/v1/board?${query}`);
      expect([reply.statusCode, reply.body], query).toEqual([status, expect.stringContaining(words)]);
    }
  });

  test('lists what sentences leave out: synthetic periods, gaps and revisions, with their mark', async () => {
    const changes = await get<ChangesReply>('/releases/3/changes?since=2');
    expect(changes.newPeriods).toEqual([
      expect.objectContaining({ indicator: 'readmissions-within-30-days', basis: ['synthetic'] }),
    ]);
    expect(changes.verdicts.filter(({ synthetic }) => synthetic).map(({ about }) => about)).toContain(
      'change',
    );
    expect(changes.withheld).toHaveLength(1);
    expect(changes.withheld[0]).toMatchObject({ before: { status: 'shown' }, after: { status: 'withheld' } });
    expect(changes.withheld[0]?.after).not.toHaveProperty('value');
    expect(changes.datasets.map(({ dataset }) => dataset).sort()).toEqual([
      'childhood-vaccination',
      'health-protection',
      'hospital-care-and-flu',
    ]);
  });

  test('shows the gap of the fifth worst off, against everyone else, and where it is going', async () => {
    const rows = (await board(3)).aims.flatMap(({ rows: own }) => own);
    const [gap] = rows.find(({ indicator }) => indicator === 'readmissions-within-30-days')?.gaps ?? [];
    expect(gap).toMatchObject({ by: 'deprivation', group: '1', verdict: 'similar' });
    expect(gap?.difference.value).toBeCloseTo(100 * (250 / 2000 - 900 / 8000), 10);
    expect(gap?.trend).toMatchObject({ verdict: 'no-clear-change', since: '2022-23' });
    // The gaps were 3.2, 3.75 and 1.25 points; with like weights their line falls by 1.9 over the two years.
    expect(gap?.trend.change?.value).toBeCloseTo(-1.94, 0);
  });

  test('a figure cited as of a release is the same, byte for byte, after later releases', () => {
    expect([...cited.keys()].sort()).toEqual([...CITED].sort());
    for (const [url, bodies] of cited) {
      expect(bodies.length, url).toBeGreaterThanOrEqual(2);
      for (const body of bodies) expect(body === bodies[0], url).toBe(true);
    }
  });

  test('choosing a population group leaves out rows and changes no verdict', async () => {
    const whole = await board(1);
    const children = await get<BoardReply>('/board?populationGroup=children&release=1');
    const wanted = whole.aims.flatMap(({ rows }) => rows).filter((row) => row.populationGroup === 'children');
    expect(children.aims.flatMap(({ rows }) => rows)).toEqual(wanted);
    expect(wanted.length).toBe(2);
  });

  test('refuses what there is not', async () => {
    const problemAt = async (url: string) => {
      const reply = await app.inject(`/api/v1${url}`);
      return { ...reply.json<Problem>(), status: reply.statusCode };
    };
    expect(await problemAt('/releases/9/changes')).toMatchObject({ status: 404, field: 'id' });
    expect(await problemAt('/releases/1/changes')).toMatchObject({ status: 422, field: 'since' });
    expect(await problemAt('/releases/2/changes?since=3')).toMatchObject({
      status: 422,
      field: 'since',
      allowed: ['1'],
    });
    expect(await problemAt('/releases/2/changes?area=E05999999')).toMatchObject({
      status: 404,
      field: 'area',
    });
    expect(await problemAt('/board?area=E05999999')).toMatchObject({ status: 404, field: 'area' });
    expect(await problemAt('/board?release=9')).toMatchObject({ status: 404, field: 'release' });
    expect(await problemAt('/board?populationGroup=everybody')).toMatchObject({ status: 400 });
  });
});
