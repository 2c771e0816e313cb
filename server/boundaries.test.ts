/** Who may import whom. A new folder needs a line here; a new arrow needs a reason. */
import { globSync, readFileSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { indicators } from './indicators/catalogue.ts';

const PROJECT = resolve(import.meta.dirname, '..');

/**
 * A part of the project and the parts it may import from, itself aside. The first pattern that fits a file names its part.
 * `disclosure/table` is a room of `disclosure`: who may import `disclosure` may import every room of it.
 */
type Part = readonly [name: string, files: RegExp, mayImport: readonly string[]];

/** The rooms of a part: each may import what all may, and the rooms named beside it. */
const roomsOf = (
  part: string,
  folder: string,
  all: readonly string[],
  rooms: Readonly<Record<string, readonly string[]>>,
): Part[] =>
  Object.entries(rooms).map(([room, others]) => [
    `${part}/${room}`,
    new RegExp(`^${folder}/${room}/`),
    [...all, ...others.map((other) => `${part}/${other}`)],
  ]);

const parts: readonly Part[] = [
  ['contract', /^server\/contract\//, []],
  // Random numbers from a seed: one source for figures, searches, fixtures and benches.
  ['random', /^server\/random\.ts$/, []],
  // Lists that fail where an index has gone wrong.
  ['lists', /^server\/lists\.ts$/, []],
  ['stats', /^server\/stats\//, ['random', 'lists']],
  // What one count may be, and what was chosen by trying: asked in every room.
  ['disclosure/numbers', /^server\/disclosure\/(policy|tuning)\.ts$/, ['contract']],
  ...roomsOf('disclosure', 'server/disclosure', ['contract', 'random', 'lists', 'disclosure/numbers'], {
    table: [],
    bounds: ['table'],
    feasible: ['table', 'bounds'],
    suppress: ['table', 'bounds', 'feasible'],
  }),
  // Its command can be run on any table, and is called as all are.
  ['disclosure', /^server\/disclosure\//, ['contract', 'lists', 'command line', 'disclosure']],
  ['indicators', /^server\/indicators\//, ['contract']],
  // Which figures are compared, and what comes of it: asked when publishing, and by what shows it.
  ['judge', /^server\/judge\//, ['contract', 'stats', 'indicators']],
  ['errors', /^server\/errors\.ts$/, ['contract']],
  ['config', /^server\/config(-addresses)?\.ts$/, ['contract']],
  ['db rows', /^db\/((judgement|origin)-)?schema\.ts$/, ['contract']],
  // Of exact figures and of work that was asked for: to whatever answers readers neither exists.
  ['private rows', /^db\/(intake|desk)-schema\.ts$/, ['contract', 'db rows']],
  ['db queries', /^db\/queries\//, ['contract', 'db rows']],
  ['db', /^db\//, ['contract', 'db rows', 'private rows', 'db queries']],
  ...roomsOf(
    'views',
    'server/views',
    ['contract', 'random', 'stats', 'judge', 'indicators', 'db rows', 'db queries (types)'],
    {
      // How a figure is set beside another, and how it is put into words and cells: what pages share.
      comparing: [],
      writing: ['comparing'],
      // What a file holds, and the three forms it is written in.
      tables: ['comparing', 'writing'],
      geography: [],
      indicators: ['comparing', 'writing', 'tables', 'geography'],
      disparities: ['comparing', 'writing', 'tables', 'geography'],
      uptake: ['comparing', 'writing', 'tables', 'geography'],
      releases: ['comparing', 'writing', 'tables'],
      services: ['comparing', 'writing', 'tables'],
      // The same figures, trends and words in the form other programs ask for.
      fingertips: ['comparing', 'writing', 'tables', 'indicators'],
      // The board looks at indicators over time, at their gaps, and at what changed between releases; a place has the lines of its board.
      board: ['comparing', 'writing', 'tables', 'indicators', 'disparities', 'releases'],
      areas: ['comparing', 'writing', 'tables', 'indicators', 'board'],
      // The first page says the most telling line of each of the others.
      home: ['comparing', 'writing', 'indicators', 'board', 'areas', 'disparities'],
    },
  ),
  [
    'routes',
    /^server\/routes\//,
    ['contract', 'views', 'judge', 'indicators', 'errors', 'db queries', 'db rows'],
  ],
  // A command reads its configuration where the process does.
  ['ingest', /^server\/ingest\//, ['contract', 'indicators', 'db', 'db rows', 'private rows', 'config']],
  [
    'publish',
    /^server\/publish\//,
    // What was just written is read back as a reader would, to be judged.
    [
      'contract',
      'lists',
      'stats',
      'disclosure',
      'judge',
      'indicators',
      'db',
      'db queries',
      'db rows',
      'private rows',
      'config',
    ],
  ],
  // Commands and the worker start long work, so they read the configuration as the process does.
  [
    'jobs',
    /^server\/jobs\//,
    [
      'contract',
      'indicators',
      'ingest',
      'publish',
      'db',
      'db rows',
      'private rows',
      'config',
      'command line',
    ],
  ],
  ['attack', /^server\/attack\//, ['contract', 'lists', 'stats', 'disclosure', 'command line']],
  ['command line', /^server\/command-line\.ts$/, []],
  // How long, tangled and repetitive all of this is: it reads files, and knows none of them.
  ['code quality', /^server\/code-quality\//, ['command line']],
  // What an administrator runs: backup, restore, rights, the demonstration. An update writes down the definitions of before.
  ['keeping', /^server\/keeping\//, ['command line', 'config', 'db', 'process', 'publish']],
  // What every request goes through: limits, faults, log, measures.
  ['http', /^server\/http\//, ['routes', 'views', 'judge', 'contract', 'config', 'errors']],
  // Pages as whole documents; what draws them is handed in.
  ['pages', /^server\/pages\//, ['http', 'routes', 'contract', 'errors']],
  [
    'app',
    /^server\/app\.ts$/,
    ['pages', 'http', 'routes', 'views', 'judge', 'contract', 'config', 'errors', 'db rows'],
  ],
  [
    'bench',
    /^server\/bench\//,
    [
      'app',
      'browser',
      'command line',
      'config',
      'contract',
      'random',
      'stats',
      'disclosure',
      // Trials of what verdicts promise.
      'judge',
      'ingest',
      'jobs',
      'publish',
      'process',
      'made-up place',
      // A bench brings definitions of its own.
      'indicators',
      'db',
      'db rows',
      // Random tables in our shape.
      'fixtures',
    ],
  ],
  [
    'process',
    /^server\/(main|worker|demonstration|write-demonstration|web-build|testing-process)\.ts$/,
    ['app', 'http', 'command line', 'config', 'contract', 'ingest', 'jobs', 'publish', 'db', 'private rows'],
  ],
  // A made-up place with releases, for tests and for what is killed in mid-work.
  ['made-up place', /^server\/testing-releases\.ts$/, ['contract', 'ingest', 'publish', 'db', 'db rows']],
  // Repainting is timed in a real browser.
  ['browser', /^web\/testing-browser\.ts$/, []],
  // Words for analysts and operators, which the site shows.
  ['documentation', /^server\/docs\//, []],
  ...roomsOf('shared', 'web/shared', ['contract (values)'], {
    url: [],
    words: [],
    api: [],
    ui: ['api', 'words', 'url'],
    search: ['api', 'words'],
    question: ['ui', 'url', 'words'],
    charts: ['api', 'question', 'ui', 'words'],
    geography: ['question', 'ui', 'url', 'words'],
    documents: ['api', 'charts', 'ui', 'words'],
  }),
  // A feature is a room nobody else enters: what two need lies in shared.
  ...roomsOf(
    'features',
    'web/features',
    ['contract (values)', 'shared', 'documentation'],
    Object.fromEntries(globSync('web/features/*', { cwd: PROJECT }).map((folder) => [basename(folder), []])),
  ),
  // How the client is packed, which the build asks.
  ['packing', /^web\/chunks\.ts$/, []],
  ['web', /^web\//, ['contract (values)', 'shared', 'features']],
  // Synthetic figures are drawn with our own random numbers and limits; trials of what is found in them round as
  // publishing does and ask the views that pages show.
  [
    'fixtures',
    /^fixtures\//,
    [
      'contract',
      'random',
      'stats',
      'disclosure',
      'judge',
      'indicators',
      'views',
      'config',
      'db',
      'db rows',
      'private rows',
      'db queries (types)',
      'ingest',
      'publish',
    ],
  ],
  ['build', /^vite\.config\.ts$/, ['packing']],
];

/** Values the browser may take from the contract; the rest of it is types there. */
const CONTRACT_VALUES =
  /^server\/contract\/(dimensions|paths|age-bands|ages|days|good-or-bad|group-words|periods|phrases|policies|protection-words|row-key|source-verdict|without-figure|written-figures)\.ts$/;

interface Import {
  readonly from: string;
  readonly to: string;
  readonly typeOnly: boolean;
}

function partOf(file: string): string {
  const part = parts.find(([, files]) => files.test(file));
  if (part === undefined)
    throw new Error(`${file} lies in no part of the table of server/boundaries.test.ts`);
  return part[0];
}

/** The part a room is of. */
const wholeOf = (name: string) => name.replace(/\/.*$/, '');

/** Tests and what serves them may reach anything: they check the whole. */
const isTest = (file: string) => /\.test\.tsx?$|(^|\/)testing[^/]*\.ts$/.test(file);

const files = globSync('{server,db,web,fixtures}/**/*.{ts,tsx}', { cwd: PROJECT })
  .concat('vite.config.ts')
  .filter((file) => !isTest(file) && !file.endsWith('.d.ts'));

const imports: readonly Import[] = files.flatMap((from) => {
  const source = readFileSync(join(PROJECT, from), 'utf8');
  const found = source.matchAll(
    /^\s*(import|export)\s+(type\s)?(?:[^'"]*?\sfrom\s+)?'([^']+)'|import\('([^']+)'\)/gm,
  );
  return [...found].map(([, , type, named, dynamic]) => {
    const specifier = named ?? dynamic ?? '';
    const to = specifier.startsWith('.')
      ? relative(PROJECT, resolve(PROJECT, dirname(from), specifier))
      : specifier;
    return { from, to, typeOnly: type !== undefined };
  });
});
const ours = imports.filter(({ to }) => /^(server|db|web|fixtures)\//.test(to));

test('there are imports to check', () => {
  expect(ours.length).toBeGreaterThan(100);
});

test('every import follows an arrow of the table', () => {
  const wrong = ours.filter(({ from, to, typeOnly }) => {
    const [own, other] = [partOf(from), partOf(to.replace(/\?.*$/, ''))];
    if (own === other) return false;
    const may = parts.find(([name]) => name === own)?.[2] ?? [];
    if (may.includes(other) || may.includes(wholeOf(other))) return false;
    if (typeOnly && may.includes(`${other} (types)`)) return false;
    return !(may.includes(`${other} (values)`) && (typeOnly || CONTRACT_VALUES.test(to)));
  });
  expect(wrong.map(({ from, to }) => `${from} imports ${to}`)).toEqual([]);
});

test('no arrow of the table is unused by name: every part named exists', () => {
  const names = new Set(parts.flatMap(([name]) => [name, wholeOf(name)]));
  const named = parts.flatMap(([, , may]) => may.map((name) => name.replace(/ \((types|values)\)$/, '')));
  expect(named.filter((name) => !names.has(name))).toEqual([]);
});

/** Each way round that the arrows allow, by name. */
function circlesIn(arrows: readonly { readonly from: string; readonly to: string }[]): string[] {
  const next = Map.groupBy(arrows, ({ from }) => from);
  const done = new Set<string>();
  const circles: string[] = [];
  const visit = (name: string, path: readonly string[]): void => {
    if (path.includes(name)) circles.push([...path.slice(path.indexOf(name)), name].join(' -> '));
    if (path.includes(name) || done.has(name)) return;
    for (const { to } of next.get(name) ?? []) visit(to, [...path, name]);
    done.add(name);
  };
  for (const name of next.keys()) visit(name, []);
  return circles;
}

test('no file imports in a circle, types neither', () => {
  expect(circlesIn(ours)).toEqual([]);
});

test('no part and no room imports in a circle', () => {
  const between = ours
    .map(({ from, to }) => ({ from: partOf(from), to: partOf(to.replace(/\?.*$/, '')) }))
    .filter(({ from, to }) => from !== to);
  expect(circlesIn(between)).toEqual([]);
});

test('the browser gets no module of Node', () => {
  expect(
    imports.filter(
      ({ from, to }) => from.startsWith('web/') && from !== 'web/entry-server.tsx' && to.startsWith('node:'),
    ),
  ).toEqual([]);
});

test('only one file of the web client touches maplibre-gl, its types aside', () => {
  const touching = imports.filter(
    ({ from, to, typeOnly }) => !typeOnly && from.startsWith('web/') && /^maplibre-gl(\/|$)/.test(to),
  );
  expect(new Set(touching.map(({ from }) => from)).size).toBe(1);
});

test('there are no barrels and no folders of odds and ends', () => {
  const bad = files.filter((file) => /(^|\/)(utils?|helpers?|common)(\/|\.)|(^|\/)index\.tsx?$/.test(file));
  expect(bad).toEqual([]);
});

test('in the web client and in views one name is exported from one file', () => {
  const exported = files
    .filter((file) => /^(web|server\/views)\//.test(file))
    .flatMap((file) =>
      [
        ...readFileSync(join(PROJECT, file), 'utf8').matchAll(
          /^export (?:async )?(?:function\*?|const|interface|type|class) (\w+)/gm,
        ),
      ].map(([, name = '']) => ({ name, file })),
    );
  const homes = Map.groupBy(exported, ({ name }) => name);
  const shared = [...homes].filter(([, found]) => found.length > 1);
  expect(shared.map(([name, found]) => `${name}: ${found.map(({ file }) => file).join(', ')}`)).toEqual([]);
});

test('what is shown and judged goes by released definitions, never by those of the code', () => {
  const constants = [
    'server/routes/place.ts',
    'server/judge/groups/ward-fifths.ts',
    'server/views/home/glance.ts',
  ];
  const bound = imports.filter(
    ({ from, to, typeOnly }) =>
      /^server\/(routes|views|judge)\//.test(from) &&
      to.startsWith('server/indicators/') &&
      to !== 'server/indicators/released-catalogue.ts' &&
      !typeOnly &&
      // The id of a dataset, of the score that ranks wards, and of what the first page shows: of none the definition is read.
      !constants.includes(from),
  );
  expect(bound).toEqual([]);
});

test('only fixtures and the one file of configuration name the place', () => {
  const place = JSON.parse(readFileSync(join(PROJECT, 'server/place.json'), 'utf8')).name as string;
  const naming = files.filter(
    (file) => !file.startsWith('fixtures/') && readFileSync(join(PROJECT, file), 'utf8').includes(place),
  );
  expect(naming).toEqual([]);
});

test('no indicator is treated apart: nothing compares with its id', () => {
  const comparing = files.flatMap((file) => {
    const source = readFileSync(join(PROJECT, file), 'utf8');
    const compared = [...source.matchAll(/(?:[!=]==?|\bcase)\s*'([a-z0-9-]+)'/g)].map(([, id]) => id);
    return indicators
      .filter(({ id }) => compared.includes(id))
      .map(({ id }) => `${file} compares with ${id}`);
  });
  expect(comparing).toEqual([]);
});
