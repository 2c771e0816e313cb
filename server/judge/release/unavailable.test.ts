import { describe, expect, test } from 'vitest';
import { Unavailable } from './unavailable.ts';

const refused = (...args: ConstructorParameters<typeof Unavailable>) => new Unavailable(...args).message;
const wanted = { indicator: { shortTitle: 'MMR dose 1 at 2' }, area: { name: 'Elmstead' } };

describe('a refusal is read by people', () => {
  test('names what was wanted, where, and what there is, in words with what a query writes', () => {
    expect(refused('by', 'ethnicGroup', ['deprivation'], wanted)).toBe(
      'There are no figures of “MMR dose 1 at 2” in Elmstead by ethnic group. There are for: deprivation.',
    );
    expect(refused('ageBand', '0-15', ['all', '65-plus'])).toBe(
      'There are no figures for the ages “under 16”. There are for: all ages (all), 65 and over (65-plus).',
    );
    expect(refused('areaType', 'lsoa', ['ward'])).toBe(
      'There are no figures for small areas (LSOA). There are for: wards (ward).',
    );
    expect(refused('denominator', 'census', ['nims'])).toBe(
      'There are no figures for the population counted among “Census 2021 residents”. There are for: NHS patient register (NIMS) (nims).',
    );
    expect(refused('period', '1999', ['2021-07-15'])).toMatch(
      /“1999”\. There are for: 15 July 2021 \(2021-07-15\)\.$/,
    );
  });
  test('says of nothing else that there is none, but of areas, where there may be', () => {
    expect(refused('by', 'ethnicGroup', [], wanted)).toMatch(
      / in Elmstead by ethnic group\. Nor are there for any other kind of group\.$/,
    );
    expect(refused('area', 'Elmstead', [], { by: 'ethnic group or deprivation' })).toBe(
      'There are no figures by ethnic group or deprivation for Elmstead.',
    );
  });
  test('keeps what it does not know as it was written', () => {
    expect(refused('reference', 'nobody', ['rest', 'white'])).toBe(
      'There are no figures for the reference “nobody”. There are for: everyone else (rest), white.',
    );
  });
});
