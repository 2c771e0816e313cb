/** What the words of the page's question can be, each leading to figures. Pure. */
import {
  type AreaType,
  type Denominator,
  type EthnicScheme,
  ethnicSchemes,
} from '../../../server/contract/dimensions.ts';
import { comparePeriods } from '../../../server/contract/periods.ts';
import type { Stratum } from '../../../server/contract/queries.ts';
import type { AreasReply, IndicatorReply } from '../../../server/contract/replies.ts';
import { insteadOf } from '../../shared/question/instead.ts';
import {
  type Definition,
  type Selection,
  select,
  type Word,
  wantedOf,
} from '../../shared/question/selection.ts';
import type { UptakeChange, UptakeSearch } from './uptake-search.ts';

export type Area = AreasReply['areas'][number];
type Row = IndicatorReply['available'][number];

/** The question with nothing left out. */
export interface Asked {
  readonly definition: IndicatorReply;
  readonly area: Area;
  /** The words as the sentence chooses among them, and what it can choose. */
  readonly words: Definition;
  readonly selection: Selection;
}

/** Areas a question can be about, the whole place first. */
export const askable: readonly AreaType[] = ['borough', 'neighbourhood', 'ward'];

/**
 * All age bands as one list: which population group a band belongs to follows from the band. Rows of other kinds of
 * area are left out, so that every word chosen has figures for the area asked about.
 */
function definitionFor(definition: IndicatorReply, areaType: AreaType): Definition {
  const ageBands = [...new Set(definition.populationGroups.flatMap((group) => group.ageBands))];
  return {
    populationGroups: [{ id: 'all', membership: '', ageBands }],
    denominators: definition.denominators,
    drawn: [areaType],
    available: definition.available.filter((row) => row.areaType === areaType),
  };
}

/**
 * The population group whose ages are chosen whole: its membership says who is counted, since "all ages" may begin at 16 and
 * "under 65" mean those at risk. Undefined for a band within one, which says so itself.
 */
export const wholeGroupOf = ({ definition, selection }: Pick<Asked, 'definition' | 'selection'>) =>
  definition.populationGroups.find(({ ageBands }) => ageBands[0] === selection.ageBand);

/** The words of the sentence that the URL names. */
const wantedWords = ({ ageBand, ethnicScheme, ethnicGroup, denominator, period }: UptakeSearch) =>
  wantedOf({
    ...(ageBand && { ageBand }),
    ...(ethnicScheme && { ethnicScheme }),
    ...(ethnicGroup && { ethnicGroup }),
    ...(denominator && { denominator }),
    ...(period && { period }),
  });

/** Undefined where the indicator has no figures for this kind of area. */
export function askedOf(
  definition: IndicatorReply,
  area: Area,
  search: UptakeSearch,
  changing?: Word,
): Asked | undefined {
  const words = definitionFor(definition, area.type);
  const selection = select(words, wantedWords(search), changing);
  return selection && { definition, area, words, selection };
}

/** What the URL asks for and the page cannot show, in sentences. */
export function insteadOfAsked(
  search: UptakeSearch,
  { definition, area, selection }: Asked,
): { readonly sentence: string }[] {
  const isElsewhere = search.area !== undefined && search.area !== area.code;
  return [
    ...(isElsewhere
      ? [
          {
            sentence: `There are no figures of ${definition.shortTitle} for an area called “${search.area}”. This page shows ${area.name}.`,
          },
        ]
      : []),
    ...insteadOf(wantedWords(search), selection),
  ];
}

/** Another word of the sentence, as the URL writes it; the others follow where they must. */
export function uptakeChange({ words, selection }: Asked, word: Word, value: string): UptakeChange {
  const next = select(words, { ...selection, [word]: value }, word);
  if (next === undefined) return {};
  const [scheme, group] = next.ethnicity.split('/');
  const newest = newestOf(words, next);
  return {
    ageBand: next.ageBand,
    ethnicScheme: group === undefined ? undefined : (scheme as EthnicScheme),
    ethnicGroup: group,
    denominator: next.denominator === '' ? undefined : (next.denominator as Denominator),
    // The newest is not named, so that the question follows the figures.
    period: next.period === newest ? undefined : next.period,
  };
}

const newestOf = (words: Definition, { period: _, ...rest }: Selection) => select(words, rest)?.period;

/** The stratum as queries write it, everyone of every ethnic group together. */
export function everyoneOf({
  definition,
  selection,
}: Asked): Pick<Stratum, 'populationGroup' | 'ageBand' | 'denominator'> {
  const group = definition.populationGroups.find(({ ageBands }) => ageBands.includes(selection.ageBand));
  return {
    populationGroup: group?.id ?? 'all',
    ageBand: selection.ageBand,
    ...(selection.denominator !== '' && { denominator: selection.denominator as Denominator }),
  };
}

/** The group chosen, as queries write it; empty where everyone is. */
export function ethnicGroupOf({ ethnicity }: Selection): {
  ethnicScheme?: EthnicScheme;
  ethnicGroup?: string;
} {
  const [scheme, ethnicGroup] = ethnicity.split('/');
  const ethnicScheme = ethnicSchemes.find(({ id }) => id === scheme)?.id;
  return ethnicScheme === undefined || ethnicGroup === undefined ? {} : { ethnicScheme, ethnicGroup };
}

const sameWho = ({ selection }: Asked, row: Row) =>
  row.ageBand === selection.ageBand &&
  (row.denominator ?? '') === selection.denominator &&
  row.sex === 'all' &&
  row.deprivation === 'all';

/** Rows of the indicator about the same ages and population as the question. */
export const rowsLike = (asked: Asked, areaType: AreaType): readonly Row[] =>
  asked.definition.available.filter((row) => row.areaType === areaType && sameWho(asked, row));

/** Schemes by which these people are told apart in areas of a type, the coarsest first. */
export function schemesOf(asked: Asked, areaType: AreaType): EthnicScheme[] {
  const held = new Set(
    rowsLike(asked, areaType).flatMap(({ ethnicScheme }) => (ethnicScheme ? [ethnicScheme] : [])),
  );
  return ethnicSchemes.map(({ id }) => id).filter((id) => held.has(id));
}

/** The newest period with figures that is not after the one asked for; undefined where there is none. */
export function periodAtMost(rows: readonly Row[], asked: string): string | undefined {
  const periods = [...new Set(rows.flatMap((row) => row.periods))];
  return periods
    .filter((period) => comparePeriods(period, asked) <= 0)
    .toSorted(comparePeriods)
    .at(-1);
}
