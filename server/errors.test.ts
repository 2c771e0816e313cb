import { expect, test } from 'vitest';
import { problemOfValidation } from './errors.ts';

const fault = (part: Partial<Parameters<typeof problemOfValidation>[0][number]>) =>
  problemOfValidation([{ keyword: 'pattern', instancePath: '/period', params: {}, ...part }]);

test('a value that cannot be is named with what it would stand for, never with a pattern', () => {
  expect(
    fault({
      params: { pattern: '^\\d{4}$' },
      data: 'foo',
      parentSchema: { description: 'A period: 2021, 2023--2025.' },
    }),
  ).toMatchObject({
    status: 400,
    field: 'period',
    detail: '"period" cannot be "foo". It stands for: A period: 2021, 2023--2025.',
  });
});
test('a value outside a closed list is answered with the list', () => {
  expect(
    fault({
      keyword: 'enum',
      instancePath: '/areaType',
      params: { allowedValues: ['ward', 'lsoa'] },
      data: 'galaxy',
    }),
  ).toMatchObject({
    detail: '"areaType" cannot be "galaxy". It can be: ward, lsoa.',
    allowed: ['ward', 'lsoa'],
  });
});
test('what is missing and what is not known are named', () => {
  expect(
    fault({ keyword: 'required', instancePath: '', params: { missingProperty: 'group' } }),
  ).toMatchObject({ detail: '"group" is missing.', field: 'group' });
  expect(
    fault({ keyword: 'additionalProperties', instancePath: '', params: { additionalProperty: 'x' } }).detail,
  ).toBe('There is no parameter "x" here.');
});
