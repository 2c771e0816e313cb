/** How far modelled figures are off, as it was measured when they were published. */
import { type Static, Type } from 'typebox';
import { number, oneOf, releaseNumber, text } from './described.ts';
import { areaTypes } from './dimensions.ts';
import { idsOf } from './literals.ts';

const inside = Type.Union([Type.Number(), Type.Null()], {
  description:
    'Left out in turn, the share of its true values inside the 95% intervals, in percent; null where nothing else is left to measure by.',
});

const insideAlone = Type.Optional(
  Type.Union([Type.Number(), Type.Null()], {
    description:
      'The same of intervals by the error of sharing out alone, without the chance of counts: the true value is a count of the same people and has none. Left out of releases from before it was measured.',
  }),
);
const insides = { inside, insideAlone };

const characteristic = Type.Object({
  id: text('Its id.'),
  title: text('What is counted.'),
  table: text('The Census table it comes from; characteristics of one table are left out together.'),
  share: number('Its share of people or households in the place, in percent.'),
  error: number('Root mean square over the areas of its modelled less its known log odds.'),
  points: number(
    'Root mean square over the areas of its modelled less its known share, in percentage points.',
  ),
  ...insides,
});

const measuredArea = Type.Object({
  code: text('ONS code.'),
  error: number(
    'Standard error that figures of the area have from modelling, on the log-odds scale; 0 for an area made of whole source areas. Of an area added up from others it is that of a share alike in all of them: a figure of its own weighs them by its counts.',
  ),
  ...insides,
});

const measurementFields = {
  isUsed: Type.Boolean({
    description:
      'Whether a figure of the dataset carries it; otherwise it says what one of this base would carry.',
  }),
  from: Type.Object(
    { type: idsOf(areaTypes, 'The type of area.'), edition: text('Year of their boundaries.') },
    { description: 'The areas that figures are shared out from.' },
  ),
  to: idsOf(areaTypes, 'The type of area they are shared out to.'),
  base: oneOf(['people', 'households'], 'Whose shares the figures are among.'),
  pooled: number(
    'Root mean square of the errors of all characteristics in all areas, on the log-odds scale.',
  ),
  ...insides,
  characteristics: Type.Array(characteristic, {
    description: 'The characteristics it is measured on: known exactly for both kinds of area.',
  }),
};

const modellingMeasurement = Type.Object({
  ...measurementFields,
  areas: Type.Array(measuredArea, { description: 'The areas, by code.' }),
});
export type ModellingMeasurement = Static<typeof modellingMeasurement>;

export const modellingReply = Type.Object({
  release: releaseNumber,
  query: Type.Object({}, { description: 'The question has no parts but the release.' }),
  datasets: Type.Array(
    Type.Object({
      dataset: text('Id of the dataset.'),
      title: text('Title of the dataset.'),
      measurements: Type.Array(
        Type.Object({
          ...measurementFields,
          areas: Type.Array(Type.Object({ ...measuredArea.properties, name: text('Name of the area.') }), {
            description: 'The areas, by name.',
          }),
        }),
        { description: 'One for each kind of sharing out and of who is counted.' },
      ),
    }),
    { description: 'Datasets with figures that were shared out, by title.' },
  ),
});
export type ModellingReply = Static<typeof modellingReply>;
