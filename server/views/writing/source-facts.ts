/** What every CSV file says of where its figures come from and of the marks in it. Pure. */
import { atAges, NOT_ADJUSTED } from '../../contract/good-or-bad.ts';
import { MARKS_IN_WORDS } from '../../contract/without-figure.ts';
import type { Indicator } from '../../indicators/indicator.ts';

export const MARKS: readonly [string, string] = ['Marks', MARKS_IN_WORDS];

/** @param ageBand of the figures in the file. */
export function sourceFacts(indicator: Indicator, ageBand: string): [string, string][] {
  const { source, disclosureRule, counted, scale, ageAdjusted } = atAges(indicator, ageBand);
  return [
    ...(counted === null ? [] : [['Counted', counted] satisfies [string, string]]),
    ...(scale === undefined ? [] : [['Scale', scale.note] satisfies [string, string]]),
    ...(ageAdjusted === false ? [['Age', capital(NOT_ADJUSTED)] satisfies [string, string]] : []),
    ['Source', `${source.publisher}, ${source.title}, ${source.url}`],
    ['Licence', source.licence],
    ['Protection', disclosureRule],
  ];
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
