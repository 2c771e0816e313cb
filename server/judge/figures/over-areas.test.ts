import { describe, expect, test } from 'vitest';
import { clusteredDifference } from '../../stats/clustered-difference.ts';
import { type Counted, restOf, sumOfCounted } from './counted.ts';
import { countedEstimate } from './counted-estimate.ts';
import { gapBetween } from './gap-between.ts';
import { sameSample } from './over-areas.ts';

/** People of a group in areas of which the first few have the property. */
function group(people: readonly number[], having: number): Counted {
  const smallAreas = people.map((denominator, at) => ({
    numerator: at < having ? denominator : 0,
    denominator,
  }));
  const total = (of: 'numerator' | 'denominator') => smallAreas.reduce((sum, area) => sum + area[of], 0);
  return { numerator: total('numerator'), denominator: total('denominator'), basis: 'published', smallAreas };
}
const few = Array.from({ length: 24 }, (_, at) => 10 + at);
const many = Array.from({ length: 24 }, (_, at) => 1000 - 20 * at);
const everyone = group(
  few.map((people, at) => people + (many[at] ?? 0)),
  6,
);

describe('counts whose sample is areas', () => {
  test('the rest of everybody is so in every area', () => {
    expect(restOf(everyone, group(few, 6))).toEqual(group(many, 6));
  });

  test('no area of the rest falls below nobody, where tables were moved by small amounts', () => {
    const moved = group(
      few.map((people, at) => (at === 0 ? people + 2000 : people)),
      6,
    );
    const rest = restOf(everyone, moved);
    expect(rest?.smallAreas?.[0]).toEqual({ numerator: 0, denominator: 0 });
  });

  test('added up, the areas of both stand side by side', () => {
    const sum = sumOfCounted([group(few, 6), group(many, 2)]);
    expect(sum?.smallAreas).toHaveLength(48);
    expect(sum?.numerator).toBe(sum?.smallAreas?.reduce((all, { numerator }) => all + numerator, 0));
  });

  test('a gap has limits from the areas, and no ratio', () => {
    const [own, other] = [group(few, 6), group(many, 6)];
    const { difference, ratio, p } = gapBetween(own, other, 'neutral');
    const expected = clusteredDifference(own.smallAreas ?? [], other.smallAreas ?? []);
    expect(difference.value).toBeCloseTo(100 * expected.value, 10);
    expect(difference.lower95).toBeCloseTo(100 * (expected.lower ?? Number.NaN), 10);
    expect(p).toBe(expected.p);
    expect(ratio).toBeUndefined();
    const { smallAreas: _, ...people } = own;
    const { smallAreas: __, ...others } = other;
    const ofPeople = gapBetween(people, others, 'neutral').difference;
    expect((difference.upper95 ?? 0) - (difference.lower95 ?? 0)).not.toBeCloseTo(
      (ofPeople.upper95 ?? 0) - (ofPeople.lower95 ?? 0),
      1,
    );
  });

  test('a sum of fewer than twenty areas has no limits', () => {
    expect(countedEstimate(group(few.slice(0, 19), 6))).toMatchObject({ interval: 'none' });
    expect(countedEstimate(group(few, 6))).toMatchObject({ interval: 'ours' });
  });

  test('areas and people, or other areas, are not one sample', () => {
    const { smallAreas: _, ...people } = group(few, 6);
    expect(sameSample(group(few, 6), group(many, 6))).toBe(true);
    expect(sameSample(group(few, 6), group(many.slice(1), 6))).toBe(false);
    expect(sameSample(group(few, 6), people)).toBe(false);
    expect(sameSample(people, people)).toBe(true);
  });
});
