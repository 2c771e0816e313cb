/** Groups of people as sentences name them, from the labels of the closed lists. */
import type { CountedNoun } from './dimensions.ts';

/** A fifth without the words that say whose, where one name stands for fifths of different areas: "Most deprived fifth". */
export const bareFifth = (label: string) => label.replace(/ fifth of .*$/, ' fifth');

/**
 * A group of people as sentences name it, from its label: "Black residents" of "Black, Black British, Black Welsh,
 * Caribbean or African", "the most deprived fifth of wards in ..." of "Most deprived fifth of wards in ...". Households are
 * of the group of the person who stands for them: "Black households".
 */
export function residentsOf(label: string, counted: CountedNoun | null = 'people'): string {
  const noun = counted === 'households' ? 'households' : 'residents';
  if (/ fifth( of .*)?$/.test(label)) return `the ${label.charAt(0).toLowerCase()}${label.slice(1)}`;
  if (/^(Everyone|The |Other residents)/i.test(label))
    return `${label.charAt(0).toLowerCase()}${label.slice(1)}`;
  if (/not (stated|known)/i.test(label)) return `${noun} whose ethnic group is not known`;
  const own = label.split(': ').at(-1) ?? label;
  if (/^(any )?other ethnic group$/i.test(own)) return `${noun} of the Other ethnic group`;
  if (/^Mixed or Multiple/.test(own)) return `${noun} of mixed or multiple ethnic groups`;
  if (/^(English, |British$)/.test(own)) return `White British ${noun}`;
  const name = (own.split(',')[0] ?? own).replace(/^Any other (.*) background$/, 'other $1');
  return `${name} ${noun}`;
}
