/** Figures of areas of service: whom networks, trusts and the system look after or employ, not who lives in the place. */
import { type Static, Type } from 'typebox';
import { asOf } from './as-of.ts';
import { releaseNumber, text } from './described.ts';
import { serviceAreaTypes } from './dimensions.ts';
import { age, estimate } from './estimate.ts';
import { indicatorRowFields } from './figure-row.ts';
import { idsOf } from './literals.ts';
import { release } from './queries.ts';

export const serviceFiguresQuery = Type.Object(
  {
    release,
    indicator: Type.Optional(
      Type.String({
        pattern: '^[a-z0-9-]{1,80}$',
        description: 'Id of an indicator of areas of service; left out, all of them.',
      }),
    ),
  },
  { additionalProperties: false },
);
export type ServiceFiguresQuery = Static<typeof serviceFiguresQuery>;

const point = Type.Object({
  period: text('The period, as queries write it.'),
  periodLabel: text('The period in words.'),
  age,
  estimate,
});

const serviceArea = Type.Object({
  code: text('Code of the Organisation Data Service.'),
  name: text('Name.'),
  type: idsOf(serviceAreaTypes, 'The type of area of service.'),
  whose: text('Whom the figure is about, in words that stand before the name.'),
  latest: point,
  yearBefore: Type.Union([point, Type.Null()], {
    description:
      'The figure of the same time a year earlier; null where there is none. The change is not tested.',
  }),
  points: Type.Array(point, {
    description: 'Every figure, oldest first; only where one indicator was asked for.',
  }),
});

const serviceFigures = Type.Object({
  ...indicatorRowFields,
  areas: Type.Array(serviceArea, { description: 'By type, then as the place names them.' }),
  together: Type.Union(
    [
      Type.Object({
        name: text('Which areas are added up.'),
        periodLabel: text('The period in words.'),
        numerator: Type.Integer({ description: 'What the indicator counts.' }),
        denominator: Type.Integer({ description: 'All they are counted among.' }),
        value: Type.Number({ description: 'The share, in percent.' }),
      }),
      Type.Null(),
    ],
    {
      description:
        'Primary care networks of one period added up, since nobody is registered with two; null of anything else.',
    },
  ),
});

export const serviceFiguresReply = Type.Object({
  release: releaseNumber,
  asOf,
  query: Type.Object({ indicator: Type.Optional(text('The indicator asked for.')) }),
  notice: text('Whom these figures are about, and whom not.'),
  indicators: Type.Array(serviceFigures, { description: 'By aim, then as the catalogue lists them.' }),
});
export type ServiceFiguresReply = Static<typeof serviceFiguresReply>;
export type ServiceFigures = ServiceFiguresReply['indicators'][number];
export type ServiceArea = ServiceFigures['areas'][number];
