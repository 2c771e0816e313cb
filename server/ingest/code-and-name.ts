/** Code and name of one row speak of one area: where codes were swapped against their names, one of the two is wrong. */
import type { Row } from './csv-row.ts';
import { statusWithout } from './marks.ts';
import type { AreaItem, LoadContext } from './source.ts';

/** Publishers write one name in many ways: "Example Hill & Vale", "EXAMPLE HILL AND VALE", "London region (statistical)". */
const plain = (name: string): string =>
  name
    .toLowerCase()
    .replaceAll(/\([^)]*\)/g, ' ')
    .replaceAll('&', ' and ')
    .replaceAll(/['\u2019]/g, '')
    .replaceAll(/[^\p{L}\d]+/gu, ' ')
    .replace(/^ ?(?:london borough of|royal borough of|the city of|city of|the) /, '')
    .replace(/ (?:region|total|london boro|ua|cua)? ?$/, '')
    .trim();

/** Districts of four kinds, regions, countries; those of the health service have codes of their own, and names like ours. */
const kindOf = (code: string): string => (/^[EW]0[6-9]\d{6}$/.test(code) ? 'district' : code.slice(0, 3));

/**
 * Lists a row whose code is that of the place, of an area it lies in or of a borough it is compared with, under the name of
 * another; or whose name is one of theirs under the code of another district. @returns whether it did.
 *
 * @param name key of the column with the name; a row without one says nothing.
 */
export function refuseOtherName(row: Row, code: string, name: string, { place }: LoadContext): boolean {
  const said = plain(row.text(name));
  if (said === '' || statusWithout(row.text(name)) !== undefined) return false;
  const known = [place, ...place.parents, ...(place.comparators?.others ?? [])];
  const named = known.find((one) => one.code === code);
  if (named !== undefined && said !== plain(named.name)) {
    row.refuse(name, `expected ${named.name}, whose code is ${code}; were codes moved against their names?`);
    return true;
  }
  const meant = known.find((one) => plain(one.name) === said && kindOf(one.code) === kindOf(code));
  if (named !== undefined || meant === undefined) return false;
  row.refuse(
    name,
    `expected ${meant.code} beside ${meant.name}, not ${code}; were codes moved against their names?`,
  );
  return true;
}

/**
 * Lists a row whose name is that of another small area of the place. One that no list gives says nothing: names of MSOAs change
 * from edition to edition. @returns whether the row was listed.
 */
export function refuseOtherSmallName(
  row: Row,
  { type, edition, code }: Pick<AreaItem, 'type' | 'edition' | 'code'>,
  name: string,
  { areas }: LoadContext,
): boolean {
  const said = plain(row.text(name));
  // Every county has a St George's ward; names of LSOAs and MSOAs are one area's alone.
  if (type === 'ward' && !areas.has(type, edition, code)) return false;
  const isNamed = (one: string) => areas.names(type, edition, one).some((known) => plain(known) === said);
  if (said === '' || isNamed(code)) return false;
  const other = areas.codes(type, edition).find(isNamed);
  if (other !== undefined)
    row.refuse(name, `it is the name of ${other}, not of ${code}; were codes moved against their names?`);
  return other !== undefined;
}
