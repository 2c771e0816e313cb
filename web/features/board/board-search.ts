/** What the pages of the board keep in their URL. */
import type { BoardQuery, BoardRow } from '../../../server/contract/board-reply.ts';
import { type PopulationGroup, populationGroups, sexes } from '../../../server/contract/dimensions.ts';
import { type ReleaseSearch, releaseOf, releaseReaders } from '../../shared/url/page-search.ts';
import { oneOf, type Reader, type Readers, readSearch, sinceWhen } from '../../shared/url/read-search.ts';

export interface BoardSearch extends ReleaseSearch {
  populationGroup?: PopulationGroup;
  /** Rows whose charts and maps go into the board pack, as `pinOf` writes them, commas between. */
  pins?: string;
  /** What to compare with: an earlier release by number, or a day such as that of a meeting; left out, the release before. */
  since?: string;
}
export interface ChangesSearch extends ReleaseSearch {
  /** The earlier release by number, or a day on which it was public; left out, the one before. */
  since?: string;
}

/** A row of the board: an indicator, a population group and, where there is none for everyone, a sex. */
export interface Pin {
  readonly indicator: string;
  readonly populationGroup: string;
  readonly sex: string;
}

/** Pins that could be none are left out; a text without any is none. */
const pinsText: Reader<string> = (text) => pinsOf({ pins: text }).map(pinText).join(',') || undefined;

const readers: Readers<BoardSearch> = {
  populationGroup: oneOf(populationGroups),
  pins: pinsText,
  since: sinceWhen,
  ...releaseReaders,
};

export const validateBoardSearch = (raw: Record<string, unknown>): BoardSearch => readSearch(readers, raw);

export const validateChangesSearch = (raw: Record<string, unknown>): ChangesSearch =>
  readSearch<ChangesSearch>({ since: sinceWhen, ...releaseReaders }, raw);

/** As queries write it. */
export const boardAsked = ({ populationGroup, since, ...search }: BoardSearch): BoardQuery => ({
  ...releaseOf(search),
  ...(populationGroup && { populationGroup }),
  ...(since && { since }),
});

/** Of a row of a reply. */
export const pinOf = ({
  indicator,
  populationGroup,
  stratum,
}: Pick<BoardRow, 'indicator' | 'populationGroup' | 'stratum'>): Pin => ({
  indicator,
  populationGroup,
  sex: stratum.sex,
});

export const pinText = ({ indicator, populationGroup, sex }: Pin) =>
  [indicator, populationGroup, ...(sex === 'all' ? [] : [sex])].join('.');

/** Pins as the URL holds them; what could not be one is dropped. */
export function pinsOf({ pins = '' }: Pick<BoardSearch, 'pins'>): Pin[] {
  return [...new Set(pins.split(','))].flatMap((text) => {
    const [indicator = '', group = '', sex = 'all'] = text.split('.');
    const isPin =
      /^[a-z0-9-]{1,80}$/.test(indicator) &&
      populationGroups.some(({ id }) => id === group) &&
      sexes.some(({ id }) => id === sex);
    return isPin ? [{ indicator, populationGroup: group, sex }] : [];
  });
}

/** The pins with one more, or without it. */
export function withPin(search: BoardSearch, pin: Pin): BoardSearch {
  const { pins: _, ...rest } = search;
  const held = pinsOf(search).map(pinText);
  const text = pinText(pin);
  const next = held.includes(text) ? held.filter((one) => one !== text) : [...held, text];
  return next.length === 0 ? rest : { ...rest, pins: next.join(',') };
}
