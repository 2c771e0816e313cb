/** What every CSV file says of where its figures come from and of the marks in it. Pure. */
import type { Indicator } from '../indicators/indicator.ts';

export const MARKS: readonly [string, string] = ['Marks', 'Withheld to protect people: [c]. Missing: [x]'];

export function sourceFacts({ source, disclosureRule }: Indicator): [string, string][] {
  return [
    ['Source', `${source.publisher}, ${source.title}, ${source.url}`],
    ['Licence', source.licence],
    ['Protection', disclosureRule],
  ];
}
