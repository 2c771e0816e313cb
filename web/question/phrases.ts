import { ageBandLabel } from '../../server/contract/age-bands.ts';
import {
  areaTypes,
  denominators,
  deprivationFifths,
  ethnicSchemes,
  labelOf,
  type PopulationGroup,
  sexes,
} from '../../server/contract/dimensions.ts';
import { formatPeriod, lowerFirst } from '../format.ts';
import type { Selection, Word } from './selection.ts';

const groups: Record<PopulationGroup, string> = {
  all: 'everyone',
  children: 'children and young people',
  'working-age': 'working-age adults',
  frailty: 'people living with frailty',
  'care-homes': 'people in care homes',
};
const groupPhrases: Readonly<Record<string, string>> = groups;

/** The short name of a group: "Asian" of "Asian, Asian British or Asian Welsh"; the picture's caption has it whole. */
export function ethnicityPhrase(ethnicity: string): string {
  if (ethnicity === 'all') return 'any ethnic group';
  const [scheme, group] = ethnicity.split('/');
  const terms = ethnicSchemes.find(({ id }) => id === scheme)?.groups ?? [];
  const label = labelOf(terms, group ?? ethnicity);
  return label.includes(':') ? label : (label.split(',')[0] ?? label);
}

const phrases: Record<Word, (value: string) => string> = {
  populationGroup: (value) => groupPhrases[value] ?? value,
  areaType: (value) => areaTypes.find(({ id }) => id === value)?.plural ?? value,
  denominator: (value) => labelOf(denominators, value).replace(/ \(.*\)$/, ''),
  ageBand: (value) => lowerFirst(ageBandLabel(value)),
  ethnicity: ethnicityPhrase,
  sex: (value) => (value === 'all' ? 'any sex' : lowerFirst(labelOf(sexes, value))),
  deprivation: (value) => lowerFirst(labelOf(deprivationFifths, value)),
  period: formatPeriod,
};

/** How one value reads inside the sentence. */
export const phraseOf = (word: Word, value: string) => phrases[word](value);

export const wordLabels: Record<Word, string> = {
  populationGroup: 'Population group',
  areaType: 'Type of area',
  denominator: 'Counted among',
  ageBand: 'Age',
  ethnicity: 'Ethnic group',
  sex: 'Sex',
  deprivation: 'Deprivation',
  period: 'Period',
};

/** What stands before each word; a word that says nothing ("any sex") stands for itself. */
export function leadIn(word: Word, selection: Selection): string {
  const value = selection[word];
  if (word === 'populationGroup') return ' among ';
  if (word === 'ageBand') return value === 'all' ? ' of ' : ' aged ';
  if (word === 'ethnicity') return value === 'all' ? ', of ' : ', ethnic group ';
  if (word === 'sex') return value === 'all' ? ', of ' : ', ';
  if (word === 'deprivation') return ', in ';
  if (word === 'denominator') return ', of ';
  return ', ';
}

/** The question in one line, for page titles and shared links. */
export function questionPhrase(indicatorTitle: string, selection: Selection): string {
  const words: Word[] = ['populationGroup', 'ageBand', 'ethnicity', 'sex'];
  const told = words.filter((word) => selection[word] !== 'all');
  return [
    indicatorTitle,
    ...told.map((word) => phraseOf(word, selection[word])),
    formatPeriod(selection.period),
  ].join(', ');
}
