/** What the pages of the board keep in their URL. */
import type { BoardQuery } from '../../../server/contract/board-reply.ts';
import { type PopulationGroup, populationGroups, sexes } from '../../../server/contract/dimensions.ts';
import { type KeyedRow, rowKey } from '../../../server/contract/row-key.ts';
import {
  type FiguresSearch,
  figuresReaders,
  type ReleaseSearch,
  releaseOf,
  releaseReaders,
} from '../../shared/url/page-search.ts';
import {
  oneOfTerms,
  type ParameterReader,
  type ParameterReaders,
  readSearch,
  sinceWhen,
} from '../../shared/url/read-search.ts';

export interface BoardSearch extends ReleaseSearch, FiguresSearch {
  populationGroup?: PopulationGroup;
  /** Rows whose charts and maps go into the board pack, as `rowKey` writes them, commas between. */
  pins?: string;
  /** What to compare with: an earlier release by number, or a day such as that of a meeting; left out, the release before. */
  since?: string;
}
export interface ChangesSearch extends ReleaseSearch {
  /** The earlier release by number, or a day on which it was public; left out, the one before. */
  since?: string;
}

/** Pins that could be none are left out; a text without any is none. */
const pinsText: ParameterReader<string> = (text) => pinsOf({ pins: text }).map(rowKey).join(',') || undefined;

const readers: ParameterReaders<BoardSearch> = {
  populationGroup: oneOfTerms(populationGroups),
  pins: pinsText,
  since: sinceWhen,
  ...figuresReaders,
  ...releaseReaders,
};

export const validateBoardSearch = (raw: Record<string, unknown>): BoardSearch => readSearch(readers, raw);

export const validateChangesSearch = (raw: Record<string, unknown>): ChangesSearch =>
  readSearch<ChangesSearch>({ since: sinceWhen, ...releaseReaders }, raw);

/** As queries write it. */
export const boardAsked = ({ populationGroup, since, figures, ...search }: BoardSearch): BoardQuery => ({
  ...releaseOf(search),
  ...(figures && { figures }),
  ...(populationGroup && { populationGroup }),
  ...(since && { since }),
});

/** Pins as the URL holds them; what could not be one is dropped. */
export function pinsOf({ pins = '' }: Pick<BoardSearch, 'pins'>): KeyedRow[] {
  return [...new Set(pins.split(','))].flatMap((text) => {
    const [indicator = '', group = '', sex = 'all'] = text.split('.');
    const isPin =
      /^[a-z0-9-]{1,80}$/.test(indicator) &&
      populationGroups.some(({ id }) => id === group) &&
      sexes.some(({ id }) => id === sex);
    return isPin ? [{ indicator, populationGroup: group, stratum: { sex } }] : [];
  });
}

/** The pins with one more, or without it. */
export function withPin(search: BoardSearch, pin: KeyedRow): BoardSearch {
  const { pins: _, ...rest } = search;
  const held = pinsOf(search).map(rowKey);
  const text = rowKey(pin);
  const next = held.includes(text) ? held.filter((one) => one !== text) : [...held, text];
  return next.length === 0 ? rest : { ...rest, pins: next.join(',') };
}
