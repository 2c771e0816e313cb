/** What the first page opens with: the most telling lines of the other pages, from real figures only. */
import { type Static, Type } from 'typebox';
import { asOf } from './as-of.ts';
import { change, changed, namedArea, sparkline } from './board-reply.ts';
import { count, oneOf, releaseNumber, text } from './described.ts';
import { bases, breakdowns } from './dimensions.ts';
import { estimate } from './estimate.ts';
import { figureRowFields } from './figure-row.ts';
import { idsOf } from './literals.ts';

/** As many figures as one look takes in. */
export const MOST_AT_A_GLANCE = 6;
/** More wards than this are a list, and the map has it. */
export const MOST_WARDS = 3;

const glance = Type.Object({
  ...figureRowFields,
  latest: estimate,
  basis: idsOf(bases, 'Basis of the figure; never synthetic.'),
  change: Type.Union([change, Type.Null()], {
    description: 'The headline verdict on change, as the board gives it; null where it was not judged.',
  }),
  sparkline,
});

/** What a difference is between. */
const differencesBetween = [{ id: 'ward', label: 'Wards' }, ...breakdowns] as const;

const widest = Type.Object({
  between: idsOf(differencesBetween, 'What the two sides of it are.'),
  verdict: oneOf(['better', 'worse'], 'The one answer of the comparison.'),
  comparison: text('Id of the comparison.'),
  indicator: text('Id of the indicator.'),
  area: text('ONS code: the ward, or the area whose groups are compared.'),
  row: text('The row of the page of that area or of the page of gaps, as its opening names it.'),
  group: Type.Optional(text('The group; left out between wards.')),
  text: text('The difference in a sentence, with its period and age.'),
});

const ward = Type.Object({
  code: text('ONS code.'),
  name: text('Name.'),
  worse: count('Outcomes and services on which it is worse than the rest of the place, beyond chance.'),
  better: count('Those on which it is better.'),
  compared: count('Those on which it was compared.'),
  text: text('What it is worse on, with periods and ages.'),
});

export const homeReply = Type.Object({
  release: releaseNumber,
  asOf,
  area: namedArea,
  glance: Type.Array(glance, {
    maxItems: MOST_AT_A_GLANCE,
    description: 'Figures of the whole place, one look long: the first of a list that real ones are held of.',
  }),
  widest: Type.Union([widest, Type.Null()], {
    description:
      'The widest difference that counts as better or worse: between ethnic groups, and while none of those does, between others. Null where none does.',
  }),
  widestRule: text('How it was chosen, in words.'),
  betweenEthnicGroups: Type.Union([Type.String(), Type.Null()], {
    description: 'Why no difference between ethnic groups is shown; null where one is.',
  }),
  wards: Type.Array(ward, {
    maxItems: MOST_WARDS,
    description: 'The wards to look at first; none where no ward is worse on anything.',
  }),
  wardsRule: text('How they were chosen, in words.'),
  changed,
});
export type HomeReply = Static<typeof homeReply>;
