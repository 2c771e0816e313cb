import { Type } from 'typebox';
import { AGE_BAND_PATTERN } from '../age-bands.ts';
import { controlChartChanges, eventTypes, populationGroups } from '../dimensions.ts';
import { idsOf } from '../literals.ts';
import { area, day, documentOf, ethnicGroup, id, indicatorIds, provenance, strict, words } from './parts.ts';

const event = Type.Object(
  {
    id: id('Its id, for links.'),
    date: day('The day it happened or began.'),
    until: Type.Optional(day('The day it ended, where it took longer than a day.')),
    title: words('What happened, in a few words that can stand beside a line on a chart.'),
    type: idsOf(eventTypes, 'The type of event.'),
    areas: Type.Array(area, { description: 'Where; empty where everywhere.' }),
    populationGroups: Type.Array(idsOf(populationGroups, 'A population group.'), {
      description: 'For whom; empty where for everyone.',
    }),
    ethnicGroups: Type.Array(ethnicGroup, { description: 'For whom; empty where for everyone.' }),
    ageBands: Type.Array(Type.String({ pattern: AGE_BAND_PATTERN, description: '0-15, 80-plus, or all.' }), {
      description: 'For whom; empty where for all ages.',
    }),
    indicators: indicatorIds,
    controlChart: Type.Optional(
      Type.Object(
        {
          change: idsOf(controlChartChanges, 'What it does to the mean and the limits.'),
          reason: words(
            'Why the figures before and after are not one process, or why these are the yardstick.',
          ),
        },
        {
          ...strict,
          description:
            'What it changes in the control charts of its indicators; a baseline lasts from `date` to `until`.',
        },
      ),
    ),
    ...provenance,
  },
  strict,
);

export const events = documentOf('events', 'What was done and when, to read changes against.', {
  events: Type.Array(event, { description: 'In any order; readers sort by date.' }),
});
