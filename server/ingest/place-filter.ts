/** Which rows of a national file are about the place, and which areas of the place a file forgot. */
import { type AreaType, areaTypes, labelOf } from '../contract/dimensions.ts';
import { refuseOtherName, refuseOtherSmallName } from './code-and-name.ts';
import type { Row, RowOwner } from './csv-row.ts';
import type { FileProblem } from './problems.ts';
import type { LoadContext } from './source.ts';

const CODE_PATTERNS: Partial<Record<AreaType, { readonly pattern: RegExp; readonly example: string }>> = {
  lsoa: { pattern: /^[EW]01\d{6}$/, example: 'E01000001' },
  msoa: { pattern: /^[EW]02\d{6}$/, example: 'E02000001' },
  ward: { pattern: /^[EW]05\d{6}$/, example: 'E05009288' },
  borough: { pattern: /^[EW]0[6-9]\d{6}$/, example: 'E09000001' },
};

/** Of these only a list says in which borough they lie. */
const SMALL: ReadonlySet<AreaType> = new Set(['lsoa', 'msoa', 'ward']);

/** Whether a code is that of a borough the place is compared with. */
export const isComparator = ({ comparators }: LoadContext['place'], code: string): boolean =>
  comparators?.others.some((other) => other.code === code) ?? false;

/** Counts a row, or a feature, that is about another place, and remembers the first, so that a file of another place can be named. */
export function skipOutside({ tally, outside }: LoadContext, code: string, name = ''): void {
  tally.skipped++;
  outside.first ??= name === '' ? code : `${code} (${name})`;
}

/**
 * Why an area may not be taken for one of the place; undefined where it may. Being in a file that is loaded does not make it one:
 * a list of the file or of an earlier one does.
 *
 * @param borough the code of the borough it lies in, as the file says; empty where it does not say.
 */
export function whyNotOfPlace(
  type: AreaType,
  edition: string,
  code: string,
  borough: string,
  { place, areas }: LoadContext,
): string | undefined {
  if (!SMALL.has(type) || borough === place.code || (borough === '' && areas.has(type, edition, code)))
    return undefined;
  return borough === ''
    ? `no list says in which borough it lies; expected ${place.code} (${place.name}) in a column borough_code, or an ONS lookup loaded first`
    : `it lies in ${borough}, and this is the dashboard of ${place.name} (${place.code})`;
}

/** Whether a list of the place that is loaded has a small area; that none is loaded is remembered. */
export function isListed(
  type: AreaType,
  edition: string,
  code: string,
  { areas, outside }: LoadContext,
): boolean {
  if (!areas.hasAny(type, edition)) outside.unlisted ??= { type, edition };
  return areas.has(type, edition, code);
}

/**
 * The area's code where the row is about the place. Otherwise undefined: skipped as outside it, or refused as no code, or as one
 * beside the name of another area (the layout's column `name?`).
 */
export function areaOfPlace(
  row: Row,
  key: string,
  type: AreaType,
  edition: string,
  context: LoadContext,
): string | undefined {
  const code = row.text(key);
  const isRenamed = SMALL.has(type)
    ? refuseOtherSmallName(row, { type, edition, code }, 'name?', context)
    : refuseOtherName(row, code, 'name?', context);
  if (isRenamed) return undefined;
  if (isOfPlace(type, edition, code, context)) return code;
  const known = CODE_PATTERNS[type];
  if (known !== undefined && !known.pattern.test(code)) {
    row.refuse(
      key,
      `expected the ONS code of a ${labelOf(areaTypes, type).toLowerCase()}, such as ${known.example}`,
    );
  } else skipOutside(context, code);
  return undefined;
}

export function isOfPlace(type: AreaType, edition: string, code: string, context: LoadContext): boolean {
  const { place } = context;
  if (type === place.type) return code === place.code;
  if (type === 'other-borough') return isComparator(place, code);
  if (SMALL.has(type)) return isListed(type, edition, code, context);
  return (
    context.areas.has(type, edition, code) ||
    [...place.parents, ...(place.servedBy ?? [])].some((p) => p.type === type && p.code === code)
  );
}

/** Lists, as a problem, that the areas a file is about were never loaded, so none of its rows can be placed. */
export function needsAreas(
  table: Pick<RowOwner, 'file'>,
  type: AreaType,
  edition: string,
  context: LoadContext,
): boolean {
  if (context.areas.hasAny(type, edition)) return true;
  context.problems.add(notLoadedYet(table.file.name, { type, edition }, context.place));
  return false;
}

/** Said of a file that can be placed by no list of areas yet. */
export function notLoadedYet(
  file: string,
  { type, edition }: NonNullable<LoadContext['outside']['unlisted']>,
  place: LoadContext['place'],
): FileProblem {
  const list = [edition, labelOf(areaTypes, type).toLowerCase(), 'codes']
    .filter((word) => word !== '')
    .join(' ');
  const expected = `the ${list} of ${place.name} are not loaded yet: load the ONS lookup or boundary file first`;
  return { file, waits: true, expected };
}

/** A publication covers every area: one that is missing means the file is cut short or of another place. */
export function requireEveryArea(
  table: Pick<RowOwner, 'file'>,
  type: AreaType,
  edition: string,
  seen: ReadonlySet<string>,
  context: LoadContext,
): void {
  const { place, outside, problems } = context;
  const all = context.areas.codes(type, edition);
  const missing = all.filter((code) => !seen.has(code));
  if (missing.length === 0) return;
  if (missing.length === all.length && outside.first !== undefined) {
    problems.add({ file: table.file.name, expected: aboutAnother(place, outside.first) });
    return;
  }
  const shown = missing.slice(0, 5).join(', ') + (missing.length > 5 ? ', ...' : '');
  problems.add({
    file: table.file.name,
    expected: `${missing.length} of the ${all.length} ${labelOf(areaTypes, type)} codes of ${place.name} are not in the file (${shown}); is it cut short${missing.length === all.length ? ', or of other boundaries' : ''}?`,
  });
}

/** Said of a file that holds nothing of the place. */
export const aboutAnother = ({ name, code }: LoadContext['place'], firstOutside?: string): string =>
  `nothing in it is about ${name} (${code})${firstOutside === undefined ? '' : `; the first area in it is ${firstOutside}`}`;

/** The place, an area it lies in or a borough it is compared with, recognised in a row by its code, or by its name where the row has no code. */
export interface NamedArea {
  readonly code: string;
  readonly name: string;
  readonly type: AreaType;
  isRow(row: { readonly code: string; readonly region?: string; readonly names: readonly string[] }): boolean;
}

export function namedAreasOf(place: LoadContext['place']): NamedArea[] {
  return [place, ...place.parents].map(({ code, name, type }) => ({
    code,
    name,
    type,
    isRow: (row) => {
      // The code decides; a name alone could be that of a larger area the row lies in.
      if (/^[EWSNK]\d{8}$/.test(row.code)) return row.code === code;
      if (row.region === code) return true;
      return row.names.some((text) => text.replace(/ total$/i, '').toLowerCase() === name.toLowerCase());
    },
  }));
}

/** Recognised by their codes alone: nobody writes totals of them. */
export const comparatorsOf = ({ comparators }: LoadContext['place']): NamedArea[] =>
  (comparators?.others ?? []).map(({ code, name }) => ({
    code,
    name,
    type: 'other-borough',
    isRow: (row) => row.code === code,
  }));
