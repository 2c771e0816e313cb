import { formatNumber } from './format.ts';

/** Of few tests, not "0". */
export const expectedWords = (expected: number) =>
  formatNumber(expected, expected < 1 ? 2 : expected < 10 ? 1 : 0);
