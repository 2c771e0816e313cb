/**
 * Thousands of selections drawn at random: the JSON and the CSV of each agree, and equal what the formulas give from
 * the counts the API publishes on its maps. Nothing here calls a statistic or a view of the project.
 */

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Answer } from '../contract/answer.ts';
import { labelOf, verdicts } from '../contract/dimensions.ts';
import type { DisparitiesReply } from '../contract/disparity-replies.ts';
import type { Measured } from '../contract/gap.ts';
import type { AreasReply, IndicatorsReply } from '../contract/replies.ts';
import { seededRandom } from '../random.ts';
import { demonstrationApp } from '../testing.ts';
import { shareOf } from '../testing-share.ts';
import { readCsv, writtenCount, writtenNumber } from './testing-csv.ts';
import { near, same } from './testing-equal-numbers.ts';
import {
  type Counts,
  gapOf,
  limits,
  limitsOfSlopes,
  normalP,
  ratio,
  standardised,
  standardisedGap,
  summaries,
  wilson,
} from './testing-gap-formulas.ts';
import {
  calledOf,
  isAmongAnother,
  isUntested,
  type JudgedAgain,
  judgedAgain,
  largestRejected,
  makingOf,
  readAt,
} from './testing-judged.ts';
import { publishedFigures } from './testing-published-counts.ts';
import { type Known, rest, standardisedRange, sum, worstP } from './testing-rounded-counts.ts';
import { everySelection, type Selection, urlOf } from './testing-selections.ts';

type Summary = IndicatorsReply['indicators'][number];

const SELECTIONS = shareOf(1000, 120);

/** Ages that COVID-19 doses are published for, and so standardised over, on the NHS register. */
const FIVES = '25-29,30-34,35-39,40-44,45-49,50-54,55-59,60-64'.split(',');
const OLDER = '65-69,70-74,75-79,80-plus'.split(',');
const SPRING = ['16-64', ...OLDER];
const BANDS: Readonly<Record<string, readonly string[]>> = {
  '2021-03-14 all': SPRING,
  '2021-03-14 16-64': [],
  '2021-03-14 65-plus': OLDER,
  all: ['16-24', ...FIVES, ...OLDER],
  '16-64': ['16-24', ...FIVES],
  '25-34': FIVES.slice(0, 2),
  '35-49': FIVES.slice(2, 5),
  '50-64': FIVES.slice(5),
  '65-plus': OLDER,
};

/** Doses counted from records: rounded too, dated, and published in fewer and wider ages. */
const OF_DOSES: Readonly<Record<string, readonly string[]>> = {
  all: ['16-24', '25-34', '35-49', '50-64', '65-79', '80-plus'],
  '16-64': ['16-24', '25-34', '35-49', '50-64'],
  '65-plus': ['65-79', '80-plus'],
};
/** Ages and groups are crossed at the ends of quarters and at the date of the last official totals. */
const CROSSED = /-03-31$|-06-30$|-09-30$|-12-31$|^2021-07-15$/;
/** How many limits of slope and concentration indices were recomputed: some in every run. */
let limitsChecked = 0;

const isOfDoses = (indicator: string) => indicator.endsWith('-from-records');

/** Shares of people counted from records, whose counts are rounded, and the ages each is published for. */
const ROUNDED: Readonly<Record<string, readonly string[]>> = {
  'blood-pressure-recorded': ['16-34', '35-49', '50-64', '65-plus'],
  'nhs-health-check-uptake': ['40-49', '50-64', '65-74'],
  'children-not-seen-by-dentist': ['0-4', '5-10', '11-15'],
};

describe('selections recomputed', () => {
  let demo: Awaited<ReturnType<typeof demonstrationApp>>;
  let areas: AreasReply['areas'];
  let published: Awaited<ReturnType<typeof publishedFigures>>;
  let indicators: ReadonlyMap<string, Summary>;
  let judged: JudgedAgain;
  beforeAll(async () => {
    demo = await demonstrationApp();
    areas = (await demo.get<AreasReply>('/api/v1/areas')).areas;
    const listed = (await demo.get<IndicatorsReply>('/api/v1/indicators')).indicators;
    indicators = new Map(listed.map((one) => [one.id, one]));
    judged = await judgedAgain(demo.db, listed);
    published = await publishedFigures(demo.get);
  });
  afterAll(() => demo.close());

  test('agree in JSON, in CSV and with the formulas', async () => {
    const all = await everySelection(demo.get, areas);
    // Doses from records have so many dates that they would be nearly all: they are drawn apart, and as often.
    const [offered, ofDoses] = [false, true].map((wanted) =>
      all.filter(({ indicator }) => isOfDoses(indicator) === wanted),
    );
    const random = seededRandom(6);
    const drawnOf = { rounded: 0, exact: 0, standardisedRounded: 0, standardisedDoses: 0 };
    for (let drawn = 0; drawn < 2 * SELECTIONS; drawn++) {
      const from = (drawn % 2 === 0 ? offered : ofDoses) ?? [];
      const selection = from[Math.floor(random() * from.length)];
      if (selection === undefined) throw new Error('there is something to draw from');
      const url = urlOf(selection);
      const reply = await demo.get<DisparitiesReply>(`/api/v1${url.replace('%s', '')}`);
      const csv = await demo.app.inject(`/api/v1${url.replace('%s', '.csv')}`);
      try {
        checkCsv(reply, csv.body);
        const isDoses = isOfDoses(selection.indicator);
        const isRounded = isDoses || selection.indicator in ROUNDED;
        expect(reply.comparison.roundedTo).toBe(isRounded ? 5 : null);
        drawnOf[isRounded ? 'rounded' : 'exact'] += 1;
        if (reply.standardisation.available && isRounded)
          drawnOf[isDoses ? 'standardisedDoses' : 'standardisedRounded'] += 1;
        await checkReply(selection, reply);
      } catch (error) {
        throw new Error(`${drawn}: ${url.replace('%s', '')}: ${(error as Error).message}`, { cause: error });
      }
    }
    expect(limitsChecked).toBeGreaterThanOrEqual(40);
    for (const [kind, drawn] of Object.entries(drawnOf))
      expect(drawn, kind).toBeGreaterThanOrEqual(SELECTIONS / 20);
  }, 300_000);

  /** The counts of one group in the area; undefined where not all are shown. */
  async function countsOf(selection: Selection, group: string | undefined, ageBand = selection.ageBand) {
    return (await published(selection, group, ageBand)).counts;
  }

  /** As published, where that can be compared; the sum of all groups where it is not shown. */
  async function everybody(selection: Selection, ageBand = selection.ageBand): Promise<Known | undefined> {
    const whole = await countsOf(selection, undefined, ageBand);
    if (whole !== undefined) return comparable(whole);
    return sum(await Promise.all(everyGroup(selection).map((group) => countsOf(selection, group, ageBand))));
  }

  /** Where more people are counted than there are, nothing is compared. */
  const comparable = (counts: Known | undefined) =>
    counts === undefined || counts.numerator > counts.denominator ? undefined : counts;

  async function checkReply(selection: Selection, reply: DisparitiesReply): Promise<void> {
    if (reply.isOfAreas) return checkOfAreas(selection, reply);
    const polarity = reply.polarity;
    const labels = reply.groups.map(({ group }) => group);
    expect(labels).toEqual(selection.groups);
    const known = await Promise.all(labels.map((group) => countsOf(selection, group)));
    const counts = known.map(comparable);
    const everyone = await everybody(selection);
    const chosen = referenceOf(selection.reference, labels, counts, polarity);
    const others = counts.map((own, index) =>
      chosen === undefined ? rest(everyone, own) : chosen === index ? undefined : counts[chosen],
    );
    const crude = counts.map((own, index) => pair(own, others[index]));
    const aged = await standardisedPairs(selection, labels, chosen);
    const listed = indicators.get(selection.indicator);
    if (listed === undefined) throw new Error('the indicator is listed');
    const meaning = readAt(listed, reply.query.ageBand);
    // Nothing is tested against the best group, picked by the figures, nor of what is no matter of people, nor among another population.
    const isTested =
      selection.reference !== 'best' && !isUntested(meaning) && !isAmongAnother(selection.denominator);
    const tested = [...crude, ...aged].filter((gap) => gap !== undefined);
    expect(reply.comparison.compared).toBe(isTested ? tested.length : 0);
    expect(reply.comparison.expectedByChance).toBeCloseTo(0.05 * reply.comparison.compared, 10);
    const proven = provenOf(reply, meaning, crude, aged);
    for (const [index, group] of reply.groups.entries()) {
      const [own, gap] = [counts[index], crude[index]];
      expect(group.status === 'shown').toBe(known[index] !== undefined);
      if (own === undefined || group.status !== 'shown') continue;
      near(group.value, 100 * limits(own).value);
      near(group.lower95, 100 * limits(own).lower);
      near(group.upper95, 100 * limits(own).upper);
      if (everyone === undefined) expect(group.populationShare).toBeNull();
      else near(group.populationShare, (100 * own.denominator) / everyone.denominator);
      checkAverage(group.gap.fromAverage, own, everyone);
      if (gap === undefined) {
        expect(group.gap.direction).toBe('not-compared');
        expect(group.gap.difference).toBeUndefined();
        expect(group.gap.untested).not.toBe('');
        continue;
      }
      same(group.gap.difference, gap.difference, 100);
      if (gap.ratio === undefined) expect(group.gap.ratio).toBeUndefined();
      else same(group.gap.ratio, gap.ratio);
      if (isTested) near(group.gap.p, gap.p);
      else expect(group.gap.p).toBeUndefined();
      const turned = polarity === 'higher-is-better' ? -own.denominator : own.denominator;
      if (polarity === 'neutral') expect(group.gap.people).toBeUndefined();
      else
        same(group.gap.people, {
          value: turned * gap.difference.value,
          lower: Math.min(turned * gap.difference.lower, turned * gap.difference.upper),
          upper: Math.max(turned * gap.difference.lower, turned * gap.difference.upper),
        });
      checkAnswer(group.gap, gap, isTested, proven?.crude[index], meaning);
      const age = aged[index];
      if (age === undefined) {
        expect(group.standardised?.difference).toBeUndefined();
        continue;
      }
      near(group.standardised?.value, 100 * age.own.value);
      near(group.standardised?.lower95, 100 * age.own.lower);
      same(group.standardised?.difference, age.difference, 100);
      if (group.standardised !== undefined) {
        // Adjusted for age, what depends on it can be better or worse.
        const adjusted = {
          ...meaning,
          ageAdjusted: meaning.ageAdjusted === false ? true : meaning.ageAdjusted,
        };
        checkAnswer(group.standardised, age, isTested, proven?.aged[index], adjusted);
      }
    }
    checkSummaries(reply, counts, everyone, chosen);
  }

  /** What every list rejects: of what was judged, by the p-values kept; of what is looked up in the place, by its own list. */
  function provenOf(
    reply: DisparitiesReply,
    meaning: Summary,
    crude: readonly (Tested | undefined)[],
    aged: readonly (Tested | undefined)[],
  ) {
    const share = judged.shares[makingOf(meaning)];
    const among = (gaps: readonly (Tested | undefined)[]) => {
      const below = largestRejected(
        gaps.flatMap((gap) => gap?.p ?? []),
        0.05 * share,
      );
      return gaps.map((gap) => gap !== undefined && gap.p <= below);
    };
    const kept = reply.groups.map(({ gap }) => judged.proven.has(gap.comparison));
    const isJudged = reply.groups.some(({ gap }) => gap.judged === 'judged');
    const isAlone = !['ward', 'neighbourhood'].includes(reply.area.type);
    const own = isJudged ? kept : isAlone ? among(crude) : crude.map(() => undefined);
    return { crude: own, aged: among(aged) };
  }

  /** A property of areas: shares as published, nothing tested, and limits wider than residents would give. */
  async function checkOfAreas(selection: Selection, reply: DisparitiesReply): Promise<void> {
    expect(reply.comparison.compared).toBe(0);
    expect(reply.summary).toEqual([]);
    for (const group of reply.groups) {
      const counts = await countsOf(selection, group.group);
      if (counts === undefined || group.status !== 'shown') throw new Error('every group has a share');
      near(group.value, (100 * counts.numerator) / counts.denominator);
      expect([group.gap.verdict, group.gap.p, group.gap.people]).toEqual([
        'not-compared',
        undefined,
        undefined,
      ]);
      const { lower95, upper95, smallAreas } = group;
      if (lower95 === undefined || upper95 === undefined) {
        expect(group.gap.difference).toBeUndefined();
        continue;
      }
      expect(smallAreas?.all).toBeGreaterThanOrEqual(20);
      const { lower, upper } = wilson(counts);
      expect(upper95 - lower95).toBeGreaterThan(2 * 100 * (upper - lower));
    }
  }

  /** The gaps once more with the ages of the standard population, where the maps publish every band. */
  async function standardisedPairs(
    selection: Selection,
    labels: readonly string[],
    chosen: number | undefined,
  ) {
    const bands = bandsOf(selection);
    if (bands.length === 0) return labels.map(() => undefined);
    const byBand = await Promise.all(
      bands.map(async (band) => ({
        band,
        everyone: await everybody(selection, band),
        groups: await Promise.all(labels.map((group) => countsOf(selection, group, band))),
      })),
    );
    const withAges = (of: (band: (typeof byBand)[number]) => Known | undefined) => {
      const ages = byBand.flatMap((one) => {
        const counts = comparable(of(one));
        return counts === undefined ? [] : [{ band: one.band, counts }];
      });
      return ages.length < byBand.length ? undefined : { ...standardised(ages), ...standardisedRange(ages) };
    };
    return labels.map((_, index) => {
      const own = index === chosen ? undefined : withAges(({ groups }) => groups[index]);
      const other = withAges(({ groups, everyone }) =>
        chosen === undefined ? rest(everyone, groups[index]) : groups[chosen],
      );
      if (own === undefined || other === undefined) return undefined;
      const least = Math.max(0, own.lowest - other.highest, other.lowest - own.highest);
      const gap = standardisedGap(own, other);
      return { own, difference: gap, p: normalP(least / gap.error) };
    });
  }
});

/** The Census knows the group of everybody. */
const everyGroup = ({ groups, denominator }: Selection): readonly string[] =>
  denominator === 'census' ? groups : [...groups, 'unknown'];

/** The ages the groups of a selection are standardised over; none where they are not published by age. */
function bandsOf({ indicator, by, scheme, denominator, period, ageBand }: Selection): readonly string[] {
  const ofPeople = ROUNDED[indicator];
  // Finer groups are published at all ages only.
  const hasAges = by === 'deprivation' || scheme === 'census-2021-5';
  if (isOfDoses(indicator)) return hasAges && CROSSED.test(period) ? (OF_DOSES[ageBand] ?? []) : [];
  if (ofPeople !== undefined) return hasAges && ageBand === 'all' ? ofPeople : [];
  // In spring 2021 the youngest band of COVID-19 doses published was 16 to 54, then five years each.
  return denominator === 'nims' ? (BANDS[`${period} ${ageBand}`] ?? BANDS[ageBand] ?? []) : [];
}

function checkSummaries(
  reply: DisparitiesReply,
  counts: readonly (Counts | undefined)[],
  everyone: Counts | undefined,
  chosen: number | undefined,
): void {
  const given = new Map(reply.summary.map((one) => [String(one.measure), one]));
  expect(given.size + reply.refused.length).toBe(19);
  const shown = counts.filter((one) => one !== undefined);
  const ordered = reply.query.by === 'deprivation';
  const covered =
    shown.reduce((all, { denominator }) => all + denominator, 0) / (everyone?.denominator ?? Number.NaN);
  if (shown.length < 3 || covered < 0.9 || (ordered && shown.length < 5)) {
    expect(given.size).toBe(0);
    return;
  }
  const place = chosen === undefined ? undefined : counts.slice(0, chosen).filter(Boolean).length;
  const expected = summaries(shown, reply.polarity === 'higher-is-better' ? 'higher' : 'lower', place);
  for (const [measure, { value, lower95, upper95, reading }] of given) {
    near(value, expected[measure] ?? Number.NaN);
    expect(reading).toMatch(/\.$/);
    if (lower95 !== undefined && upper95 !== undefined) expect(lower95).toBeLessThanOrEqual(upper95);
  }
  const slopes = [
    'slope-index',
    'relative-index',
    'absolute-concentration-index',
    'relative-concentration-index',
  ];
  for (const measure of slopes) if (!ordered) expect(given.has(measure)).toBe(false);
  if (ordered)
    for (const [measure, [lower, upper]] of Object.entries(limitsOfSlopes(shown))) {
      const one = given.get(measure);
      if (one === undefined) continue;
      near(one.lower95, lower);
      near(one.upper95, upper);
      limitsChecked++;
    }
  if (shown.every(({ numerator, denominator }) => numerator > 0 && numerator < denominator))
    expect(given.has('slope-index')).toBe(ordered);
}

function checkAverage(given: Measured | undefined, own: Counts, everyone: Counts | undefined): void {
  const others = rest(everyone, own);
  if (others === undefined) {
    expect(given).toBeUndefined();
    return;
  }
  const gap = gapOf(own, others);
  const away = others.denominator / (own.denominator + others.denominator);
  same(given, { value: away * gap.value, lower: away * gap.lower, upper: away * gap.upper }, 100);
  // The same as the plain difference from the average of everyone.
  const together = (own.numerator + others.numerator) / (own.denominator + others.denominator);
  near(given?.value, 100 * (wilson(own).value - together));
}

/** What stands in the file instead of a number. */

/** Every number of the reply's groups stands in the file, and the file says no more. */
interface Tested {
  readonly p: number;
  readonly difference: { readonly value: number; readonly lower: number; readonly upper: number };
}

/** An answer by its test: proven or not, and in words that the meaning of the indicator allows. */
function checkAnswer(
  answer: Answer,
  { difference: { value, lower, upper }, p }: Tested,
  isTested: boolean,
  isProven: boolean | undefined,
  meaning: Summary,
): void {
  if (!isTested) {
    expect(answer).toMatchObject({ verdict: 'not-compared', couldBeChance: false });
    expect(answer.untested).toBeDefined();
    return;
  }
  // Where other areas are judged with it, the list is not at hand: it is proven by the reply's word, and then below 5%.
  const proven = isProven ?? answer.verdict !== 'similar';
  if (proven) expect(p).toBeLessThanOrEqual(0.05);
  expect(answer.verdict).toBe(proven && value !== 0 ? calledOf(meaning, value > 0) : 'similar');
  expect(answer.couldBeChance).toBe(!proven && (lower > 0 || upper < 0));
}

function checkCsv(reply: DisparitiesReply, body: string): void {
  const rows = readCsv(body);
  expect(rows.map((row) => row['Group code'])).toEqual([
    ...reply.groups.map(({ group }) => group),
    ...(reply.unknown === null ? [] : ['unknown']),
    ...(reply.whole === null ? [] : ['all']),
  ]);
  for (const [index, group] of reply.groups.entries()) {
    const cell = (name: string) => rows[index]?.[name] ?? 'no such column';
    const stands = (name: string, value: number | null | undefined) =>
      expect(`${name} ${cell(name)}`).toBe(`${name} ${writtenNumber(value)}`);
    const counts = (name: string, value: number | undefined) =>
      expect(`${name} ${cell(name)}`).toBe(`${name} ${writtenCount(value)}`);
    const { gap } = group;
    stands('Difference', gap.difference?.value);
    stands('Difference, lower 95% limit', gap.difference?.lower95);
    stands('Ratio', gap.ratio?.value);
    stands('Ratio, upper 95% limit', gap.ratio?.upper95);
    stands('Difference from the average', gap.fromAverage?.value);
    counts('People behind the gap', gap.people?.value);
    counts('People behind the gap, upper 95% limit', gap.people?.upper95);
    expect(cell('Status')).toBe(group.status);
    if (group.status !== 'shown') continue;
    stands('% of those affected', group.affectedShare);
    stands('Value', group.value);
    counts('Numerator', group.numerator);
    stands('p', gap.p);
    stands('Age-standardised value', group.standardised?.value);
    expect(cell('Verdict')).toBe(labelOf(verdicts, gap.verdict));
    expect(cell('Comparison')).toBe(gap.comparison);
  }
}

function pair(own: Known | undefined, other: Known | undefined) {
  if (own === undefined || other === undefined) return undefined;
  return {
    difference: gapOf(own, other),
    ratio: ratio(own, other),
    p: worstP(own, other),
  };
}

function referenceOf(
  reference: string,
  groups: readonly string[],
  counts: readonly (Counts | undefined)[],
  polarity: string,
): number | undefined {
  if (reference === 'rest') return undefined;
  if (groups.includes(reference)) return groups.indexOf(reference);
  const better = polarity === 'higher-is-better' ? 1 : -1;
  const score = (one: Counts | undefined) => {
    if (one === undefined) return -Infinity;
    return reference === 'largest' ? one.denominator : (better * one.numerator) / one.denominator;
  };
  const scores = counts.map(score);
  return scores.indexOf(Math.max(...scores));
}
