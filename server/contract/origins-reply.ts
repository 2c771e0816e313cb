/** Which file, in which edition, the figures of an indicator came from. */
import { type Static, Type } from 'typebox';
import { areaTypes } from './dimensions.ts';
import { idsOf } from './literals.ts';
import { CODE } from './queries.ts';

const text = (description: string) => Type.String({ description });
const whole = (description: string) => Type.Integer({ description });

export const originsQuery = Type.Object(
  {
    release: Type.Optional(
      Type.Integer({ minimum: 1, description: 'Number of a release; the newest where it is left out.' }),
    ),
    area: Type.Optional(CODE),
  },
  { additionalProperties: false },
);
export type OriginsQuery = Static<typeof originsQuery>;

const origin = Type.Object({
  period: text('The period of the observations, as queries write it.'),
  label: text('The period in words.'),
  as: Type.Unsafe<'counted' | 'among' | 'placed-by'>(
    Type.String({
      enum: ['counted', 'among', 'placed-by'],
      description:
        'Whether they are what is counted, what that is counted among, or what places people in fifths.',
    }),
  ),
  measure: text('What the observations are of, as files of our own name it.'),
  areaType: idsOf(areaTypes, 'The type of area they were observed for; others are made of these.'),
  areas: Type.Optional(
    Type.Array(Type.String(), {
      description: 'The codes of the areas; left out where they are all of the type.',
    }),
  ),
  load: whole('Number of the load.'),
  source: text('Id of the source, as the command names it.'),
  sourceTitle: text('What the source reads.'),
  file: text('Name of the file; empty for counts of people from records.'),
  sha256: text('Its SHA-256 digest; empty for counts of people from records.'),
  edition: Type.Optional(text('The day its publisher says the file is of; left out where nothing says so.')),
  loadedAt: text('When it was loaded, ISO 8601.'),
});

export const originsReply = Type.Object({
  release: whole('Number of the release this reply was answered from.'),
  query: Type.Object({ indicator: text('Id of the indicator.'), area: Type.Optional(text('ONS code.')) }),
  origins: Type.Array(origin, {
    description:
      'By period, newest first; empty of versions from before it was kept, for which /data has the loads of each dataset.',
  }),
});
export type OriginsReply = Static<typeof originsReply>;
