/** Groups of people as sentences name them. Pure. */

/**
 * "Black residents" of "Black, Black British, Black Welsh, Caribbean or African", "residents of the most deprived
 * fifth" of "Most deprived fifth".
 */
export function groupSubject(label: string): string {
  if (/fifth$/.test(label)) return `residents of the ${label.charAt(0).toLowerCase()}${label.slice(1)}`;
  if (/not (stated|known)/i.test(label)) return 'residents whose ethnic group is not known';
  const own = label.split(': ').at(-1) ?? label;
  if (/^(any )?other ethnic group$/i.test(own)) return 'residents of another ethnic group';
  if (/^Mixed or Multiple/.test(own)) return 'residents of mixed or multiple ethnic groups';
  if (/^(English, |British$)/.test(own)) return 'White British residents';
  const name = (own.split(',')[0] ?? own).replace(/^Any other (.*) background$/, 'other $1');
  return `${name} residents`;
}
