/** What every CSV file says of where its figures come from and of the marks in it. Pure. */
import { MARKS_IN_WORDS } from '../contract/without-figure.ts';
import type { Indicator } from '../indicators/indicator.ts';
import { NOT_ADJUSTED } from './meaning.ts';

export const MARKS: readonly [string, string] = ['Marks', MARKS_IN_WORDS];

export function sourceFacts(indicator: Indicator): [string, string][] {
  const { source, disclosureRule, counted, scale, ageAdjusted } = indicator;
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
