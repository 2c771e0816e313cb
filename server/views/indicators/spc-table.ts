/** A control chart as a table. Pure. */
import {
  type AreaType,
  controlChartChanges,
  labelOf,
  spcAssurances,
  spcMeanings,
  spcRules,
} from '../../contract/dimensions.ts';
import { comparePeriods } from '../../contract/periods.ts';
import type { SpcPhase, SpcPoint, SpcReply } from '../../contract/spc-reply.ts';
import type { Indicator } from '../../indicators/indicator.ts';
import { aboutIndicator, indicatorInEachRow } from '../tables/about-indicator.ts';
import { basesWords, figureColumns } from '../tables/figure-columns.ts';
import { areaColumns, periodColumns } from '../tables/subject-columns.ts';
import {
  coded,
  columnsOf,
  type FileTable,
  fileTableOf,
  type Note,
  numberColumn,
  type TableColumn,
  whole,
} from '../tables/table.ts';

interface Area {
  readonly code: string;
  readonly name: string;
  readonly type: AreaType;
}

export function spcTable(indicator: Indicator, area: Area, reply: SpcReply): FileTable {
  const about = aboutIndicator(indicator, reply.query);
  return fileTableOf<SpcPoint>(
    {
      ...about,
      title: reply.title,
      period: 'every separate period held, one in each row',
      basis: basesWords(reply.points.map(({ estimate }) => estimate)),
      release: reply.release,
      notes: [...about.notes, ...notesOf(reply)],
    },
    {
      columns: [
        ...columnsOf<SpcPoint, Area>(() => area, areaColumns),
        ...periodColumns,
        ...indicatorInEachRow<SpcPoint>(indicator, reply.query),
        ...columnsOf<SpcPoint, SpcPoint['estimate']>(({ estimate }) => estimate, figureColumns),
        ...chartColumns(reply),
      ],
      key: ['Area code', 'Period'],
      rows: reply.points,
    },
  );
}

function chartColumns({ phases, target }: SpcReply): TableColumn<SpcPoint>[] {
  const phaseAt = ({ period }: SpcPoint) =>
    phases.findIndex(({ from, to }) => comparePeriods(from, period) <= 0 && comparePeriods(period, to) <= 0);
  const ifShown = <T>(point: SpcPoint, of: (point: SpcPoint) => T) =>
    point.estimate.status === 'shown' ? of(point) : null;
  return [
    whole(
      'Phase',
      'Number of the part of the chart the period lies in.',
      (point) => phaseAt(point) + 1 || null,
    ),
    ...columnsOf(
      (point: SpcPoint) => phases[phaseAt(point)],
      [
        numberColumn('Mean', 'Mean of the phase, in the unit.', ({ mean }) => mean),
        numberColumn(
          'Lower process limit',
          'Lower process limit of the phase, in the unit.',
          ({ limits }) => limits?.lower,
        ),
        numberColumn(
          'Upper process limit',
          'Upper process limit of the phase, in the unit.',
          ({ limits }) => limits?.upper,
        ),
      ],
    ),
    numberColumn('Target', 'The value aimed for, in the unit.', () => target?.value),
    ...coded<SpcPoint>('Variation', spcMeanings, 'Ordinary variation, or a special cause.', (point) =>
      ifShown(point, ({ meaning }) => meaning),
    ),
    ...coded<SpcPoint>('Rule', spcRules, 'The first rule the figure breaks.', (point) =>
      ifShown(point, ({ rule }) => rule),
    ),
  ];
}

function notesOf({ variation, assurance, target, sentences, phases, differs, method }: SpcReply): Note[] {
  return [
    ['Variation', labelOf(spcMeanings, variation.meaning)],
    ['Assurance', labelOf(spcAssurances, assurance)],
    ['Target', target === null ? 'none' : `${target.title}${target.synthetic ? ' (synthetic)' : ''}`],
    ...(target === null ? [] : [['Target set by', target.source] as const]),
    ['In words', sentences.join(' ')],
    ...phases.flatMap(phaseNote),
    ...(differs === undefined ? [] : [['Beside the board', differs] as const]),
    ['Method', method],
  ];
}

/** What began each phase, with its reason: limits that changed without one would be anybody's guess. */
function phaseNote({ fromLabel, begunBy }: SpcPhase): Note[] {
  if (begunBy === null) return [];
  const { change, date, title, reason, synthetic } = begunBy;
  const what = `${labelOf(controlChartChanges, change)}. ${title}, ${date}. ${reason}`;
  return [[`Phase from ${fromLabel}`, synthetic ? `${what} (synthetic)` : what]];
}
