/** Every comparison a release judged, with all it takes to do the verdict again. */
import { type Static, Type } from 'typebox';
import { answerFields } from './answer.ts';
import { number, releaseNumber, text } from './described.ts';
import { idsOf } from './literals.ts';
import { CODE, release } from './queries.ts';

export const listSortTerms = [
  { id: 'indicator', label: 'List of the indicator' },
  { id: 'area', label: 'List of the area' },
  { id: 'group', label: 'List of the group or reference' },
] as const;
const makingTerms = [{ id: 'real' }, { id: 'synthetic' }] as const;

const sort = idsOf(
  listSortTerms,
  'Lists of one sort are selected together: of indicators; of areas; of groups and named references.',
);
const making = idsOf(makingTerms, 'Real and synthetic figures are judged apart.');
const level = number(
  '5% times the share of lists of its sort and making that were selected: the level at which Benjamini-Hochberg runs within each of those.',
);

const listed = Type.Object({
  sort,
  name: text(
    'What the list is of: an indicator; an area and a kind of indicator; a group or named reference and a kind.',
  ),
  making,
  compared: Type.Integer({ description: 'How many comparisons stand in it.' }),
  p: number('Simes p-value of the list.'),
  selected: Type.Boolean({
    description:
      'Whether Benjamini-Hochberg at 5% over the Simes p-values of all lists of its sort selects it.',
  }),
  level,
  largestRejected: Type.Union([Type.Number(), Type.Null()], {
    description: 'The largest p-value that the list rejects; null where it rejects none.',
  }),
  rejects: Type.Boolean({ description: 'Whether it rejects this comparison.' }),
});

const comparison = Type.Object({
  ...answerFields,
  indicator: text('Id of the indicator.'),
  title: text('Title of the indicator.'),
  denominator: text('The population counted among; empty where the indicator has only one.'),
  period: text('The period of the figures.'),
  stratum: text('Who the figures are about, as the id writes it; all for everybody.'),
  area: Type.Object({ code: text('ONS code.'), name: text('Name of the area.') }),
  group: Type.Optional(text('The group compared, with its scheme; left out where whole areas are compared.')),
  reference: text(
    'rest (everyone else in the area; of an area the rest of the place), since- and a period, or the code of an area.',
  ),
  lists: Type.Array(listed, {
    description:
      'The lists it stands in. The difference is proven where every one of them rejects. Empty where nothing was tested.',
  }),
});
export type JudgedComparison = Static<typeof comparison>;

const about = {
  release: releaseNumber,
  rule: Type.Union([Type.Integer(), Type.Null()], {
    description:
      'Edition of the rule it was judged by; null for a release from before comparisons were judged.',
  }),
};

const comparisonsParts = {
  indicator: Type.Optional(
    Type.String({ pattern: '^[a-z0-9-]{1,80}$', description: 'Of this indicator only.' }),
  ),
  area: Type.Optional(CODE),
};
export const comparisonsQuery = Type.Object(
  { ...comparisonsParts, release },
  { additionalProperties: false },
);
export type ComparisonsQuery = Static<typeof comparisonsQuery>;

export const comparisonsReply = Type.Object({
  ...about,
  query: Type.Object(comparisonsParts, { description: 'The question, as it was understood.' }),
  sorts: Type.Array(
    Type.Object({
      sort,
      making,
      lists: Type.Integer({ description: 'How many lists there are.' }),
      selected: Type.Integer({ description: 'How many of them were selected.' }),
      level,
    }),
    {
      description:
        'Lists by their sort, over the whole release. What is looked up is judged at the level of the lists of indicators.',
    },
  ),
  comparisons: Type.Array(comparison, { description: 'The comparisons judged, by id.' }),
});
export type ComparisonsReply = Static<typeof comparisonsReply>;

export const comparisonParams = Type.Object({
  id: Type.String({
    minLength: 1,
    maxLength: 300,
    description:
      'Id of a comparison, as replies, files and pages carry it (in an address "/" is written %2F).',
  }),
});
export const comparisonReply = Type.Object({
  ...about,
  query: Type.Object({ id: text('The comparison asked for.') }),
  comparison,
});
export type ComparisonReply = Static<typeof comparisonReply>;
