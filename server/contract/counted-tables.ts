import { Type } from 'typebox';
import { oneOf, text } from './described.ts';

/** The protected tables of people that the figures of an indicator are counted from. */
export const countTable = Type.Object(
  {
    id: text('Id of the table; indicators of one table are added and subtracted together.'),
    part: oneOf(
      ['share', 'with', 'without', 'people'],
      'The share in percent, or the people with it, without it, or all of them.',
    ),
  },
  { description: 'The protected table of people that the figures are counted from, where they are.' },
);

export const doseTable = Type.Object(
  {
    id: text('Id of the table; all doses and dates of one table are added and subtracted together.'),
    dose: text('The dose.'),
    before: Type.Union([Type.String(), Type.Null()], {
      description: 'The dose everybody with this one had before; null for the first.',
    }),
    part: oneOf(
      ['share', 'of-before', 'with', 'without', 'awaiting'],
      'In percent those with it among everybody or among those with the dose before; or the people with it, without it, or without it after the dose before. On a denominator that is not the first, the denominator is of another source.',
    ),
  },
  { description: 'The protected table of doses that the figures are counted from, where they are.' },
);
