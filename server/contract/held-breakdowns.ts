/** The ways of telling groups apart that lead to figures, so that no link and no list offers another. */
import { type Static, Type } from 'typebox';
import { text } from './described.ts';
import { areaTypes, breakdowns, ethnicSchemes } from './dimensions.ts';
import { idsOf } from './literals.ts';

const held = {
  by: idsOf(breakdowns, 'What the groups are.'),
  ethnicScheme: Type.Optional(idsOf(ethnicSchemes, 'The scheme of the ethnic groups.')),
};
const heldBreakdown = Type.Object(held);
export type HeldBreakdown = Static<typeof heldBreakdown>;

/** Of one area: the indicators by breakdown. */
export const indicatorsByBreakdown = Type.Array(
  Type.Object({ ...held, indicators: Type.Array(text('Id of an indicator with such groups.')) }),
  { description: 'Every breakdown that leads to figures in this area, and the indicators that have it.' },
);
export type IndicatorsByBreakdown = Static<typeof indicatorsByBreakdown>;

/** Of the groups shown: the types of area that have them too. */
export const indicatorsByAreaType = Type.Array(
  Type.Object({
    areaType: idsOf(areaTypes, 'The type of area.'),
    indicators: Type.Array(text('Id of an indicator with the groups shown in such areas.')),
  }),
  {
    description:
      'In which areas of the place the groups shown lead to figures, by type, and of which indicators: no list offers another.',
  },
);
export type IndicatorsByAreaType = Static<typeof indicatorsByAreaType>;

/** Of one indicator: the breakdowns by area. */
export const breakdownsByArea = Type.Array(
  Type.Object({
    code: text('ONS code.'),
    name: text('Name.'),
    type: idsOf(areaTypes, 'The type of area.'),
    breakdowns: Type.Array(heldBreakdown, { description: 'By what; the one taken by default first.' }),
  }),
  {
    description:
      'Where its groups can be compared: the place first, then the areas it lies in, smallest first; none where nowhere.',
  },
);
