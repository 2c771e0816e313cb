import { Type } from 'typebox';
import { area, day, documentOf, id, indicator, partialStratum, provenance, strict, words } from './parts.ts';

const target = Type.Object(
  {
    id: id('Its id, for links.'),
    title: words('The target in a few words.'),
    indicator,
    stratum: Type.Optional(partialStratum),
    area: Type.Optional(area),
    value: Type.Number({
      description:
        'The value aimed for, in the unit of the indicator: at least this where higher is better, at most where lower is.',
    }),
    due: Type.Optional(day('By when; left out where it is a standard that holds at all times.')),
    ...provenance,
  },
  strict,
);

export const targets = documentOf('targets', 'Values that indicators are meant to reach.', {
  targets: Type.Array(target, {
    description:
      'At most one for one indicator, stratum and area. One without an area is for the whole place.',
  }),
});
