import { expect, test } from 'vitest';
import { vaccineChoices } from './choices.ts';
import { firstVaccine, vaccines } from './vaccines.ts';

type Held = Parameters<typeof firstVaccine>[0][number];
const official: Held = { id: 'covid-19-dose-1', basis: ['published', 'modelled'], ethnicGroups: [] };
const madeUp: Held = {
  id: 'covid-19-dose-2-from-records',
  basis: ['synthetic'],
  ethnicGroups: [{ scheme: 'census-2021-5', groups: ['black'] }],
};

test('the page opens with official figures where there are any', () => {
  expect(firstVaccine([madeUp, official], {})).toBe('covid-19-dose-1');
  expect(firstVaccine([madeUp], {})).toBe(madeUp.id);
  expect(firstVaccine([], {})).toBeUndefined();
});

test('a link that asks for an ethnic group opens with the figures that have it', () => {
  for (const asked of [{ ethnicGroup: 'black' }, { ethnicScheme: 'nhs-16' as const }])
    expect(firstVaccine([madeUp, official], asked)).toBe(madeUp.id);
  expect(firstVaccine([official], { ethnicGroup: 'black' })).toBe('covid-19-dose-1');
});

test('what is made up is offered as such, and no two are offered by the same words', () => {
  const choices = vaccineChoices([madeUp, official], { id: official.id, shortTitle: 'First dose' });
  expect(choices.map(({ text }) => text)).toEqual([
    'First COVID-19 doses',
    'Second COVID-19 doses by ethnic group (synthetic)',
  ]);
  expect(new Set(vaccines.map(({ phrase }) => phrase)).size).toBe(vaccines.length);
});
