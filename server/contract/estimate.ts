import { type Static, Type } from 'typebox';
import { answerFields } from './answer.ts';
import { oneOf } from './described.ts';
import { bases } from './dimensions.ts';
import { idsOf } from './literals.ts';
import { sourceVerdicts } from './source-verdict.ts';
import { missingReasons, withdrawnReasons, withheldReasons } from './without-figure.ts';

const notes = Type.Optional(
  Type.Array(Type.String(), { description: 'Notes that belong beside this figure, in sentences.' }),
);

export const sourceVerdict = Type.Object(
  {
    verdict: idsOf(sourceVerdicts, 'What the source says.'),
    against: Type.String({ description: 'The area it compares with, by name.' }),
  },
  {
    description:
      'The verdict of the source itself, which is not ours and not corrected with ours; only where it gives one.',
  },
);

export const age = Type.Optional(
  Type.Integer({
    description:
      'Whole years since the period ended, where they are three or more; left out of newer figures.',
  }),
);

export const shownEstimate = Type.Object({
  status: Type.Literal('shown'),
  value: Type.Number({ description: 'The figure, in the unit of its indicator (percent: 0 to 100).' }),
  interval: oneOf(
    ['ours', 'published', 'none'],
    'Where the limits come from: computed here from counts, as the source published them, or none.',
  ),
  lower95: Type.Optional(Type.Number({ description: 'Lower 95% limit.' })),
  upper95: Type.Optional(Type.Number({ description: 'Upper 95% limit.' })),
  lower998: Type.Optional(Type.Number({ description: 'Lower 99.8% limit.' })),
  upper998: Type.Optional(Type.Number({ description: 'Upper 99.8% limit.' })),
  numerator: Type.Optional(
    Type.Number({
      description: 'What the indicator counts; a fraction where counts were apportioned to the area.',
    }),
  ),
  denominator: Type.Optional(Type.Number({ description: 'All they are counted among.' })),
  modellingError: Type.Optional(
    Type.Number({
      description:
        'Of a modelled figure: the standard error of modelling on the log-odds scale, which its limits include; 0 where whole areas were added up. A modelled figure without it has no limits and is not tested.',
    }),
  ),
  smallAreas: Type.Optional(
    Type.Object(
      {
        all: Type.Integer({ description: 'Small areas (LSOAs) the area is made of.' }),
        having: Type.Integer({ description: 'Those of them with the property.' }),
      },
      { description: 'Behind a figure that is a property of areas: the sample is these, not the people.' },
    ),
  ),
  basis: idsOf(bases, 'Whether the figure was published for this area, modelled by us, or is synthetic.'),
  notes,
  sourceVerdict: Type.Optional(sourceVerdict),
});
const explanation = Type.String({ description: 'The reason as a sentence for readers.' });

export const withheldEstimate = Type.Object({
  status: Type.Literal('withheld', { description: 'Not shown to protect people; it may be zero.' }),
  reason: idsOf(
    withheldReasons,
    'The rule that withholds it: small counts of its own or of a part of it, or a difference of none or fewer than eight.',
  ),
  explanation,
});
export const missingEstimate = Type.Object({
  status: Type.Literal('missing', {
    description: 'Not collected, not available, or nobody to count; never zero, which is shown as a number.',
  }),
  reason: idsOf(missingReasons, 'Why there is no figure.'),
  explanation,
});

export const withdrawnEstimate = Type.Object({
  status: Type.Literal('withdrawn', {
    description: 'It was published and is taken back, in this release and in every other that held it.',
  }),
  reason: idsOf(withdrawnReasons, 'That it was withdrawn.'),
  explanation,
});

export const estimate = Type.Union([shownEstimate, withheldEstimate, missingEstimate, withdrawnEstimate]);
export type Estimate = Static<typeof estimate>;
export type ShownEstimate = Static<typeof shownEstimate>;

const areaFields = {
  code: Type.String({ description: 'ONS code of the area.' }),
  name: Type.String({ description: 'Name of the area.' }),
};
const verdictFields = {
  ...areaFields,
  ...answerFields,
  gap: Type.Optional(
    Type.Number({ description: 'The figure minus that of the rest of the benchmark area, in the unit.' }),
  ),
};
const union = <T extends typeof areaFields>(fields: T) =>
  Type.Union([
    Type.Object({ ...fields, ...shownEstimate.properties }),
    Type.Object({ ...fields, ...withheldEstimate.properties }),
    Type.Object({ ...fields, ...missingEstimate.properties }),
    Type.Object({ ...fields, ...withdrawnEstimate.properties }),
  ]);

export const areaEstimate = union(areaFields);
export type AreaEstimate = Static<typeof areaEstimate>;
export const comparedAreaEstimate = union(verdictFields);
export type ComparedAreaEstimate = Static<typeof comparedAreaEstimate>;
export const boroughEstimate = union({
  ...areaFields,
  role: oneOf(
    ['place', 'peer', 'other'],
    'The place itself, one of those most like it as its file names them, or another.',
  ),
});
export type BoroughEstimate = Static<typeof boroughEstimate>;
