import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ethnicSchemes } from '../contract/dimensions.ts';
import type { DisparitiesReply, GapTrendReply } from '../contract/disparity-replies.ts';
import type { DisparityOverviewReply, GapsReply } from '../contract/gap-replies.ts';
import type { LedgerReply } from '../contract/ledger-reply.ts';
import { paths } from '../contract/paths.ts';
import type {
  AreasReply,
  IndicatorAreasReply,
  IndicatorReply,
  IndicatorsReply,
} from '../contract/replies.ts';
import { demonstrationApp, testConfig } from '../testing.ts';
import { readCsv, readTable } from './testing-csv.ts';

const { place } = testConfig;
const [region] = place.parents;

describe('disparities', () => {
  let demo: Awaited<ReturnType<typeof demonstrationApp>>;
  beforeAll(async () => {
    demo = await demonstrationApp();
  });
  afterAll(() => demo.close());

  const deprived = 'living-in-deprived-areas';
  const shares = (reply: DisparitiesReply) =>
    reply.groups.map((group) => [
      group.group,
      group.status === 'shown' ? Number(group.value.toFixed(1)) : group.status,
    ]);

  describe('of one indicator', () => {
    test('by ethnic group: where residents live, in the borough', async () => {
      const reply = await demo.get<DisparitiesReply>(paths.disparities(deprived));
      expect(reply.query).toMatchObject({
        by: 'ethnicGroup',
        ethnicScheme: 'census-2021-5',
        area: place.code,
        period: '2021',
        reference: 'rest',
      });
      expect(reply.breakdown.label).toBe('Census 2021, five groups');
      expect(shares(reply)).toEqual([
        ['asian', 8],
        ['black', 12.4],
        ['mixed', 9.1],
        ['white', 7],
        ['other', 12.3],
      ]);
      // A property of areas is described: nothing is tested, and nobody is affected.
      for (const { gap, affectedShare } of reply.groups) {
        expect([gap.verdict, gap.p, gap.people, affectedShare]).toEqual([
          'not-compared',
          undefined,
          undefined,
          null,
        ]);
        expect(gap.untested).toMatch(/the sample is areas, not people/);
      }
      expect(reply.groups[1]).toMatchObject({ numerator: 9567, denominator: 77_280 });
      expect(reply.comparison).toMatchObject({ compared: 0, roundedTo: null });
      expect(reply.unknown).toBeNull();
    });

    test('the limits of a property of areas are those of drawing its small areas again', async () => {
      const reply = await demo.get<DisparitiesReply>(paths.disparities('living-in-income-deprived-areas'));
      const black = reply.groups.find(({ group }) => group === 'black');
      expect(black).toMatchObject({ smallAreas: { all: 173, having: 37 } });
      // Resampling whole small areas gave 13.4 to 22.5 percentage points; taking residents as drawn, 17.5 to 18.3.
      expect(black?.gap.difference?.value).toBeCloseTo(17.9, 1);
      expect(Math.abs((black?.gap.difference?.lower95 ?? 0) - 13.4)).toBeLessThan(0.6);
      expect(Math.abs((black?.gap.difference?.upper95 ?? 0) - 22.5)).toBeLessThan(0.6);
      expect(reply.summary).toEqual([]);
    });

    test('and of one small area with it, they leave out no gap', async () => {
      const reply = await demo.get<DisparitiesReply>(paths.disparities('living-in-education-deprived-areas'));
      for (const group of reply.groups) {
        expect(group).toMatchObject({ smallAreas: { all: 173, having: 1 } });
        expect(group.gap.difference?.lower95).toBeLessThan(0);
        expect(group.gap.difference?.upper95).toBeGreaterThan(0);
      }
    });

    test('a handful of small areas has a share, its areas, no limits and no gap', async () => {
      const { areas } = await demo.get<AreasReply>(paths.areas({ type: 'ward' }));
      for (const { code } of areas) {
        const reply = await demo.get<DisparitiesReply>(paths.disparities(deprived, { area: code }));
        for (const group of reply.groups) {
          if (group.status !== 'shown') throw new Error('every group has a share');
          expect(group.smallAreas?.all).toBeLessThan(20);
          expect([group.interval, group.lower95, group.gap.difference]).toEqual([
            'none',
            undefined,
            undefined,
          ]);
          expect(group.notes?.some((note) => /too few for an interval|all alike/i.test(note))).toBe(true);
        }
      }
    });

    test('by national fifth of deprivation: overcrowding falls from one end to the other', async () => {
      const reply = await demo.get<DisparitiesReply>(paths.disparities('overcrowding'));
      expect(reply.query).toMatchObject({ by: 'deprivation', fifths: 'national' });
      expect(reply.counted).toBe('households');
      expect(shares(reply)).toEqual([
        ['1', 17],
        ['2', 15.6],
        ['3', 8.4],
        ['4', 5.1],
        ['5', 3.7],
      ]);
      const slope = reply.summary.find(({ measure }) => measure === 'slope-index');
      expect(slope?.value).toBeLessThan(-19);
      expect(slope?.reading).toMatch(/^From the most to the least deprived end the figure falls by 19\.\d/);
      expect(reply.refused.map(({ measure }) => measure)).toContain('theil-index');
    });

    test('by fifths of wards where there are no others, and it says so', async () => {
      const reply = await demo.get<DisparitiesReply>(paths.disparities('covid-19-dose-1'));
      expect(reply.query.fifths).toBe('wards');
      expect(reply.breakdown.description).toMatch(/^The wards here, ranked by their deprivation score/);
      expect(reply.groups.every((group) => group.status === 'shown' && group.basis === 'modelled')).toBe(
        true,
      );
      const people = reply.groups.map((group) => (group.status === 'shown' ? (group.denominator ?? 0) : 0));
      const whole = reply.whole?.status === 'shown' ? reply.whole.denominator : undefined;
      expect(people.reduce((sum, n) => sum + n, 0)).toBeCloseTo(whole ?? 0, 6);
    });

    test('stands beside the same with the ages of the standard population, and says whether they disagree', async () => {
      const reply = await demo.get<DisparitiesReply>(paths.disparities('covid-19-dose-1'));
      expect(reply.standardisation).toMatchObject({ available: true, disagrees: false });
      // By counts alone three fifths were worse; what sharing out errs by leaves only both ends proven.
      expect(reply.groups.map((group) => [group.gap.verdict, group.standardised?.verdict])).toEqual([
        ['lower', 'worse'],
        ['similar', 'similar'],
        ['similar', 'similar'],
        ['similar', 'similar'],
        ['higher', 'better'],
      ]);
      // Ten gaps are tested at once: five crude, five age-standardised.
      expect(reply.comparison.compared).toBe(10);
      const second = await demo.get<DisparitiesReply>(paths.disparities('covid-19-dose-2'));
      expect(second.standardisation).toMatchObject({ available: true, disagrees: true });
    });

    test('of ages far apart is higher or lower, of narrow ones better or worse', async () => {
      for (const [ageBand, words] of [
        ['all', ['higher', 'lower']],
        ['16-64', ['higher', 'lower']],
        ['50-64', ['better', 'worse']],
        ['65-plus', ['better', 'worse']],
      ] as const) {
        const reply = await demo.get<DisparitiesReply>(paths.disparities('covid-19-dose-2', { ageBand }));
        const proven = reply.groups.map(({ gap }) => gap.verdict).filter((verdict) => verdict !== 'similar');
        expect(proven.length, ageBand).toBeGreaterThan(0);
        expect(proven.filter((verdict) => !(words as readonly string[]).includes(verdict))).toEqual([]);
        expect(reply.ageAdjusted, ageBand).toBe(words[0] === 'higher' ? false : null);
      }
    });

    test('counts people of unknown ethnicity, with what they leave open', async () => {
      const reply = await demo.get<DisparitiesReply>(
        paths.disparities('covid-19-dose-2-of-dose-1', { area: region?.code ?? '' }),
      );
      expect(reply.query.ethnicScheme).toBe('nhs-16');
      expect(reply.groups).toHaveLength(16);
      expect(reply.unknown?.estimate).toMatchObject({ numerator: 12_172, denominator: 203_807 });
      expect(reply.unknown?.populationShare).toBeCloseTo((100 * 203_807) / 2_508_347, 8);
      expect(reply.unknown?.trend).toHaveLength(1);
      for (const group of reply.groups) {
        if (group.status !== 'shown') throw new Error('every category is published');
        expect(group.bounds?.lower).toBeLessThan(group.value);
        expect(group.bounds?.upper).toBeGreaterThan(group.value);
      }
      expect(reply.coverage?.share).toBeGreaterThan(90);
    });

    test('of a neighbourhood are its own figures where those are published', async () => {
      const { areas } = await demo.get<AreasReply>(paths.areas({ type: 'neighbourhood' }));
      const indicator = 'blood-pressure-recorded';
      for (const { code } of areas) {
        const { groups, query } = await demo.get<DisparitiesReply>(
          paths.disparities(indicator, { area: code }),
        );
        const { period, ageBand, ethnicScheme } = query;
        for (const group of groups) {
          const map = await demo.get<IndicatorAreasReply>(
            paths.indicatorAreas(indicator, {
              areaType: 'neighbourhood',
              period,
              ageBand,
              ethnicGroup: group.group,
              ...(ethnicScheme !== undefined && { ethnicScheme }),
            }),
          );
          const own = map.areas.find((area) => area.code === code);
          if (own?.status !== 'shown' || group.status !== 'shown')
            throw new Error('every group is shown in every neighbourhood');
          expect([group.numerator, group.denominator]).toEqual([own.numerator, own.denominator]);
        }
      }
    });

    test('of a neighbourhood adds up its wards where not; a ward lacks fifths it has no small area in', async () => {
      const { areas } = await demo.get<AreasReply>(paths.areas({ type: 'neighbourhood' }));
      const [neighbourhood] = areas;
      const { areas: wards } = await demo.get<AreasReply>(paths.areas({ type: 'ward' }));
      const parts = wards.filter((ward) => ward.parents.some(({ code }) => code === neighbourhood?.code));
      const added = await Promise.all(
        parts.map(({ code }) => demo.get<DisparitiesReply>(paths.disparities(deprived, { area: code }))),
      );
      const reply = await demo.get<DisparitiesReply>(
        paths.disparities(deprived, { area: neighbourhood?.code ?? '' }),
      );
      expect(reply.groups).toHaveLength(5);
      for (const [index, group] of reply.groups.entries()) {
        const sum = added.reduce((all, ward) => {
          const one = ward.groups[index];
          return all + (one?.status === 'shown' ? (one.numerator ?? Number.NaN) : Number.NaN);
        }, 0);
        expect(group).toMatchObject({ status: 'shown', numerator: sum, basis: 'published' });
      }
      const ward = await demo.get<DisparitiesReply>(paths.disparities('overcrowding', { area: 'E05011095' }));
      expect(shares(ward)).toEqual([
        ['1', 'missing'],
        ['2', 9],
        ['3', 9.5],
        ['4', 4],
        ['5', 'missing'],
      ]);
      expect(ward.refused.find(({ measure }) => measure === 'slope-index')?.reason).toBe(
        'A fifth is withheld or missing.',
      );
    });

    test('shows figures without counts, and compares nothing', async () => {
      const reply = await demo.get<DisparitiesReply>(
        paths.disparities('residents', { ethnicScheme: 'census-2021-19' }),
      );
      expect(reply.groups).toHaveLength(19);
      expect(reply.comparison).toMatchObject({
        compared: 0,
        test: 'None: It describes who lives here: neither high nor low is judged.',
      });
      expect(reply.summary).toEqual([]);
    });

    test('over time cannot be tested in one period, and says why', async () => {
      const reply = await demo.get<GapTrendReply>(paths.gapTrend(deprived));
      expect(reply.groups).toHaveLength(5);
      for (const { points, trend } of reply.groups) {
        expect(points).toHaveLength(1);
        expect(trend).toMatchObject({ verdict: 'cannot-be-tested' });
      }
      const doses = await demo.get<GapTrendReply>(paths.gapTrend('covid-19-dose-1'));
      expect(doses.groups[0]?.points.map(({ period }) => period)).toEqual(['2021-03-14', '2021-07-15']);
      expect(doses.groups[0]?.trend.reading).toMatch(/Counts so far can only rise/);
    });
  });

  describe('are offered', () => {
    const ways = [
      ...ethnicSchemes.map(({ id }) => ({ by: 'ethnicGroup', ethnicScheme: id }) as const),
      { by: 'deprivation' } as const,
    ];
    const statusOf = async (url: string) => (await demo.app.inject(url)).statusCode;

    test('in an area by exactly the groups that are answered there', async () => {
      const { areas } = await demo.get<AreasReply>(paths.areas());
      const oneOf = (type: string) => areas.find((area) => area.type === type)?.code ?? type;
      for (const area of [place.code, oneOf('neighbourhood'), oneOf('ward'), region?.code ?? '']) {
        const { held } = await demo.get<DisparityOverviewReply>(paths.disparityOverview({ area }));
        for (const way of ways) {
          const own = held.find((one) => one.by === way.by && one.ethnicScheme === Object(way).ethnicScheme);
          const url = paths.disparityOverview({ area, ...way });
          expect([url, (await statusOf(url)) === 200]).toEqual([url, own !== undefined]);
          if (own === undefined) continue;
          const { indicators } = await demo.get<DisparityOverviewReply>(url);
          expect(indicators.map(({ indicator }) => indicator).sort()).toEqual([...own.indicators].sort());
        }
      }
    });

    test('of an indicator in the place, else in the areas around it that have them', async () => {
      const groupsIn = async (id: string) =>
        (await demo.get<IndicatorReply>(paths.indicator(id))).groupsIn.map(({ name, breakdowns }) => [
          name,
          breakdowns,
        ]);
      expect(await groupsIn('covid-19-dose-2-of-dose-1')).toEqual(
        place.parents.map(({ name }) => [name, [{ by: 'ethnicGroup', ethnicScheme: 'nhs-16' }]]),
      );
      expect(await groupsIn('covid-19-dose-1')).toEqual([[place.name, [{ by: 'deprivation' }]]]);
      expect(await groupsIn('life-expectancy-at-birth')).toEqual([]);
      const all = await demo.get<IndicatorsReply>(paths.indicators());
      for (const { id } of all.indicators) {
        const { groupsIn: found } = await demo.get<IndicatorReply>(paths.indicator(id));
        for (const { code, breakdowns } of found)
          for (const way of breakdowns) {
            const url = paths.disparities(id, { area: code, ...way });
            expect([url, await statusOf(url)]).toEqual([url, 200]);
          }
      }
    });
  });

  describe('are refused', () => {
    test.each([
      ['indicators/overcrowding/disparities?by=colour', 400, 'by', undefined],
      ['indicators/overcrowding/disparities?colour=red', 400, 'colour', undefined],
      ['indicators/overcrowding/gaps', 400, 'group', undefined],
      ['indicators/nothing/disparities', 404, 'id', undefined],
      ['indicators/overcrowding/disparities?area=E05999999', 404, 'area', undefined],
      ['disparities?area=E05999999', 404, 'area', undefined],
      ['indicators/covid-19-dose-1/disparities?by=ethnicGroup', 422, 'by', ['deprivation']],
      ['indicators/living-in-deprived-areas/disparities?by=deprivation', 422, 'by', ['ethnicGroup']],
      ['indicators/diabetes-recorded/disparities', 422, 'by', []],
      [
        'indicators/living-in-deprived-areas/disparities?ethnicScheme=nhs-16',
        422,
        'ethnicScheme',
        ['census-2021-5'],
      ],
      ['indicators/overcrowding/disparities?area=E05011095&fifths=wards', 422, 'fifths', ['national']],
      ['indicators/overcrowding/disparities?deprivation=1', 422, 'deprivation', ['all']],
      ['indicators/living-in-deprived-areas/disparities?ethnicGroup=black', 422, 'ethnicGroup', ['all']],
      ['indicators/overcrowding/disparities?period=2011', 422, 'period', ['2021']],
      [
        'indicators/overcrowding/disparities?reference=black',
        422,
        'reference',
        ['rest', 'largest', 'best', '1', '2', '3', '4', '5'],
      ],
      [
        'indicators/disability/disparities?reference=best',
        422,
        'reference',
        ['rest', 'largest', '1', '2', '3', '4', '5'],
      ],
      ['indicators/overcrowding/gaps?group=9', 422, 'group', ['1', '2', '3', '4', '5']],
      [
        'indicators/overcrowding/gaps?group=1&areaType=msoa',
        422,
        'areaType',
        ['ward', 'neighbourhood', 'borough'],
      ],
      ['disparities?by=deprivation&area=E92000001', 422, 'by', ['ethnicGroup']],
    ])('%s: %d', async (path, status, field, allowed) => {
      const reply = await demo.app.inject(`/api/v1/${path}`);
      expect(reply.statusCode).toBe(status);
      expect(reply.headers['content-type']).toContain('application/problem+json');
      expect(reply.json()).toMatchObject({ field, ...(allowed !== undefined && { allowed }) });
    });
  });

  describe('as a map of the gap', () => {
    test('each ward against its own other residents, with the answer its own page gives', async () => {
      const reply = await demo.get<GapsReply>(paths.gaps('blood-pressure-recorded', { group: 'black' }));
      expect(reply.query).toMatchObject({ areaType: 'ward', compare: 'same-area', measure: 'difference' });
      expect(reply.areas).toHaveLength(23);
      expect(reply.comparison).toMatchObject({ compared: 23, against: 'everyone else in the same area' });
      const [ward] = reply.areas;
      const same = await demo.get<DisparitiesReply>(
        paths.disparities('blood-pressure-recorded', { area: ward?.code ?? '' }),
      );
      const own = same.groups.find(({ group }) => group === 'black')?.gap;
      expect({ ...ward?.gap, reference: {} }).toEqual({ ...own, reference: {} });
    });

    test('or against everyone else in the whole place, as a ratio', async () => {
      const reply = await demo.get<GapsReply>(
        paths.gaps('blood-pressure-recorded', {
          group: 'black',
          compare: 'place',
          measure: 'ratio',
          areaType: 'neighbourhood',
        }),
      );
      expect(reply.areas).toHaveLength(5);
      expect(reply.comparison.against).toBe(`everyone else in the whole place (${place.name})`);
      const people = new Set<number>();
      for (const area of reply.areas) {
        if (area.status !== 'shown') throw new Error('every neighbourhood has figures');
        const rest = area.gap.reference;
        people.add((rest?.denominator ?? Number.NaN) + (area.denominator ?? 0));
        expect(area.gap.ratio?.value).toBeCloseTo(area.value / (rest?.value ?? 0), 10);
      }
      expect(people.size).toBe(1);
      expect(reply.breaks.length).toBeGreaterThan(1);
    });

    test('a group of one neighbourhood and the whole place are not made of the same small areas: no gap', async () => {
      const asked = { group: 'black', compare: 'place', areaType: 'neighbourhood' } as const;
      const { areas } = await demo.get<GapsReply>(paths.gaps(deprived, asked));
      expect(areas).toHaveLength(5);
      for (const { gap } of areas) {
        expect([gap.difference, gap.fromAverage, gap.verdict]).toEqual([
          undefined,
          undefined,
          'not-compared',
        ]);
        expect(gap.untested).toMatch(/not made of the same small areas/);
      }
    });

    test('of a fifth: wards without such small areas are missing, not zero', async () => {
      const reply = await demo.get<GapsReply>(paths.gaps('overcrowding', { group: '1' }));
      const missing = reply.areas.filter(({ status }) => status === 'missing');
      expect(missing).toHaveLength(12);
      for (const area of missing)
        expect(area).toMatchObject({
          reason: 'nobody-to-count',
          explanation: 'No small area here lies in this fifth.',
        });
    });
  });

  describe('over all indicators', () => {
    test('are one table, one family of tests and at most three statements', async () => {
      const before = demo.statements();
      const reply = await demo.get<DisparityOverviewReply>(`${paths.disparityOverview()}?by=ethnicGroup`);
      expect(demo.statements() - before).toBeLessThanOrEqual(3);
      expect(reply.groups.map(({ group }) => group)).toEqual(['asian', 'black', 'mixed', 'white', 'other']);
      expect(reply.indicators.length).toBeGreaterThanOrEqual(8);
      const cells = reply.indicators
        .filter(({ kind }) => kind === 'outcome' || kind === 'service')
        .flatMap((row) => row.cells);
      const tested = (isMade: boolean) =>
        cells.filter(({ gap }) => gap.verdict !== 'not-compared' && (gap.basis === 'synthetic') === isMade)
          .length;
      // Real figures are one family; made-up ones are another, and weigh on no real verdict.
      expect(reply.comparison.compared).toBe(tested(false));
      expect(reply.synthetic.compared).toBe(tested(true));
      for (const row of reply.indicators) {
        expect(row.cells.map(({ group }) => group)).toEqual(reply.groups.map(({ group }) => group));
        for (const { estimate, gap } of row.cells)
          if (estimate.status === 'shown' && gap.basis !== undefined)
            expect(row.basis).toContain(estimate.basis);
      }
    });

    test('show what the page of one indicator shows: age-standardised where crude gaps cannot be judged', async () => {
      const reply = await demo.get<DisparityOverviewReply>(paths.disparityOverview({ by: 'deprivation' }));
      const adjusted = reply.indicators.filter(({ cells }) => cells.some(({ crude }) => crude !== undefined));
      expect(adjusted.map(({ indicator }) => indicator)).toEqual(
        expect.arrayContaining(['covid-19-dose-1', 'covid-19-dose-2', 'blood-pressure-recorded']),
      );
      for (const row of adjusted) {
        const one = await demo.get<DisparitiesReply>(paths.disparities(row.indicator, { by: 'deprivation' }));
        expect([row.ageAdjusted, one.ageAdjusted]).toEqual([true, false]);
        expect(row.standardisation).toEqual(one.standardisation);
        for (const cell of row.cells) {
          const group = one.groups.find((other) => other.group === cell.group);
          expect(cell.crude?.gap).toEqual(group?.gap);
          expect(cell.gap).toMatchObject({
            comparison: group?.standardised?.comparison,
            verdict: group?.standardised?.verdict,
            difference: group?.standardised?.difference,
          });
        }
      }
      const said = reply.opening.map(({ text }) => text).join(' ');
      expect(said).toMatch(/, adjusted for age\./);
      expect(said).toMatch(
        /Second COVID-19 dose .*allowing for age changes a verdict \(the most deprived fifth of wards in \w+, (not beyond chance|could be chance) before and worse after;/,
      );
      expect(said).not.toMatch(/The middle fifth: Second COVID-19 dose/);
    });

    test('name the largest proven gaps, each the figure of its cell', async () => {
      const reply = await demo.get<DisparityOverviewReply>(paths.disparityOverview());
      // Of outcomes and services by ethnic group there are no real figures here; nothing made up is listed.
      expect(reply.largest).toEqual([]);
      const byFifth = await demo.get<DisparityOverviewReply>(paths.disparityOverview({ by: 'deprivation' }));
      for (const { indicator, group } of byFifth.largest) {
        const row = byFifth.indicators.find((one) => one.indicator === indicator);
        expect(['outcome', 'service']).toContain(row?.kind);
        expect(row?.ageAdjusted).not.toBe(false);
        expect(row?.basis).not.toContain('synthetic');
        expect(row?.cells.find((cell) => cell.group === group)?.gap.verdict).toBe('worse');
      }
      expect(byFifth.largest[0]?.reading).toMatch(/^First dose|^Second dose/);
    });

    test('by deprivation take national fifths where there are any, and do not break down deprivation itself', async () => {
      const reply = await demo.get<DisparityOverviewReply>(paths.disparityOverview({ by: 'deprivation' }));
      const kinds = new Map(reply.indicators.map((row) => [row.indicator, row.fifths]));
      expect(kinds.get('overcrowding')).toBe('national');
      expect(kinds.get('covid-19-dose-1')).toBe('wards');
      expect(kinds.has(deprived)).toBe(false);
      const disability = reply.indicators.find((row) => row.indicator === 'disability');
      // Not adjusted for age, it is higher or lower, and neither better nor worse.
      const verdicts = disability?.cells.map(({ gap }) => gap.verdict) ?? [];
      expect(verdicts.filter((one) => !['higher', 'lower', 'similar'].includes(one))).toEqual([]);
      expect(verdicts).toContain('higher');
    });

    test('against the best group show a row without a best one all the same', async () => {
      const reply = await demo.get<DisparityOverviewReply>(
        paths.disparityOverview({ by: 'deprivation', reference: 'best' }),
      );
      const row = reply.indicators.find(({ indicator }) => indicator === 'disability');
      expect(row?.cells.map(({ gap }) => gap.untested)).toContain('This indicator has no such reference.');
    });
  });

  describe('the ledger of commitments', () => {
    test('reads each gap from the figures, then and now, and says where it stands', async () => {
      const reply = await demo.get<LedgerReply>(paths.ledger());
      expect(reply.synthetic).toBe(true);
      const entry = (id: string) => reply.commitments.find((one) => one.id === id);
      const income = entry('low-income-areas-black');
      const same = await demo.get<DisparitiesReply>(paths.disparities('living-in-income-deprived-areas'));
      expect(income).toMatchObject({
        synthetic: true,
        groupLabel: 'Black, Black British, Black Welsh, Caribbean or African',
        referenceLabel: 'Everyone else',
        current: { period: '2021', basis: 'published' },
        target: 15,
        status: 'cannot-tell',
      });
      expect(income?.current?.difference).toEqual(same.groups[1]?.gap.difference);
      expect(income?.baseline).toEqual(income?.current);
      expect(income?.reading).toMatch(/no period after the one it starts from/);
      expect(income?.current?.label).toBe('Indices of Deprivation 2025, residents of March 2021');
      // Of gaps made for demonstration no sentence is made; where they stand is shown.
      const doses = reply.commitments.filter(({ current }) => current?.basis === 'synthetic');
      expect(doses.length).toBeGreaterThan(1);
      for (const { reading, status } of doses)
        expect([reading, status]).toEqual(['Worked out from figures made for demonstration.', 'date-passed']);
      const fifths = entry('overcrowding-most-deprived');
      expect(fifths?.title).toBe('Overcrowded households, by fifths of the Indices of Deprivation 2025');
      expect(fifths?.current?.difference.value).toBeCloseTo(17.027 - 3.693, 3);
    });

    test('is a file too, one line each', async () => {
      const { commitments } = await demo.get<LedgerReply>(paths.ledger());
      const file = await demo.app.inject(paths.ledgerCsv());
      expect(file.statusCode).toBe(200);
      expect(readCsv(file.body).map((row) => row['Commitment id'])).toEqual(commitments.map(({ id }) => id));
    });
  });

  test.each([
    paths.disparitiesCsv('overcrowding'),
    paths.gapTrendCsv('covid-19-dose-1'),
    paths.gapsCsv(deprived, { group: 'black' }),
    paths.disparityOverviewCsv(),
  ])('%s names its groups, its test and its release', async (url) => {
    const reply = await readTable(demo.app, url);
    expect(reply.statusCode).toBe(200);
    expect(reply.headers['content-disposition']).toMatch(
      /^attachment; filename="[a-zA-Z0-9-]+-release-2\.csv"$/,
    );
    expect(reply.facts).toMatchObject({ Release: '2' });
    for (const fact of ['Test', 'Basis']) expect(reply.facts[fact]).toMatch(/./);
    expect(Object.keys(reply.rows[0] ?? {})).toContain('Group code');
  });
});
