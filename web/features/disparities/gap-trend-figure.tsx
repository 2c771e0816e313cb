import { gapTrends, labelOf } from '../../../server/contract/dimensions.ts';
import type { GapTrendReply } from '../../../server/contract/disparity-replies.ts';
import { paths } from '../../../server/contract/paths.ts';
import type { IndicatorReply } from '../../../server/contract/replies.ts';
import { ChartFrame } from '../../shared/charts/chart-frame.tsx';
import { TrendChart } from '../../shared/charts/trend-chart.tsx';
import { DownloadLink } from '../../shared/ui/download-link.tsx';
import { SourceLine } from '../../shared/ui/source-line.tsx';
import { SyntheticNotice } from '../../shared/ui/synthetic-notice.tsx';
import { WideTable } from '../../shared/ui/wide-table.tsx';
import { basesOf, basisWords, valueWords } from '../../shared/words/figure-words.ts';
import { formatValue } from '../../shared/words/format.ts';
import { gapSeries, gapTrendTitle, levelWords } from './gap-trend-words.ts';
import { peopleWords, signedWithLimits } from './gap-words.ts';

interface GapTrendFigureProps {
  readonly definition: IndicatorReply;
  readonly reply: GapTrendReply;
  readonly release: { readonly release?: number };
  readonly group: string | undefined;
  readonly busy: boolean;
}

/** The gap itself over time, with its interval and a tested verdict. */
export function GapTrendFigure({ definition, reply, release, group, busy }: GapTrendFigureProps) {
  const chosen = reply.groups.find((one) => one.group === group) ?? reply.groups[0];
  if (chosen === undefined) return null;
  const { indicator, ...query } = reply.query;
  const figures = chosen.points.map(({ estimate }) => estimate);
  const series = gapSeries(chosen.points);
  const drawable = series.points.filter(({ estimate }) => estimate.status === 'shown').length > 1;
  return (
    <ChartFrame
      title={gapTrendTitle(chosen, definition)}
      measure={`${reply.title}. ${chosen.label}: percentage points above or below ${reply.comparison.against}. ${reply.breakdown.label}.`}
      basis={basesOf(figures)}
      source={<SourceLine source={definition.source} />}
      busy={busy}
      downloads={
        <p className="downloads">
          <DownloadLink
            href={paths.gapTrendCsv(indicator, { ...query, ...release })}
            text="Download gaps over time (CSV)"
          />
        </p>
      }
    >
      <SyntheticNotice figures={figures} />
      {chosen.isReference && (
        <p>The others are compared with this group, so it has no gap. Choose another group above.</p>
      )}
      {drawable && (
        <TrendChart
          reply={series}
          measure={{ unit: 'score', decimals: reply.decimals }}
          level={{ value: 0, label: levelWords(reply.comparison.against) }}
        />
      )}
      <p>
        <strong data-comparison={chosen.trend.comparison} data-verdict={chosen.trend.verdict}>
          {labelOf(gapTrends, chosen.trend.verdict)}.
        </strong>{' '}
        {chosen.trend.reading}
      </p>
      {chosen.trend.verdict !== 'cannot-be-tested' && <p className="gaps__note">{chosen.trend.test}.</p>}
      <details className="as-table" open={!drawable}>
        <summary>View as table</summary>
        <GapTrendTable reply={reply} chosen={chosen} />
      </details>
    </ChartFrame>
  );
}

interface GapTrendTableProps {
  readonly reply: GapTrendReply;
  readonly chosen: GapTrendReply['groups'][number];
}

function GapTrendTable({ reply, chosen }: GapTrendTableProps) {
  return (
    <WideTable label={`${reply.title}, ${chosen.label}: the gap over time`}>
      <thead>
        <tr>
          <th scope="col">Period</th>
          <th scope="col">Figure</th>
          <th scope="col">Compared with</th>
          <th scope="col">Difference, points (95%)</th>
          <th scope="col">Behind the gap (95%)</th>
          <th scope="col">Basis</th>
        </tr>
      </thead>
      <tbody>
        {chosen.points.toReversed().map(({ period, label, estimate, reference, difference, people }) => (
          <tr key={period}>
            <th scope="row">{label}</th>
            <td>{valueWords(estimate, reply)}</td>
            <td>{reference === undefined ? '–' : formatValue(reference, reply)}</td>
            <td>{difference === undefined ? '–' : signedWithLimits(difference, reply.decimals)}</td>
            <td>{people === undefined ? '–' : peopleWords(people, reply.polarity)}</td>
            <td>{basisWords(estimate)}</td>
          </tr>
        ))}
      </tbody>
    </WideTable>
  );
}
