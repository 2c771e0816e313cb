import type { AreasReply } from '../../../server/contract/replies.ts';

type Area = AreasReply['areas'][number];

const MOST = 8;

/** Letters only, so that "St Georges" finds "St George's" and "borough and" finds "Borough & Bankside". */
export const plainLetters = (text: string) =>
  text
    .normalize('NFD')
    .toLowerCase()
    .replace(/&/g, ' and ')
    .replace(/['’.]|\p{Diacritic}/gu, '')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();

/**
 * Areas whose name or code fits what was typed, best first: names that begin with it, then names with a word
 * that does, then the rest; among equals as the list has them.
 */
export function matchingAreas(areas: readonly Area[], typed: string): Area[] {
  const wanted = plainLetters(typed);
  if (wanted === '') return [];
  const ranked = areas.flatMap((area) => {
    const rank = rankOf(plainLetters(area.name), area.code.toLowerCase(), wanted);
    return rank === undefined ? [] : [{ area, rank }];
  });
  return ranked
    .sort((a, b) => a.rank - b.rank)
    .slice(0, MOST)
    .map(({ area }) => area);
}

function rankOf(name: string, code: string, wanted: string): number | undefined {
  if (name === wanted || code === wanted) return 0;
  if (name.startsWith(wanted)) return 1;
  if (` ${name}`.includes(` ${wanted}`)) return 2;
  if (code.startsWith(wanted) || name.includes(wanted)) return 3;
  return undefined;
}

const order = ['ward', 'neighbourhood', 'borough', 'msoa', 'lsoa'];

/** Wards first: they are what people look for. Region and country have no page of their own to find. */
export const searchable = (areas: readonly Area[]): Area[] =>
  areas
    .filter(({ type }) => order.includes(type))
    .sort((a, b) => order.indexOf(a.type) - order.indexOf(b.type));
