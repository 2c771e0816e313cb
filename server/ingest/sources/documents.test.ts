import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { documentKinds } from '../../contract/dimensions.ts';
import { readBy } from '../testing.ts';
import { documents } from './documents.ts';

const source = { id: 'minutes', publisher: 'The board', title: 'Minutes' };
const target = {
  id: 'two-doses',
  title: '95% with both doses',
  indicator: 'mmr-2-at-5-years',
  value: 95,
  source: 'minutes',
  synthetic: false,
};
const targets = {
  kind: 'targets',
  synthetic: false,
  date: '2026-11-22',
  sources: [source],
  targets: [target],
};
const commitment = {
  id: 'dose-1',
  words: 'Narrow the gap.',
  indicator: 'covid-19-dose-1',
  by: 'ethnicGroup',
  group: 'black',
  reference: 'rest',
  baselinePeriod: '2021-07-15',
  targetGap: -5,
  due: '2027-03-31',
  owner: 'The board',
  source: 'minutes',
  synthetic: false,
};
const commitments = (change: object) => ({
  kind: 'commitments',
  synthetic: false,
  date: '2026-11-22',
  sources: [source],
  commitments: [{ ...commitment, ...change }],
});
const targetsWith = (change: object) => ({ ...targets, targets: [{ ...target, ...change }] });

const readOf = (body: unknown) =>
  readBy(documents, typeof body === 'string' ? body : JSON.stringify(body), { name: 'words.json' });
/** Each problem as "where: value: what would be right". */
async function faultsOf(body: unknown): Promise<string[]> {
  const { items, problems } = await readOf(body);
  expect(items).toEqual([]);
  expect(problems.every(({ file }) => file === 'words.json')).toBe(true);
  return problems.map(({ at, value, expected }) => [at, value, expected].filter(Boolean).join(': '));
}

describe('a document', () => {
  test('is kept as it is where its layout is that of its kind', async () => {
    const { items, problems, tally } = await readOf(targets);
    expect(problems).toEqual([]);
    expect(items).toEqual([{ kind: 'document', body: targets }]);
    expect(tally.read).toBe(1);
    expect((await readOf(commitments({}))).problems).toEqual([]);
  });

  test('that is no JSON is refused with the place where it stops being JSON', async () => {
    expect((await faultsOf('{"kind": "targets",\n oops}'))[0]).toMatch(/expected JSON; .*line 2/);
  });

  test('of no kind, or of one there is not, is refused with the kinds there are', async () => {
    expect(await faultsOf('[]')).toEqual([
      expect.stringMatching(/^kind: expected one of: commitments, targets/),
    ]);
    expect(await faultsOf({ ...targets, kind: 'wishes' })).toEqual([
      expect.stringMatching(/^kind: wishes: expected one of: .*vaccination-facts/),
    ]);
  });

  test('is refused for every fault of layout at once, each with its place', async () => {
    const { value: _, ...without } = target;
    const bad = {
      ...targets,
      date: '2026-02-30',
      colour: 'blue',
      targets: [
        { ...without, title: '' },
        { ...target, id: 'Two Doses', synthetic: 'no' },
      ],
    };
    expect((await faultsOf(bad)).sort()).toEqual([
      expect.stringMatching(/^colour: there is no such field/),
      'date: 2026-02-30: expected a day of the calendar, such as 2026-11-22',
      'targets[0].title: expected words, not nothing',
      'targets[0].value: expected this field; it is missing',
      expect.stringMatching(/^targets\[1\]\.id: Two Doses: expected something that fits/),
      'targets[1].synthetic: no: expected a value of type boolean',
    ]);
  });

  test('of many faults has them all listed', async () => {
    const many = Array.from({ length: 40 }, (_, index) => ({ ...target, id: `t-${index}`, value: 'many' }));
    expect(await faultsOf({ ...targets, targets: many })).toHaveLength(40);
  });
});

describe('what a document names must exist', () => {
  test.each([
    [
      'an indicator',
      targetsWith({ indicator: 'contentment' }),
      'targets[0].indicator',
      /there are: .*residents/,
    ],
    ['its source', targetsWith({ source: 'hearsay' }), 'targets[0].source', /expected one of: minutes/],
    [
      'a population group of the indicator',
      targetsWith({ stratum: { populationGroup: 'frailty' } }),
      'targets[0].stratum',
      /expected for populationGroup one of: children/,
    ],
    [
      'an ethnic group of the scheme',
      targetsWith({ stratum: { ethnicScheme: 'nhs-16', ethnicGroup: 'black' } }),
      'targets[0].stratum.ethnicGroup',
      /expected one of: white-british/,
    ],
    [
      'an area of the place',
      targetsWith({ area: { type: 'ward', code: 'E05999999' } }),
      'targets[0].area.code',
      /no ward of the place/,
    ],
    [
      'a type of area',
      targetsWith({ area: { type: 'parish', code: 'E05000001' } }),
      'targets[0].area.type',
      /expected one of: ward, lsoa/,
    ],
    ['a group', commitments({ group: 'purple' }), 'commitments[0].group', /expected one of: asian, black/],
    [
      'a fifth where people are grouped by deprivation',
      commitments({ by: 'deprivation', group: '1', reference: '6' }),
      'commitments[0].reference',
      /expected one of: rest, largest, best, 1, 2/,
    ],
    ['another group', commitments({ reference: 'black' }), 'commitments[0].reference', /another group/],
    [
      'a period',
      commitments({ baselinePeriod: '2021-13-01' }),
      'commitments[0].baselinePeriod',
      /expected a period/,
    ],
  ])('%s', async (_name, body, at, words) => {
    const faults = await faultsOf(body);
    expect(faults).toHaveLength(1);
    expect(faults[0]?.startsWith(`${at}: `)).toBe(true);
    expect(faults[0]).toMatch(words);
  });

  test('the place, and what it lies in, are areas too', async () => {
    const area = { type: 'country', code: 'E92000001' };
    expect((await readOf(targetsWith({ area }))).problems).toEqual([]);
    expect(await faultsOf(targetsWith({ area: { type: 'borough', code: 'E09000001' } }))).toEqual([
      'targets[0].area.code: E09000001: expected E09000099, Exampleton',
    ]);
  });
});

describe('an event that changes control charts', () => {
  const event = (over: object) => ({
    ...targets,
    kind: 'events',
    targets: undefined,
    events: [
      {
        id: 'move',
        date: '2024-10-01',
        title: 'Clinics moved',
        type: 'service',
        areas: [],
        populationGroups: [],
        ethnicGroups: [],
        ageBands: [],
        indicators: ['mmr-1-at-2-years'],
        controlChart: { change: 'step-change', reason: 'Other people come.' },
        source: 'minutes',
        synthetic: false,
        ...over,
      },
    ],
  });
  test('names its reason and its indicators; a baseline has an end', async () => {
    expect((await readOf(event({}))).problems).toEqual([]);
    expect(await faultsOf(event({ indicators: [] }))).toEqual([
      expect.stringMatching(/^events\[0\]\.controlChart: .*there are none$/),
    ]);
    const baseline = { change: 'baseline', reason: 'The year before.' };
    expect(await faultsOf(event({ controlChart: baseline }))).toEqual([
      expect.stringMatching(/expected until, the last day of the baseline/),
    ]);
    const bounded = event({ controlChart: baseline, until: '2025-09-30' });
    expect((await readOf(bounded)).problems).toEqual([]);
    expect(await faultsOf(event({ controlChart: { change: 'step-change' } }))).toEqual([
      'events[0].controlChart.reason: expected this field; it is missing',
    ]);
  });
});

describe('an entry must be told from every other', () => {
  test('by its id', async () => {
    const other = { ...target, indicator: 'mmr-1-at-2-years' };
    expect(await faultsOf({ ...targets, targets: [target, other] })).toEqual([
      'targets[1].id: two-doses: expected an id of its own; it is that of targets[0]',
    ]);
  });
  test('and one figure has one target', async () => {
    const faults = await faultsOf({ ...targets, targets: [target, { ...target, id: 'again', value: 90 }] });
    expect(faults).toEqual([expect.stringMatching(/^targets: expected one target .*: two-doses, again$/)]);
  });
  test('and an indicator that is neither better high nor low has none', async () => {
    expect(await faultsOf(targetsWith({ indicator: 'residents' }))).toEqual([
      expect.stringMatching(/^targets\[0\]\.value: 95: neither high nor low is better/),
    ]);
  });
});

describe('the layouts as their README shows them', () => {
  const README = join(import.meta.dirname, '../../contract/documents/README.md');
  const examples = [...readFileSync(README, 'utf8').matchAll(/```json\n([\s\S]*?)```/g)].map(
    ([, text]) => text ?? '',
  );

  test('have an example of every kind', () => {
    const kinds = examples.map((text) => (JSON.parse(text) as { kind: string }).kind);
    expect(kinds.sort()).toEqual(documentKinds.map(({ id }) => id).sort());
  });
  test.each(examples)('load: %#', async (text) => {
    expect((await readOf(text)).problems).toEqual([]);
  });
});

test('a document is marked synthetic where any entry is, and only there', async () => {
  expect(await faultsOf(targetsWith({ synthetic: true }))).toEqual([
    'synthetic: false: expected true: some of its entries are synthetic',
  ]);
  expect(await faultsOf({ ...targets, synthetic: true })).toEqual([
    'synthetic: true: expected false: none of its entries is synthetic',
  ]);
});
