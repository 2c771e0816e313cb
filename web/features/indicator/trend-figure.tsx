import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { paths } from '../../../server/contract/paths.ts';
import type { TrendQuery } from '../../../server/contract/queries.ts';
import type { IndicatorReply, TrendReply } from '../../../server/contract/replies.ts';
import { trendQueryOptions } from '../../shared/api/queries.ts';
import { ChartFrame } from '../../shared/charts/chart-frame.tsx';
import { TrendChart } from '../../shared/charts/trend-chart.tsx';
import { isAnySynthetic, otherWays, trendHeadline } from '../../shared/charts/trend-words.ts';
import { EventList } from '../../shared/documents/event-list.tsx';
import { eventsWithin } from '../../shared/documents/events.ts';
import { useEvents } from '../../shared/documents/use-events.ts';
import { Caution } from '../../shared/ui/caution.tsx';
import { ChangeMark } from '../../shared/ui/change-mark.tsx';
import { ChoiceForm } from '../../shared/ui/choice-form.tsx';
import { DownloadLink } from '../../shared/ui/download-link.tsx';
import { SourceLine } from '../../shared/ui/source-line.tsx';
import { SyntheticMark, SyntheticNotice } from '../../shared/ui/synthetic-notice.tsx';
import { basesOf, basisWords, intervalWords, valueWords } from '../../shared/words/figure-words.ts';
import { shortLabel } from '../../shared/words/format.ts';
import { valueHead } from '../../shared/words/meaning.ts';
import { type SpcArea, SpcFigure } from './spc-figure.tsx';

interface TrendFigureProps {
  readonly definition: IndicatorReply;
  readonly query: TrendQuery;
  /** Areas the trend can be shown of; the first is shown until one is chosen. */
  readonly areas: readonly SpcArea[];
  readonly chosen: string | undefined;
  onChoose(code: string): void;
}

/** One area over time, and where there are periods enough its control chart. */
export function TrendFigure({ definition, query, areas, chosen, onChoose }: TrendFigureProps) {
  const area = areas.find(({ code }) => code === chosen) ?? areas[0];
  const asked = { ...query, ...(area && { area: area.code }) };
  const { data, error, isPlaceholderData } = useQuery({
    ...trendQueryOptions(definition.id, asked),
    enabled: area !== undefined,
    placeholderData: keepPreviousData,
  });
  const about = useEvents(
    definition.id,
    area?.code,
    query.release === undefined ? {} : { release: query.release },
  );
  if (area === undefined) return null;
  if (error !== null) return <p className="notice">No figures over time: {error.message}</p>;
  if (data === undefined) return null;
  const figures = data.points.map(({ estimate }) => estimate);
  const events = eventsWithin(about, data.points);
  return (
    <>
      <ChartFrame
        title={trendHeadline(definition.shortTitle, area.name, data, definition)}
        measure={data.title}
        basis={basesOf(figures)}
        source={<SourceLine source={definition.source} />}
        busy={isPlaceholderData}
        controls={areas.length > 1 && <AreaChoice areas={areas} area={area} onChoose={onChoose} />}
        downloads={
          <p className="downloads">
            <DownloadLink href={paths.trendCsv(definition.id, asked)} text="Download the trend (CSV)" />
          </p>
        }
      >
        <Caution meaning={definition} />
        <SyntheticNotice figures={figures} />
        <MadeUpChange reply={data} />
        {data.points.length > 1 && <TrendChart reply={data} measure={definition} events={events} />}
        <EventList events={events} isCharted={data.points.length > 1} />
        {otherWays(data).map(({ way, sentence }) => (
          <p key={way}>
            <strong>{way}:</strong> {sentence}
          </p>
        ))}
        <details className="as-table" open={data.points.length === 1}>
          <summary>View as table</summary>
          <TrendTable definition={definition} reply={data} />
        </details>
      </ChartFrame>
      {chartable(definition, data) && <SpcFigure definition={definition} query={query} area={area} />}
    </>
  );
}

interface AreaChoiceProps extends Pick<TrendFigureProps, 'areas' | 'onChoose'> {
  readonly area: SpcArea;
}

const AreaChoice = ({ areas, area, onChoose }: AreaChoiceProps) => (
  <ChoiceForm asks={['area']}>
    <label className="controls">
      Over time in
      <select name="area" value={area.code} onChange={(event) => onChoose(event.target.value)}>
        {areas.map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </select>
    </label>
  </ChoiceForm>
);

/** Of figures made for demonstration no title tells the change: its mark stands alone, as in its row of the board. */
export function MadeUpChange({
  reply: { change, points },
}: {
  reply: Pick<TrendReply, 'change' | 'points'>;
}) {
  if (change === null || change.verdict === 'cannot-be-tested' || !isAnySynthetic(points)) return null;
  return (
    <p>
      <strong>The change since {shortLabel(change.sinceLabel)}:</strong> <ChangeMark change={change} />{' '}
      <SyntheticMark />
    </p>
  );
}

/** Fewer separate periods than this make no control chart; the API says why when asked. */
const FEWEST = 13;

const chartable = ({ periodKind }: IndicatorReply, { points }: TrendReply) =>
  periodKind === 'separate' && points.filter(({ estimate }) => estimate.status === 'shown').length >= FEWEST;

function TrendTable({ definition, reply }: { definition: IndicatorReply; reply: TrendReply }) {
  return (
    <table className="ruled ranked trend-table" aria-label={reply.title}>
      <thead>
        <tr>
          <th scope="col">Period</th>
          <th scope="col" className="ranked__number">
            {valueHead(definition)}
          </th>
          <th scope="col" className="ranked__number">
            95% interval
          </th>
          <th scope="col">Basis</th>
        </tr>
      </thead>
      <tbody>
        {reply.points.toReversed().map(({ period, label, estimate }) => (
          <tr key={period}>
            <th scope="row">{label}</th>
            <td className="ranked__number">{valueWords(estimate, definition)}</td>
            <td className="ranked__number">{intervalWords(estimate, definition)}</td>
            <td>{basisWords(estimate)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
