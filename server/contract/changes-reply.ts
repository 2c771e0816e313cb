/** What changed between two releases. */

import { type Static, Type } from 'typebox';
import { text } from './described.ts';
import {
  aims,
  areaTypes,
  bases,
  definitionParts,
  flipReasons,
  populationGroups,
  units,
} from './dimensions.ts';
import { estimate } from './estimate.ts';
import { idsOf } from './literals.ts';
import { CODE, since, stratum } from './queries.ts';
import { versionReply } from './release-replies.ts';
import { withdrawalReply } from './withdrawal-reply.ts';

const release = (description: string) =>
  Type.Object({
    id: Type.Integer({ description }),
    publishedAt: text('When it became public, ISO 8601.'),
  });

export const changesParams = Type.Object({
  id: Type.Integer({ minimum: 1, description: 'Number of the later release.' }),
});
export const changesQuery = Type.Object(
  {
    since,
    area: Type.Optional(CODE),
  },
  { additionalProperties: false },
);
export type ChangesQuery = Static<typeof changesQuery>;

const indicatorNamed = {
  indicator: text('Id of the indicator.'),
  title: text('What is measured.'),
  shortTitle: text('The same in a few words.'),
  aim: idsOf(aims, 'The aim it serves.'),
  basis: Type.Array(idsOf(bases, 'A basis.'), { description: 'The bases of its figures.' }),
};

const cell = Type.Object({
  ...indicatorNamed,
  title: text('What is measured, with the stratum in words.'),
  unit: idsOf(units, 'Unit of the values.'),
  decimals: Type.Integer({ description: 'Decimal places to show.' }),
  stratum: Type.Omit(stratum, ['populationGroup']),
  period: text('A period, as queries write it.'),
  periodLabel: text('The period in words.'),
  before: estimate,
  after: estimate,
});

const flip = Type.Object({
  indicator: text('Id of the indicator.'),
  shortTitle: text('The indicator in a few words.'),
  aim: idsOf(aims, 'The aim it serves.'),
  populationGroup: idsOf(populationGroups, 'The population group of the row on the board.'),
  synthetic: Type.Boolean({ description: 'True where its figures are synthetic.' }),
  about: text('What the verdict is on, in words.'),
  before: text('The verdict before, in words.'),
  after: text('The verdict after, in words.'),
  because: idsOf(flipReasons, 'Why it is another: figures moved, or did not.'),
});

export const changesReply = Type.Object({
  release: Type.Integer({ description: 'Number of the later release.' }),
  query: Type.Object({
    since: Type.Integer({ description: 'Number of the earlier release.' }),
    area: text('ONS code of the area whose figures are listed.'),
  }),
  from: release('Number of the earlier release.'),
  to: release('Number of the later release.'),
  area: Type.Object({
    code: text('ONS code.'),
    name: text('Name.'),
    type: idsOf(areaTypes, 'The type of area.'),
  }),
  summary: Type.Array(Type.String(), {
    description: 'What changed, in sentences written from real figures only.',
  }),
  newPeriods: Type.Array(
    Type.Object({
      ...indicatorNamed,
      periods: Type.Array(Type.Object({ period: text('A period.'), label: text('The same in words.') }), {
        description: 'Periods it had no shown figure for before, oldest first.',
      }),
    }),
    { description: 'Indicators with newer or further periods, for areas of the type.' },
  ),
  revisions: Type.Array(cell, { description: 'Figures of the area that were shown before and differ now.' }),
  withheld: Type.Array(cell, { description: 'Figures of the area newly withheld.' }),
  shown: Type.Array(cell, { description: 'Figures of the area newly shown, of a period held before.' }),
  missing: Type.Array(cell, { description: 'Figures of the area that are no longer available.' }),
  withdrawn: Type.Array(cell, {
    description: 'Figures of the area that the later release has withdrawn and the earlier has not.',
  }),
  withdrawals: Type.Array(withdrawalReply, {
    description: 'What was taken back of either release, whenever that was, newest first.',
  }),
  verdicts: Type.Array(flip, { description: 'Verdicts on the board that are others now.' }),
  definitions: Type.Array(
    Type.Object({
      ...indicatorNamed,
      parts: Type.Array(
        Type.Object({
          part: idsOf(definitionParts, 'The part of the definition.'),
          before: text('What it said; empty where a part has no words.'),
          after: text('What it says.'),
        }),
        { description: 'The parts that differ.' },
      ),
    }),
    { description: 'Indicators of both releases that are defined otherwise now.' },
  ),
  newIndicators: Type.Array(Type.Object(indicatorNamed), { description: 'Indicators new since then.' }),
  discontinuedIndicators: Type.Array(Type.Object(indicatorNamed), {
    description: 'Indicators that are gone since then.',
  }),
  elsewhere: Type.Array(
    Type.Object({
      ...indicatorNamed,
      revised: Type.Integer({ description: 'Figures of other areas shown before that differ now.' }),
      withheld: Type.Integer({ description: 'Figures of other areas newly withheld.' }),
      shown: Type.Integer({ description: 'Figures of other areas newly shown.' }),
    }),
    { description: 'The same counted for all other areas, by indicator.' },
  ),
  datasets: Type.Array(versionReply, {
    description: 'The versions of the later release that the earlier had not.',
  }),
});
export type ChangesReply = Static<typeof changesReply>;
export type ChangedCell = ChangesReply['revisions'][number];
