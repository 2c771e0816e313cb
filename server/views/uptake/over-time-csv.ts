/** Figures over every period, of areas or of groups, as CSV files. Pure. */
import { areaTypes, labelOf, units } from '../../contract/dimensions.ts';
import type {
  AreasOverTimeReply,
  GroupsOverTimeReply,
  OverTimePoint,
  WholePoint,
} from '../../contract/over-time-replies.ts';
import { markOf } from '../../contract/without-figure.ts';
import type { Indicator } from '../../indicators/indicator.ts';
import { type CsvCell, csvFile } from '../writing/csv.ts';
import { basesWords, estimateCells, estimateHeader } from '../writing/estimate-cells.ts';
import { MARKS, sourceFacts } from '../writing/source-facts.ts';

/** What stands in place of a difference that may be of few people. */

const PERIODS: [string, string] = ['Period', 'Every period held, one per line'];

export function areasOverTimeCsv(indicator: Indicator, reply: AreasOverTimeReply): string {
  const areaType = labelOf(areaTypes, reply.query.areaType);
  const labelled = labelledIn(reply);
  // Of a list of places the whole is one of the areas.
  const isListed = reply.areas.some(({ code }) => code === reply.whole.code);
  const lines = [
    ...reply.areas.map((area) => ({ ...area, type: areaType })),
    ...(isListed ? [] : [{ ...reply.whole, type: 'The whole place' }]),
  ];
  return csvFile(
    [
      ['Indicator', reply.title],
      ['Indicator id', indicator.id],
      ['Area', areaType],
      PERIODS,
      ['Unit', labelOf(units, reply.unit)],
      ['Basis', basesWords(lines.flatMap(({ points }) => points))],
      ...sourceFacts(indicator, reply.query.ageBand),
      ['Release', String(reply.release)],
      MARKS,
    ],
    ['Area code', 'Area name', 'Area type', 'Period', 'Period in words', ...estimateHeader],
    lines.flatMap(({ code, name, type, points }) =>
      points.map((point) => [code, name, type, ...labelled(point)]),
    ),
  );
}

export function groupsOverTimeCsv(indicator: Indicator, reply: GroupsOverTimeReply): string {
  const { area, breakdown } = reply;
  const labelled = labelledIn(reply);
  const lines = [
    ...reply.groups,
    ...(reply.unknown === null
      ? []
      : [{ group: 'unknown', label: 'Not stated or not known', ...reply.unknown }]),
    { group: 'all', label: 'Everyone', ...reply.whole },
  ];
  return csvFile(
    [
      ['Indicator', reply.title],
      ['Indicator id', indicator.id],
      ['Area', `${area.name} (${area.code}, ${labelOf(areaTypes, area.type)})`],
      PERIODS,
      ['Unit', labelOf(units, reply.unit)],
      ['Groups', `${breakdown.label}. ${breakdown.description}`],
      ['Basis', basesWords(lines.flatMap(({ points }) => points))],
      ...sourceFacts(indicator, reply.query.ageBand),
      ...newPeopleFacts(reply),
      ['Release', String(reply.release)],
      MARKS,
    ],
    [
      'Group code',
      'Group',
      'Period',
      'Period in words',
      ...estimateHeader,
      'New people',
      'New people, fewest',
      'New people, most',
      'New since',
    ],
    lines.flatMap(({ group, label, points }) =>
      points.map((point) => [group, label, ...labelled(point), ...newPeopleCells(point)]),
    ),
  );
}

/** A point as its cells, the period in words among them. */
function labelledIn({ periods }: Pick<AreasOverTimeReply, 'periods'>): (point: OverTimePoint) => CsvCell[] {
  const labels = new Map(periods.map(({ period, label }) => [period, label]));
  return (point) => [point.period, labels.get(point.period), ...estimateCells(point)];
}

function newPeopleCells({ new: counted }: WholePoint): CsvCell[] {
  if (counted?.status === 'withheld') return [markOf(counted), undefined, undefined, counted.since];
  return [counted?.people, counted?.lowest, counted?.highest, counted?.since];
}

function newPeopleFacts({ periodKind, roundedTo }: GroupsOverTimeReply): [string, string][] {
  if (periodKind !== 'cumulative') return [];
  const rounded =
    roundedTo === null
      ? ''
      : ` Counts are rounded to the nearest ${roundedTo}, so the true number lies between the fewest and the most.`;
  return [['New people', `Everyone counted by a date less everyone counted by the date before.${rounded}`]];
}
