/** When groups reached given shares, as a CSV file. Pure. */
import { areaTypes, labelOf, milestoneStatuses } from '../../contract/dimensions.ts';
import type { Milestone, MilestonesReply, Moment } from '../../contract/uptake-replies.ts';
import type { Indicator } from '../../indicators/indicator.ts';
import { type CsvCell, csvFile } from '../writing/csv.ts';
import { wordsOfBases } from '../writing/estimate-cells.ts';
import { sourceFacts } from '../writing/source-facts.ts';

export function milestonesCsv(indicator: Indicator, reply: MilestonesReply): string {
  const { area, breakdown, eligibility, place } = reply;
  const lines = [
    ...reply.groups,
    ...(reply.unknown === null
      ? []
      : [{ group: 'unknown', label: 'Not stated or not known', ...reply.unknown }]),
    { group: 'all', label: `Everyone in ${area.name}`, ...reply.whole },
    ...(area.code === place.code
      ? []
      : [{ group: 'place', label: `Everyone in ${place.name}`, milestones: place.milestones }]),
  ];
  return csvFile(
    [
      ['Indicator', reply.title],
      ['Indicator id', indicator.id],
      ['Area', `${area.name} (${area.code}, ${labelOf(areaTypes, area.type)})`],
      ['Period', `${reply.periods.length} periods, named on each line`],
      ['Unit', 'Weeks'],
      ['Groups', `${breakdown.label}. ${breakdown.description}`],
      ['Basis', wordsOfBases(reply.basis)],
      ...sourceFacts(indicator, reply.query.ageBand),
      ['Weeks counted from', `${eligibility.date}: ${eligibility.label}`],
      ['Weeks behind', `${place.name} as a whole, on the same dates`],
      ['Release', String(reply.release)],
    ],
    [
      'Group code',
      'Group',
      'Share, %',
      'Status',
      ...threeOf('Reached'),
      ...threeOf('Earliest, by the upper 95% limit'),
      ...threeOf('Latest, by the lower 95% limit'),
      'Weeks behind',
      'Notes',
    ],
    lines.flatMap(({ group, label, milestones }) =>
      milestones.map((milestone) => [group, label, ...cellsOf(milestone)]),
    ),
  );
}

const threeOf = (words: string) => [words, `${words}, in words`, `${words}, weeks`];
const cellsOfMoment = (moment: Moment | null): CsvCell[] => [moment?.period, moment?.label, moment?.weeks];

const cellsOf = ({ share, status, reached, earliest, latest, weeksBehind, reason }: Milestone): CsvCell[] => [
  share,
  labelOf(milestoneStatuses, status),
  ...cellsOfMoment(reached),
  ...cellsOfMoment(earliest),
  ...cellsOfMoment(latest),
  weeksBehind,
  reason,
];
