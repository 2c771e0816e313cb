import type { AreaType } from '../../../server/contract/dimensions.ts';
import { comparePeriods } from '../../../server/contract/periods.ts';
import type { IndicatorAreasQuery } from '../../../server/contract/queries.ts';
import type { IndicatorReply, IndicatorSummary } from '../../../server/contract/replies.ts';
import type { Question } from '../url/question.ts';

/** What the words of the sentence stand for. An ethnic group is a code with its scheme, so the two are one word. */
export type Word =
  | 'populationGroup'
  | 'areaType'
  | 'denominator'
  | 'ageBand'
  | 'ethnicity'
  | 'sex'
  | 'deprivation'
  | 'period';
export type Selection = Readonly<Record<Word, string>>;
export interface Definition
  extends Pick<IndicatorReply, 'populationGroups' | 'denominators' | 'available' | 'dates'> {
  /** Types of area that can be asked for; left out, those a map can be drawn of. */
  readonly drawn?: readonly AreaType[];
}

type Row = IndicatorReply['available'][number];

/** Areas that lie side by side within the place; a map of one borough says nothing. */
export const mapped: readonly AreaType[] = ['ward', 'neighbourhood', 'msoa', 'lsoa'];

/** Those of them that an indicator has a map of: its figures and their outlines are both held. */
export const drawnTypes = ({ areaTypes, outlined }: Pick<IndicatorSummary, 'areaTypes' | 'outlined'>) =>
  mapped.filter((type) => areaTypes.includes(type) && outlined.includes(type));

const valuesOf: Record<Exclude<Word, 'populationGroup'>, (row: Row) => readonly string[]> = {
  areaType: (row) => [row.areaType],
  denominator: (row) => [row.denominator ?? ''],
  ageBand: (row) => [row.ageBand],
  ethnicity: (row) => [ethnicityOf(row.ethnicScheme, row.ethnicGroup)],
  sex: (row) => [row.sex],
  deprivation: (row) => [row.deprivation],
  period: (row) => row.periods,
};
const order = Object.keys(valuesOf) as (keyof typeof valuesOf)[];

export function ethnicityOf(scheme: string | undefined, group: string): string {
  return group === 'all' ? 'all' : `${scheme ?? ''}/${group}`;
}

const distinct = (word: keyof typeof valuesOf, rows: readonly Row[]) => [
  ...new Set(rows.flatMap(valuesOf[word])),
];

/** The population group that is asked for, else the first. */
const groupOf = (definition: Definition, wanted: string | undefined) =>
  definition.populationGroups.find((group) => group.id === wanted) ?? definition.populationGroups[0];

/** Who is counted, and whether the other words ask about some of them only. */
export const membersOf = (definition: Definition, selection: Selection) => {
  const group = groupOf(definition, selection.populationGroup);
  const { ageBand, ethnicity, sex, deprivation } = selection;
  return {
    group,
    isNarrowed:
      ageBand !== group?.ageBands[0] || [ethnicity, sex, deprivation].some((value) => value !== 'all'),
  };
};

function rowsOf(definition: Definition, populationGroup: string | undefined): readonly Row[] {
  const bands = groupOf(definition, populationGroup)?.ageBands ?? [];
  const drawn = definition.drawn ?? mapped;
  return definition.available.filter((row) => drawn.includes(row.areaType) && bands.includes(row.ageBand));
}

function preferred(
  definition: Definition,
  populationGroup: string,
  word: keyof typeof valuesOf,
): string | undefined {
  if (word === 'areaType') return 'ward';
  if (word === 'denominator') return definition.denominators[0]?.id;
  if (word === 'ageBand') return groupOf(definition, populationGroup)?.ageBands[0];
  return word === 'period' ? undefined : 'all';
}

const latest = (periods: readonly string[]) => periods.toSorted(comparePeriods).at(-1);

/**
 * The selection nearest to what was wanted that has figures: each word keeps its wanted value where the words
 * before it allow, else takes its default. `first` names the word just changed: the others follow it.
 * Undefined where the indicator has no figures to map.
 */
export function select(
  definition: Definition,
  wanted: Partial<Selection>,
  first?: Word,
): Selection | undefined {
  const populationGroup = groupOf(definition, wanted.populationGroup)?.id;
  let rows = rowsOf(definition, populationGroup);
  if (populationGroup === undefined || rows.length === 0) return undefined;
  const chosen: Record<Word, string> = { populationGroup, ...blank };
  for (const word of order.toSorted((a, b) => Number(b === first) - Number(a === first))) {
    const values = distinct(word, rows);
    const candidates = [wanted[word], preferred(definition, populationGroup, word)];
    const fallback = word === 'period' ? latest(values) : values[0];
    const value =
      candidates.find((candidate) => candidate !== undefined && values.includes(candidate)) ?? fallback;
    if (value === undefined) return undefined;
    chosen[word] = value;
    rows = rows.filter((row) => valuesOf[word](row).includes(value));
  }
  return chosen;
}

const blank = {
  areaType: '',
  denominator: '',
  ageBand: '',
  ethnicity: '',
  sex: '',
  deprivation: '',
  period: '',
};

export interface Choice {
  readonly value: string;
  /** False where choosing it changes other words too. */
  readonly fits: boolean;
}

/** The values one word can take; every one of them leads to figures. */
export function choices(definition: Definition, selection: Selection, word: Word): Choice[] {
  if (word === 'populationGroup')
    return definition.populationGroups
      .filter((group) => rowsOf(definition, group.id).length > 0)
      .map((group) => ({ value: group.id, fits: true }));
  const rows = rowsOf(definition, selection.populationGroup);
  const fitting = rows.filter((row) =>
    order.every((other) => other === word || valuesOf[other](row).includes(selection[other])),
  );
  const fits = new Set(distinct(word, fitting));
  const values = distinct(word, rows);
  return (word === 'period' ? values.toSorted(comparePeriods).reverse() : values).map((value) => ({
    value,
    fits: fits.has(value),
  }));
}

export function wantedOf(question: Question): Partial<Selection> {
  const {
    populationGroup,
    areaType,
    denominator,
    ageBand,
    ethnicScheme,
    ethnicGroup,
    sex,
    deprivation,
    period,
  } = question;
  const ethnicity =
    ethnicGroup === undefined ? undefined : ethnicityOf(ethnicScheme ?? 'census-2021-5', ethnicGroup);
  const wanted = { populationGroup, areaType, denominator, ageBand, ethnicity, sex, deprivation, period };
  return Object.fromEntries(Object.entries(wanted).filter(([, value]) => value !== undefined));
}

/** The selection as URL and query write it; parts that say nothing are left out. */
export function questionOf(indicator: string, selection: Selection): Question {
  const { ethnicity, denominator, sex, deprivation, ...rest } = selection;
  const [ethnicScheme, ethnicGroup] = ethnicity.split('/');
  return {
    indicator,
    ...rest,
    ...(denominator === '' ? {} : { denominator }),
    ...(sex === 'all' ? {} : { sex }),
    ...(deprivation === 'all' ? {} : { deprivation }),
    ...(ethnicScheme === undefined || ethnicGroup === undefined ? {} : { ethnicScheme, ethnicGroup }),
  };
}

/** The same for the API, whose schema checks every word again. */
export function areasQueryOf(selection: Selection): IndicatorAreasQuery {
  const { indicator: _, ...query } = questionOf('', selection);
  return query as IndicatorAreasQuery;
}
