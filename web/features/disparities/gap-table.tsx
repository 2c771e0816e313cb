import type { DisparitiesReply, DisparityGroup } from '../../../server/contract/disparity-replies.ts';
import { WideTable } from '../../shared/ui/wide-table.tsx';
import { basisWords, intervalWords, valueWords } from '../../shared/words/figure-words.ts';
import { formatInterval, formatValue } from '../../shared/words/format.ts';
import { GapMark } from './gap-mark.tsx';
import { peopleWords, ratioWithLimits, signedWithLimits } from './gap-words.ts';
import { groupsInOrder } from './group-order.ts';

const percent = (share: number | null) =>
  share === null ? '–' : formatValue(share, { unit: 'percent', decimals: 1 });

interface Column {
  readonly head: string;
  readonly cell: (group: DisparityGroup, reply: DisparitiesReply) => string | React.ReactNode;
}

/** Nobody is affected by what is neither good nor bad. */
const AFFECTED = 'Share of those affected';

const columns: readonly Column[] = [
  { head: 'Figure', cell: (group, reply) => valueWords(group, reply) },
  { head: '95% interval', cell: (group, reply) => intervalWords(group, reply) },
  {
    head: 'Compared with',
    cell: ({ gap }, reply) => (gap.reference === undefined ? '–' : formatValue(gap.reference.value, reply)),
  },
  {
    head: 'Difference, points (95%)',
    cell: ({ gap }, { decimals }) =>
      gap.difference === undefined ? '–' : signedWithLimits(gap.difference, decimals),
  },
  {
    head: 'Ratio (95%)',
    cell: ({ gap }) => (gap.ratio === undefined ? '–' : ratioWithLimits(gap.ratio)),
  },
  {
    head: 'From the average, points (95%)',
    cell: ({ gap }, { decimals }) =>
      gap.fromAverage === undefined ? '–' : signedWithLimits(gap.fromAverage, decimals),
  },
  {
    head: 'Verdict',
    cell: (group) => (group.status === 'shown' ? <GapMark gap={group.gap} /> : '–'),
  },
  {
    head: 'Behind the gap (95%)',
    cell: ({ gap }, { polarity }) => (gap.people === undefined ? '–' : peopleWords(gap.people, polarity)),
  },
  { head: 'Share of those counted', cell: ({ populationShare }) => percent(populationShare) },
  { head: AFFECTED, cell: ({ affectedShare }) => percent(affectedShare) },
  { head: 'Basis', cell: (group) => basisWords(group) },
];

const standardisedColumns: readonly Column[] = [
  {
    head: 'Age-standardised (95%)',
    cell: ({ standardised }, reply) =>
      standardised === undefined
        ? '–'
        : `${formatValue(standardised.value, reply)} (${formatInterval(standardised.lower95, standardised.upper95, reply)})`,
  },
  {
    head: 'Age-standardised difference (95%)',
    cell: ({ standardised }, { decimals }) =>
      standardised?.difference === undefined ? '–' : signedWithLimits(standardised.difference, decimals),
  },
];

/** Every number of the plot and those it has no room for. */
export function GapTable({ reply }: { reply: DisparitiesReply }) {
  const fit = columns.filter(({ head }) => head !== AFFECTED || reply.affected !== '');
  const shown = reply.standardisation.available ? [...fit, ...standardisedColumns] : fit;
  return (
    <WideTable label={`${reply.title}, as a table`}>
      <thead>
        <tr>
          <th scope="col">Group</th>
          {shown.map(({ head }) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {groupsInOrder(reply).map((group) => (
          <tr key={group.group} data-group={group.group}>
            <th scope="row">{group.label}</th>
            {shown.map(({ head, cell }) => (
              <td key={head}>{cell(group, reply)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </WideTable>
  );
}
