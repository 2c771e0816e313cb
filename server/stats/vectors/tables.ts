import { lifeExpectancy, lifeTableAges } from '../life-expectancy.ts';
import { requirement } from '../requirement.ts';
import { slopeIndex } from '../slope-index.ts';
import { standardErrorFromLimits } from '../value-scale.ts';
import {
  type Case,
  type CaseCell,
  type CaseRow,
  caseFigures,
  caseGroups,
  caseNumber,
  confidences,
  refused,
  suffixed,
} from './case.ts';

export function lifeExpectancies(one: Case): CaseRow[] {
  const { options } = one;
  const asked = [options.le_age ?? 'all'].flat();
  return caseGroups(one).flatMap(({ keys, rows }) => {
    const bands = bandsInOrder(one, rows);
    const starts = bands.map(({ start }) => start);
    // The reference gives every age when an age asked for is none of the bands.
    const ages = asked.every((age) => starts.includes(caseNumber(age))) ? asked.map(caseNumber) : starts;
    return ages.map((age) => ({
      ...keys,
      startage: age,
      ...caseFigures(one, () => lifeExpectancyRow(one, bands, age)),
    }));
  });
}

type Bands = Parameters<typeof lifeExpectancy>[0];

function lifeExpectancyRow(one: Case, bands: Bands, age: number): CaseRow {
  // Ours also takes tables that end at 80 or 85.
  requirement(bands.length === lifeTableAges.length, 'lifeExpectancies', 'the twenty bands of the reference');
  const row = (level: number) => lifeExpectancy(bands, level).find((found) => found.age === age);
  if (row(0.95)?.value === undefined) return refused;
  return {
    value: row(0.95)?.value,
    ...Object.assign(
      {},
      ...confidences(one).map(({ level, lower, upper }) => ({
        [lower]: row(level)?.lower,
        [upper]: row(level)?.upper,
      })),
    ),
    pops_used: row(0.95)?.population,
    dths_used: row(0.95)?.deaths,
  };
}

/** Bands by age, or in the order the case names them; a label counts by the number it begins with. */
function bandsInOrder(one: Case, rows: readonly Readonly<Record<string, CaseCell>>[]): Bands {
  const { options } = one;
  const contents = options.age_contents as readonly CaseCell[] | undefined;
  const bands = rows.map((row) => {
    const label = row[String(options.startage)];
    return {
      place: contents?.indexOf(label ?? null) ?? Number.parseInt(String(label), 10),
      start: Number.parseInt(String(label), 10),
      population: caseNumber(row[String(options.population)]),
      deaths: caseNumber(row[String(options.deaths)]),
    };
  });
  requirement(
    bands.every(({ place }) => place >= 0),
    'lifeExpectancies',
    'every band among those named',
  );
  return bands.toSorted((a, b) => a.place - b.place);
}

export function slopeIndices(one: Case): CaseRow[] {
  const { options } = one;
  const scale = (['number', 'rate', 'proportion'] as const)[caseNumber(options.value_type ?? 0)] ?? 'number';
  const cell = (row: Readonly<Record<string, CaseCell>>, name: string): number =>
    caseNumber(row[String(options[name])]);
  const groups = caseGroups(one);
  const most = Math.max(...groups.map(({ rows }) => rows.length));
  // The reference leaves out, with a warning, groups that lack a quantile others have.
  const complete = groups.filter(({ rows }) => rows.length === most);
  return complete.map(({ keys, rows }) => ({
    ...keys,
    ...caseFigures(one, () => {
      const ordered = rows
        .toSorted((a, b) => Number(a[String(options.quantile)]) - Number(b[String(options.quantile)]))
        .map((row) => ({
          population: cell(row, 'population'),
          value: cell(row, 'value'),
          standardError: options.se
            ? cell(row, 'se')
            : standardErrorFromLimits({ lower: cell(row, 'lower_cl'), upper: cell(row, 'upper_cl') }, scale),
        }));
      const at = (confidence: number) =>
        slopeIndex(ordered, {
          scale,
          confidence,
          transform: options.transform === true,
          multiplier: caseNumber(options.multiplier ?? 1),
          draws: caseNumber(options.repetitions ?? 100_000),
        });
      const { slope, ratio, intercept } = at(0.95);
      const limits = confidences(one).map(({ level }) => {
        const { slope, ratio } = at(level);
        return Object.assign({}, limitColumns('sii', level, slope), limitColumns('rii', level, ratio ?? {}));
      });
      return { sii: slope.value, rii: ratio?.value, intercept, ...Object.assign({}, ...limits) };
    }),
  }));
}

/** Limits under the reference's names: on the log and logit scale it leaves off the ending `cl`. */
function limitColumns(
  name: string,
  level: number,
  { lower, upper }: { readonly lower?: number; readonly upper?: number },
): CaseRow {
  const ends = suffixed(level);
  const short = (end: string): string => `${name}_${end.replace(/cl$/, '')}`;
  return {
    [`${name}_${ends.lower}`]: lower,
    [`${name}_${ends.upper}`]: upper,
    [short(ends.lower)]: lower,
    [short(ends.upper)]: upper,
  };
}
