/** What a question asks for and cannot have, and what is shown in its place, in sentences. Pure. */
import { ageRange } from '../../../server/contract/age-bands.ts';
import {
  areaTypes,
  denominators,
  deprivationFifths,
  ethnicSchemes,
  populationGroups,
  sexes,
  type Term,
} from '../../../server/contract/dimensions.ts';
import { parsePeriod } from '../../../server/contract/periods.ts';
import { phraseOf } from './phrases.ts';
import { type Definition, type Selection, select, type Word } from './selection.ts';

export interface Instead {
  readonly word: Word;
  readonly sentence: string;
}

const held = (terms: readonly Term[]) => (value: string) => terms.some(({ id }) => id === value);

/** Whether a value is one we have words for. */
const isKnown: Record<Word, (value: string) => boolean> = {
  populationGroup: held(populationGroups),
  areaType: held(areaTypes),
  denominator: held(denominators),
  ageBand: (value) => ageRange(value) !== undefined,
  ethnicity: (value) => {
    const [scheme, group] = value.split('/');
    const groups: readonly Term[] = ethnicSchemes.find(({ id }) => id === scheme)?.groups ?? [];
    return value === 'all' || groups.some(({ id }) => id === group);
  },
  sex: held(sexes),
  deprivation: held(deprivationFifths),
  period: (value) => parsePeriod(value) !== undefined,
};

const kinds: Record<Word, string> = {
  populationGroup: 'a population group',
  areaType: 'a type of area',
  denominator: 'a population',
  ageBand: 'ages',
  ethnicity: 'an ethnic group',
  sex: 'a sex',
  deprivation: 'a part by deprivation',
  period: 'a period',
};

/** A value as it reads after "figures for": "Black residents", "a period called “x”". */
export function named(word: Word, value: string): string {
  if (word === 'denominator' && value === '') return 'the only count there is';
  if (!isKnown[word](value)) return `${kinds[word]} called “${value.split('/').at(-1)}”`;
  const phrase = phraseOf(word, value);
  if (word === 'ageBand') return value === 'all' ? 'people of all ages' : `people aged ${phrase}`;
  if (word === 'areaType' && value === 'borough') return 'the whole borough';
  return word === 'denominator' ? `a count among ${phrase}` : phrase;
}

/** One sentence for each part that is not shown as it was asked for. */
export function insteadOf(wanted: Partial<Selection>, shown: Selection): Instead[] {
  return words.flatMap((word) => {
    const asked = wanted[word];
    if (asked === undefined || asked === shown[word]) return [];
    return [
      {
        word,
        sentence: `There are no figures here for ${named(word, asked)}. This page shows ${named(word, shown[word])}.`,
      },
    ];
  });
}

const words: readonly Word[] = [
  'areaType',
  'populationGroup',
  'ageBand',
  'ethnicity',
  'sex',
  'deprivation',
  'denominator',
  'period',
];

/** The nearest question that does have what was asked for under one word; undefined where none has. */
export function nearestWith(
  definition: Definition,
  wanted: Partial<Selection>,
  word: Word,
): Selection | undefined {
  const near = select(definition, wanted, word);
  return near !== undefined && near[word] === wanted[word] ? near : undefined;
}
