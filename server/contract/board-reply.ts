/** The board's view: where the partnership stands on its aims, for each population group. */
import { type Static, Type } from 'typebox';
import { answerAbout, answerFields } from './answer.ts';
import { asOf } from './as-of.ts';
import { oneOf, releaseNumber, text } from './described.ts';
import {
  aims,
  areaTypes,
  bases,
  breakdowns,
  changeVerdicts,
  courses,
  ethnicSchemes,
  fifthKinds,
  gapTrends,
  populationGroups,
} from './dimensions.ts';
import { estimate, sourceVerdict } from './estimate.ts';
import { figureRowFields } from './figure-row.ts';
import { idsOf } from './literals.ts';
import { opening } from './opening.ts';
import { CODE, figures, release, since, stratumFields } from './queries.ts';

const period = text('A period, as queries write it.');
export const namedArea = Type.Object({
  code: text('ONS code.'),
  name: text('Name.'),
  type: idsOf(areaTypes, 'The type of area.'),
});
export const boardQuery = Type.Object(
  {
    release,
    area: Type.Optional(CODE),
    populationGroup: Type.Optional(stratumFields.populationGroup),
    figures,
    since,
  },
  { additionalProperties: false },
);
export type BoardQuery = Static<typeof boardQuery>;

/** A difference of two figures, in the unit of the indicator (percentages: points). */
const differenceFields = {
  value: Type.Number({ description: 'The difference.' }),
  lower95: Type.Number({ description: 'Lower 95% limit.' }),
  upper95: Type.Number({ description: 'Upper 95% limit.' }),
  p: Type.Number({ description: 'Two-sided p-value before correction.' }),
};
const difference = (description: string) => Type.Optional(Type.Object(differenceFields, { description }));

/** The headline verdict on change. */
export const change = Type.Object({
  ...answerAbout,
  verdict: idsOf(changeVerdicts, 'What the test of the change found, in words for change.'),
  since: Type.Union([period, Type.Null()], {
    description: 'The period compared with; null where there is none.',
  }),
  sinceLabel: text('The same in words; empty where there is none.'),
  from: Type.Union([estimate, Type.Null()], { description: 'The figure of that period.' }),
  difference: difference('The latest figure minus that one.'),
  test: text('The test, or why there is none.'),
});

export const widerComparison = Type.Object({
  area: namedArea,
  estimate,
  ...answerFields,
  difference: difference('The figure minus that of the rest of the larger area.'),
  test: text('The test, or why there is none.'),
});

const gap = Type.Object({
  by: idsOf(breakdowns, 'What the groups are.'),
  scheme: Type.Optional(idsOf(ethnicSchemes, 'The list the ethnic groups belong to.')),
  fifths: Type.Optional(idsOf(fifthKinds, 'Which areas the fifths of deprivation rank.')),
  group: text('The group whose gap is shown: the one worst off.'),
  label: text('The group in words.'),
  reference: text('What it is compared with, in words.'),
  groups: Type.Integer({ description: 'How many groups were tested to find it.' }),
  ...answerFields,
  difference: Type.Object(differenceFields, {
    description: 'The figure of the group minus that of its reference.',
  }),
  trend: Type.Object({
    ...answerAbout,
    verdict: idsOf(gapTrends, 'Where the gap of this group is going.'),
    since: Type.Union([period, Type.Null()], { description: 'The period compared with.' }),
    sinceLabel: text('The same in words; empty where there is none.'),
    change: difference('The gap on its line at the end minus that at the start, each with its sign.'),
    test: text('The test, or why there is none.'),
  }),
});

export const target = Type.Object({
  id: text('Id of the target.'),
  title: text('The target in a few words.'),
  value: Type.Number({ description: 'The value aimed for, in the unit of the indicator.' }),
  due: Type.Optional(text('By when, as 2030-03-31; left out where it holds at all times.')),
  course: idsOf(courses, 'How the figure stands to it, told by intervals and by the date it is due.'),
  projected: Type.Optional(
    Type.Object(
      {
        value: Type.Number({ description: 'The value on the line.' }),
        lower95: Type.Number({ description: 'Lower 95% limit of the line.' }),
        upper95: Type.Number({ description: 'Upper 95% limit of the line.' }),
      },
      { description: 'Where the figures would be when it is due, if they went on along their line.' },
    ),
  ),
  because: text('What the course rests on, in a sentence.'),
  source: text('Who set it.'),
  synthetic: Type.Boolean({ description: 'True where the target is made for demonstration.' }),
});

const decision = Type.Object({
  id: text('Id of the entry.'),
  date: text('When it was decided or noted.'),
  type: text('decision or note.'),
  words: text('What was decided or noted.'),
  owner: Type.Optional(text('Who answers for the action.')),
  action: Type.Optional(text('What is to be done.')),
  due: Type.Optional(text('By when.')),
  status: Type.Optional(text('How far the action has come.')),
  overdue: Type.Boolean({
    description: 'True where the action is past its date and neither done nor dropped.',
  }),
  synthetic: Type.Boolean({ description: 'True where it is made for demonstration.' }),
});

/** More than this is not read before a meeting. */
export const MOST_CHANGED = 5;

export const changed = Type.Union(
  [
    Type.Object({
      since: Type.Object(
        {
          id: Type.Integer({ description: 'Its number.' }),
          publishedAt: text('When it became public, ISO 8601.'),
        },
        { description: 'The release compared with.' },
      ),
      lines: Type.Array(
        Type.Object({
          about: oneOf(
            ['target', 'verdict', 'figure'],
            'The first of these that moved: the target or its course, a verdict, the figure alone.',
          ),
          text: text('What moved in one row, in a sentence.'),
          row: text('The row, as the opening names it.'),
        }),
        {
          maxItems: MOST_CHANGED,
          description: 'Targets first, then verdicts, then figures; from real figures only.',
        },
      ),
      more: Type.Integer({ description: 'Further rows in which something moved.' }),
    }),
    Type.Null(),
  ],
  { description: 'What moved since an earlier release; null where there is none.' },
);

export const sparkline = Type.Array(
  Type.Union([Type.Number(), Type.Null()], {
    description: 'Rounded to one decimal more than shown; null where none is shown.',
  }),
  { description: 'The figures of the latest periods, oldest first; at most twenty-four.' },
);

const row = Type.Object({
  ...figureRowFields,
  latest: estimate,
  basis: idsOf(bases, 'Basis of the figures of the row.'),
  sparkline,
  change,
  comparisons: Type.Array(widerComparison, {
    description: 'Beside the larger areas with a figure of the same period, smallest first.',
  }),
  sourceVerdict: Type.Union([sourceVerdict, Type.Null()], {
    description:
      'The verdict of the source itself against a larger area, where we have none against it; null where there is none.',
  }),
  gaps: Type.Array(gap, {
    description: 'One for each breakdown the row has figures by; none where it has none.',
  }),
  target: Type.Union([target, Type.Null()], { description: 'Null where none is set.' }),
  decisions: Type.Array(decision, { description: 'Decisions and notes against it, newest first.' }),
});

const family = (which: string) =>
  Type.Object(
    {
      compared: Type.Integer({ description: 'How many comparisons of this reply were tested.' }),
      expectedByChance: Type.Number({
        description: 'How many uncorrected tests at 5% would flag by chance alone.',
      }),
    },
    { description: `The tests behind the verdicts on ${which} figures.` },
  );

export const boardReply = Type.Object({
  release: releaseNumber,
  asOf,
  query: Type.Object({
    area: text('ONS code of the area asked for.'),
    populationGroup: Type.Optional(idsOf(populationGroups, 'The group asked for; left out, all of them.')),
    release: Type.Optional(
      Type.Integer({ description: 'The release asked for by number; left out where the newest was.' }),
    ),
    figures,
    since: Type.Optional(text('What was asked to be compared with: a release by number, or a day.')),
  }),
  area: namedArea,
  populationGroups: Type.Array(idsOf(populationGroups, 'A population group.'), {
    description: 'The population groups there are rows for, whichever was asked for.',
  }),
  opening,
  changed,
  aims: Type.Array(
    Type.Object({
      aim: idsOf(aims, 'The aim.'),
      label: text('The aim in the partnership’s words.'),
      summary: Type.Array(Type.String(), {
        description: 'Where it stands, in sentences written from real figures only.',
      }),
      awaited: Type.Array(
        Type.Object({
          populationGroup: idsOf(populationGroups, 'The population group nothing real is held for.'),
          title: text('The file that would fill the gap.'),
          publisher: text('Its publisher.'),
          url: text('Where it is found.'),
        }),
        { description: 'Population groups that the aim has no real figure for, and what would fill each.' },
      ),
      rows: Type.Array(row, { description: 'By population group, then in the order of the board list.' }),
    }),
    { description: 'The four aims, in their order.' },
  ),
  tests: Type.Object({
    real: family('real'),
    synthetic: family('synthetic'),
    method: text('The tests and their correction, in words.'),
  }),
});
export type BoardReply = Static<typeof boardReply>;
export type BoardAim = BoardReply['aims'][number];
export type BoardRow = BoardAim['rows'][number];
export type BoardGap = BoardRow['gaps'][number];
export type BoardTarget = NonNullable<BoardRow['target']>;
