import { expect, test } from 'vitest';
import { disclosureRuleOf } from '../contract/protection-words.ts';
import { datasetOf, indicators } from './catalogue.ts';

test('every indicator counted from records says the rules as all others do, and what they do not protect', () => {
  const counted = indicators.filter(({ dataset }) => datasetOf(dataset).policy === 'protect');
  expect(counted.length).toBeGreaterThan(10);
  for (const { id, disclosureRule, doseTable } of counted)
    expect([id, disclosureRule]).toEqual([id, disclosureRuleOf(doseTable === undefined ? 'all' : 'doses')]);
});
