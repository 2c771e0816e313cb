/** Ages and sexes side by side: the question and its reply. */
import { type Static, Type } from 'typebox';
import { answerFields } from './answer.ts';
import { releaseNumber, text } from './described.ts';
import { bases, labelOf, peopleApart, polarities, units } from './dimensions.ts';
import { disparityArea } from './disparity-replies.ts';
import { age, estimate } from './estimate.ts';
import { measured } from './gap.ts';
import { idsOf } from './literals.ts';
import { meaningFields } from './meaning.ts';
import { opening } from './opening.ts';
import { CODE, release } from './queries.ts';

export const agesAndSexesQuery = Type.Object(
  { release, area: Type.Optional(CODE) },
  { additionalProperties: false },
);
export type AgesAndSexesQuery = Static<typeof agesAndSexesQuery>;

const side = Type.Object({
  group: text('The age band, or the sex.'),
  label: text('The same in words.'),
  estimate,
  against: text('Whom they are compared with, in words; empty where they are the reference themselves.'),
  difference: Type.Optional(measured('The figure less that of the reference, in the unit of the indicator.')),
  ...answerFields,
});
export type GapSide = Static<typeof side>;

const sidesRow = Type.Object({
  indicator: text('Id of the indicator.'),
  title: text('The indicator in full, with the population it is counted among.'),
  shortTitle: text('The indicator in a few words.'),
  unit: idsOf(units, 'Unit of the figures and of their differences (percentages: points).'),
  decimals: Type.Integer({ description: 'Decimal places to show.' }),
  polarity: idsOf(polarities, 'Which direction is better; neither is between ages.'),
  ...meaningFields,
  period: text('The one period of every figure in the row.'),
  periodLabel: text('The period in words, with its age where that is three years or more.'),
  age,
  basis: Type.Array(idsOf(bases, 'A basis.'), { description: 'The bases of the figures in the row.' }),
  source: text('Publisher and title of the publication.'),
  test: text('The test behind the verdicts, or why there is none.'),
  sides: Type.Array(side, { description: 'One for each age band, youngest first, or for each sex.' }),
});
export type SidesRow = Static<typeof sidesRow>;

const sidesSection = Type.Object({
  by: idsOf(peopleApart, 'What tells the people apart.'),
  title: text('What is shown, in words.'),
  rows: Type.Array(sidesRow, { description: 'Outcomes and services, newest definitions of the release.' }),
});
export type SidesSection = Static<typeof sidesSection>;

export const agesAndSexesReply = Type.Object({
  release: releaseNumber,
  query: Type.Object({ area: CODE }),
  title: text('What is shown, in words.'),
  area: disparityArea,
  opening,
  sections: Type.Array(sidesSection, {
    description: 'By sex, then by age; one without figures for the area is left out. Real figures only.',
  }),
});
export type AgesAndSexesReply = Static<typeof agesAndSexesReply>;

/** "Gaps by sex in Ash". */
export const sidesTitle = (by: (typeof peopleApart)[number]['id'], area: string) =>
  `Gaps by ${labelOf(peopleApart, by).toLowerCase()} in ${area}`;
