/** Sentences of the pages of a running server, drawn to be worked out again by hand: `npm run sentences`. */
import type { Page } from 'playwright-core';
import { launchBrowser } from '../../web/testing-browser.ts';
import { BadCall, runCommand } from '../command-line.ts';
import { paths } from '../contract/paths.ts';
import type { AreasReply, IndicatorsReply } from '../contract/replies.ts';
import { seededRandom } from '../random.ts';

interface Drawn {
  readonly page: string;
  readonly sentence: string;
}

/** Each page once, and some of what each can be asked. */
async function pagesOf(base: string): Promise<string[]> {
  const get = async <Reply>(path: string) => (await (await fetch(new URL(path, base))).json()) as Reply;
  const [{ areas }, { indicators }] = await Promise.all([
    get<AreasReply>(paths.areas()),
    get<IndicatorsReply>(paths.indicators()),
  ]);
  const within = areas.filter(({ type }) => ['ward', 'neighbourhood', 'borough'].includes(type));
  const mapped = indicators.filter(({ outlined }) => outlined.includes('ward'));
  const grouped = indicators.filter(
    ({ unit, areaTypes }) => unit === 'percent' && areaTypes.includes('ward'),
  );
  return [
    ...['/', '/board', '/board/pack', '/changes', '/plan', '/data', '/how-we-protect-people'],
    ...['/vaccination', '/vaccination-facts', '/disparities', '/disparities?by=deprivation'],
    ...within.map(({ code }) => `/areas/${code}`),
    ...indicators.map(({ id }) => `/indicators/${id}`),
    ...mapped.flatMap(({ id }) => [`/map?indicator=${id}`, `/map?indicator=${id}&view=verdict`]),
    ...grouped.map(({ id }) => `/disparities?indicator=${id}&by=deprivation`),
  ];
}

/** Sentences with a figure in them, in the order of the page. */
async function sentencesOf(page: Page, address: string): Promise<string[]> {
  await page.goto(address, { waitUntil: 'networkidle' });
  await page.evaluate(async () => {
    for (const fold of document.querySelectorAll('details')) fold.open = true;
    for (let y = 0; y < document.body.scrollHeight; y += 600) {
      window.scrollTo(0, y);
      await new Promise((next) => setTimeout(next, 60));
    }
  });
  await page.waitForLoadState('networkidle');
  return page.evaluate(() => {
    const held = document.querySelectorAll<HTMLElement>('main h1, main h2, main h3, main p, main li');
    return (
      [...held]
        .filter((one) => one.querySelector('p, li, select') === null)
        .map((one) => one.innerText.replaceAll(/\s+/g, ' ').trim())
        .filter((text) => text.length > 25 && !/^(Source|Release|Basis|Outlines)\b/.test(text))
        // A share, a decimal, or a number of something: periods, ages and levels of confidence are no figures.
        .filter((text) =>
          /\d%|\d\.\d|\d (of|wards?|neighbourhoods?|small areas|MSOAs|people|households|figures?|points?|indicators?|real)\b/.test(
            text.replaceAll(/\b(95|99\.8|0\.2|5)%|v\d\.\d/g, ''),
          ),
        )
    );
  });
}

/** Without putting one back; pages first, so that a page of many rows is not drawn more often than one of few. */
function draw(held: readonly (readonly [page: string, sentences: string[]])[], seed: number, many: number) {
  const random = seededRandom(seed);
  const pick = <T>(from: T[]): T | undefined => from.splice(Math.floor(random() * from.length), 1)[0];
  let left = held.map(([page, sentences]): readonly [string, string[]] => [page, [...new Set(sentences)]]);
  const drawn: Drawn[] = [];
  while (drawn.length < many) {
    left = left.filter(([, sentences]) => sentences.length > 0);
    const [page, sentences] = left[Math.floor(random() * left.length)] ?? [];
    const sentence = sentences === undefined ? undefined : pick(sentences);
    if (page === undefined || sentence === undefined) return drawn;
    drawn.push({ page, sentence });
  }
  return drawn;
}

async function drawSentences(base: string, seed: number, many: number): Promise<void> {
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    // Many more pages than can be drawn from would take minutes: as many with a sentence as are drawn are read, twice over.
    const random = seededRandom(seed);
    const inTurn = (await pagesOf(base))
      .map((path) => ({ path, at: random() }))
      .toSorted((a, b) => a.at - b.at);
    const held: [string, string[]][] = [];
    for (const { path } of inTurn) {
      if (held.length === 2 * many) break;
      const sentences = await sentencesOf(page, new URL(path, base).href);
      if (sentences.length > 0) held.push([path, sentences]);
    }
    const drawn = draw(held, seed, many);
    if (drawn.length < many)
      throw new Error(`only ${drawn.length} sentences with a figure stand on the pages of ${base}`);
    for (const { page: path, sentence } of drawn) process.stdout.write(`${path}\n  ${sentence}\n`);
  } finally {
    await browser.close();
  }
}

await runCommand({
  usage: `Draws sentences with a figure from the pages of a running server, to be worked out again by hand from the API.

  npm run sentences -- <base URL> [--seed 7] [--draw 20]

The same seed draws the same sentences from the same release: every page is read whole, folds open and parts below drawn.`,
  options: { seed: { type: 'string', default: '1' }, draw: { type: 'string', default: '20' } },
  run: async ({ values, positionals: [base, ...more] }) => {
    if (base === undefined || more.length > 0 || !URL.canParse(base))
      throw new BadCall('name the address of one running server');
    const [seed, many] = [Number(values.seed), Number(values.draw)];
    if (!Number.isInteger(seed)) throw new BadCall(`--seed is "${values.seed}"; it must be a whole number`);
    if (!Number.isInteger(many) || many < 1)
      throw new BadCall(`--draw is "${values.draw}"; it must be a whole number above 0`);
    await drawSentences(base, seed, many);
  },
});
