import { ageBandLabel } from '../../../server/contract/age-bands.ts';
import {
  areaTypes,
  type Denominator,
  deprivationFifths,
  ethnicSchemes,
  labelOf,
  type PopulationGroup,
  type Sex,
} from '../../../server/contract/dimensions.ts';
import { residentsOf } from '../../../server/contract/group-words.ts';
import { lowerFirst } from '../../../server/contract/phrases.ts';
import type { IndicatorReply } from '../../../server/contract/replies.ts';
import { formatPeriod } from '../words/format.ts';
import type { Selection, Word } from './selection.ts';

const groups: Record<PopulationGroup, string> = {
  all: 'everyone',
  children: 'children and young people',
  'working-age': 'working-age adults',
  frailty: 'older people and people living with frailty',
  'care-homes': 'people in care homes',
};
const groupPhrases: Readonly<Record<string, string>> = groups;

/** The short name of a group: "Asian" of "Asian, Asian British or Asian Welsh"; the picture's caption has it whole. */
export function ethnicityPhrase(ethnicity: string): string {
  const [scheme, group] = ethnicity.split('/');
  const terms = ethnicSchemes.find(({ id }) => id === scheme)?.groups ?? [];
  const label = labelOf(terms, group ?? ethnicity);
  return label.includes(':') ? label : (label.split(',')[0] ?? label);
}

/** "Black residents", "people of every ethnic group" (whoever they are counted among), "residents whose ethnic group is not known". */
export function residentsPhrase(ethnicity: string): string {
  if (ethnicity === 'all') return 'people of every ethnic group';
  const [scheme, group] = ethnicity.split('/');
  const terms = ethnicSchemes.find(({ id }) => id === scheme)?.groups ?? [];
  return residentsOf(labelOf(terms, group ?? ethnicity));
}

const populations: Readonly<Record<string, string>> = {
  nims: 'NHS-registered patients',
  census: 'Census 2021 residents',
} satisfies Record<Denominator, string>;
const sexPhrases: Readonly<Record<string, string>> = {
  all: 'both sexes',
  female: 'females',
  male: 'males',
} satisfies Record<Sex, string>;

const phrases: Record<Word, (value: string) => string> = {
  populationGroup: (value) => groupPhrases[value] ?? value,
  areaType: (value) => areaTypes.find(({ id }) => id === value)?.plural ?? value,
  denominator: (value) => populations[value] ?? value,
  ageBand: (value) => lowerFirst(ageBandLabel(value)),
  ethnicity: residentsPhrase,
  sex: (value) => sexPhrases[value] ?? value,
  deprivation: (value) =>
    value === 'all' ? 'every fifth of deprivation' : residentsOf(labelOf(deprivationFifths, value)),
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

/** What stands before each word, so that the whole reads as one sentence. */
export function leadIn(word: Word, selection: Selection): string {
  if (word === 'ageBand') return ageLeadIn(selection);
  return leadIns[word];
}
/** "everyone of all ages", but "working-age adults, all ages": they are not of all. */
const ageLeadIn = ({ ageBand, populationGroup }: Selection) =>
  ageBand !== 'all' ? ' aged ' : populationGroup === 'all' ? ' of ' : ', ';

const leadIns: Record<Exclude<Word, 'ageBand'>, string> = {
  populationGroup: ' among ',
  ethnicity: ', ',
  sex: ', for ',
  deprivation: ', in ',
  denominator: ', counted among ',
  areaType: ', in ',
  period: ', ',
};

/** The question in one line, for page titles and shared links. */
export function questionPhrase(
  { shortTitle, populationGroups, dates }: Pick<IndicatorReply, 'shortTitle' | 'populationGroups' | 'dates'>,
  selection: Selection,
): string {
  const words: Word[] = ['populationGroup', 'ageBand', 'ethnicity', 'sex'];
  const isOnlyGroup = (word: Word) => word === 'populationGroup' && populationGroups.length === 1;
  const told = words.filter((word) => selection[word] !== 'all' && !isOnlyGroup(word));
  return [
    shortTitle,
    ...told.map((word) => phraseOf(word, selection[word])),
    dates?.[selection.period] ?? formatPeriod(selection.period),
  ].join(', ');
}
