/** Replies about one area. */

import { type Static, Type } from 'typebox';
import { answerFields } from './answer.ts';
import { asOf } from './as-of.ts';
import { change, sparkline, target, widerComparison } from './board-reply.ts';
import { releaseNumber, text } from './described.ts';
import { areaTypes } from './dimensions.ts';
import { estimate } from './estimate.ts';
import { figureRowFields } from './figure-row.ts';
import { idsOf } from './literals.ts';
import { opening } from './opening.ts';
import { trendVerdict } from './replies.ts';

const areaType = idsOf(areaTypes, 'The type of area.');
const namedArea = Type.Object({ code: text('ONS code.'), name: text('Name.'), type: areaType });

const figure = (description: string) => Type.Union([estimate, Type.Null()], { description });

const areaIndicator = Type.Object({
  ...figureRowFields,
  finestArea: idsOf(areaTypes, 'The finest area it is published for by its source.'),
  areaTypes: Type.Array(areaType, { description: 'Area types with figures, finest first.' }),
  publishedHere: Type.Boolean({
    description:
      'False where there are no figures for this type of area; the figure of the whole place is then only its own.',
  }),
  estimate: figure('The figure of the area; null where there are none for its type.'),
  place: figure('The figure of the whole place; null where there is none.'),
  country: figure('The figure of the country; null where none is held.'),
  ...answerFields,
  gap: Type.Optional(
    Type.Number({ description: 'The figure minus that of the rest of the whole place, in the unit.' }),
  ),
  comparisons: Type.Array(widerComparison, {
    description:
      'Of the whole place, beside the larger areas with a figure of the same period, smallest first, as the board has them; none of an area within it, which is compared with the rest of it.',
  }),
  change: Type.Union([change, Type.Null()], {
    description:
      'The headline verdict on change, the one answer the board gives too: of the figures of the area; where there are none for its type, of those of the whole place. Null where it was not judged.',
  }),
  sparkline: Type.Array(sparkline.items, {
    description:
      'The latest figures that the change is of, oldest first, as the board has them; at most twenty-four.',
  }),
  trend: Type.Object(trendVerdict.properties, {
    description:
      'Another way of looking at the same figures: the recent trend of five. Nothing is found in synthetic ones.',
  }),
  differs: Type.Optional(
    text('Why the trend differs from the headline, in a sentence; left out where it does not.'),
  ),
  target: Type.Union([target, Type.Null()], {
    description: 'The target set for the figure of the area; null where none is.',
  }),
});

const illustrative = Type.Optional(
  Type.Boolean({
    description: 'True where what belongs to it is made for demonstration, from no official list.',
  }),
);

export const areaIndicatorsReply = Type.Object({
  release: releaseNumber,
  asOf,
  query: Type.Object({ area: text('ONS code of the area asked for.') }),
  area: Type.Object({
    ...namedArea.properties,
    parents: Type.Array(Type.Object({ ...namedArea.properties, illustrative }), {
      description: 'The areas it lies in, smallest first.',
    }),
    illustrative,
  }),
  place: namedArea,
  country: Type.Union([namedArea, Type.Null()], { description: 'The country the place lies in.' }),
  edition: text('Year of the outlines the neighbours were told by; empty where there are none.'),
  neighbours: Type.Array(namedArea, {
    description: 'Areas of the same type within the place that share a border with it, by name.',
  }),
  opening,
  indicators: Type.Array(areaIndicator, {
    description:
      'Every indicator, once per population group and, where it has no figure for everyone, once per sex; by aim, then by population group.',
  }),
  comparison: Type.Object({
    against: text('What the area is compared with.'),
    test: text('The test behind the verdicts, or why there is none.'),
    compared: Type.Integer({ description: 'How many figures of this reply were compared.' }),
    expectedByChance: Type.Number({
      description: 'How many uncorrected tests at 5% would flag by chance alone.',
    }),
  }),
});
export type AreaIndicatorsReply = Static<typeof areaIndicatorsReply>;
export type AreaIndicator = AreaIndicatorsReply['indicators'][number];
