/** What a row about one indicator says of it, on the board and on the page of an area alike. */
import { type Static, Type } from 'typebox';
import { text } from './described.ts';
import { aims, polarities, populationGroups, units } from './dimensions.ts';
import { age } from './estimate.ts';
import { idsOf } from './literals.ts';
import { meaningFields } from './meaning.ts';
import { stratum } from './queries.ts';

/** What is said of the indicator and its population group, whatever the period. */
export const indicatorRowFields = {
  indicator: text('Id of the indicator.'),
  title: text('The title and the stratum in words.'),
  shortTitle: text('The indicator in a few words.'),
  aim: idsOf(aims, 'The aim of the partnership it serves.'),
  populationGroup: idsOf(populationGroups, 'The population group the row is about.'),
  membership: text('Who belongs to the group, for this indicator.'),
  unit: idsOf(units, 'Unit of the values.'),
  decimals: Type.Integer({ description: 'Decimal places to show.' }),
  polarity: idsOf(polarities, 'Which direction is better.'),
  ...meaningFields,
  source: Type.Object({
    publisher: text('Who published it.'),
    shortPublisher: text('The same shortly, as a row names it.'),
    title: text('Title of the publication.'),
    url: text('Where.'),
    licence: text('The licence it may be used under.'),
  }),
};
export const figureRowFields = {
  ...indicatorRowFields,
  stratum,
  period: text('The period of every figure in the row, as queries write it.'),
  periodLabel: text('The period in words; of figures made of sources of two dates, both.'),
  age,
};
const figureRow = Type.Object(figureRowFields);
export type FigureRow = Static<typeof figureRow>;
const indicatorRow = Type.Object(indicatorRowFields);
export type IndicatorRow = Static<typeof indicatorRow>;
