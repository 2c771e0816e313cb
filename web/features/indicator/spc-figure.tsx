import { keepPreviousData, useQuery } from '@tanstack/react-query';
import {
  controlChartChanges,
  labelOf,
  spcAssurances,
  spcMeanings,
  spcRules,
} from '../../../server/contract/dimensions.ts';
import { paths } from '../../../server/contract/paths.ts';
import type { TrendQuery } from '../../../server/contract/queries.ts';
import type { IndicatorReply } from '../../../server/contract/replies.ts';
import type { SpcPhase, SpcReply } from '../../../server/contract/spc-reply.ts';
import { spcQueryOptions } from '../../shared/api/queries.ts';
import { ChartFrame } from '../../shared/charts/chart-frame.tsx';
import { IllustrativeMark } from '../../shared/documents/cited.tsx';
import { EventList } from '../../shared/documents/event-list.tsx';
import { eventsWithin } from '../../shared/documents/events.ts';
import { useEvents } from '../../shared/documents/use-events.ts';
import { DownloadLink } from '../../shared/ui/download-link.tsx';
import { SourceLine } from '../../shared/ui/source-line.tsx';
import { SyntheticNotice } from '../../shared/ui/synthetic-notice.tsx';
import { basesOf, basisWords, valueWords } from '../../shared/words/figure-words.ts';
import {
  countOf,
  formatDay,
  formatInterval,
  formatValue,
  type WrittenMeasure,
} from '../../shared/words/format.ts';
import { SpcChart } from './spc-chart.tsx';
import { AssuranceIcon, DotIcon, VariationIcon } from './spc-icons.tsx';
import { dotKinds, spcHeadline, tellingWords } from './spc-words.ts';

export interface SpcArea {
  readonly code: string;
  readonly name: string;
}
interface SpcFigureProps {
  readonly definition: IndicatorReply;
  readonly query: TrendQuery;
  readonly area: SpcArea;
}

/** One area over time as boards in the NHS read it: is the latest change more than ordinary variation? */
export function SpcFigure({ definition, query, area }: SpcFigureProps) {
  const asked = { ...query, area: area.code };
  const { data, isPlaceholderData } = useQuery({
    ...spcQueryOptions(definition.id, asked),
    placeholderData: keepPreviousData,
  });
  const about = useEvents(
    definition.id,
    area.code,
    query.release === undefined ? {} : { release: query.release },
  );
  if (data === undefined) return null;
  const figures = data.points.map(({ estimate }) => estimate);
  const events = eventsWithin(about, data.points);
  return (
    <ChartFrame
      title={spcHeadline(definition.shortTitle, area.name, data)}
      measure={`Another way of looking: control chart (SPC). ${data.title}`}
      basis={basesOf(figures)}
      source={<SourceLine source={definition.source} />}
      busy={isPlaceholderData}
      downloads={
        <p className="downloads">
          <DownloadLink href={paths.spcCsv(definition.id, asked)} text="Download the control chart (CSV)" />
        </p>
      }
    >
      <SyntheticNotice figures={figures} />
      {data.variation.meaning === 'no-finding' ? (
        <p>{data.sentences.join(' ')}</p>
      ) : (
        <Findings reply={data} definition={definition} />
      )}
      {data.differs && <p>{data.differs}</p>}
      <SpcChart reply={data} measure={definition} events={events} />
      <Key reply={data} definition={definition} />
      <EventList events={events} />
      <details className="as-table">
        <summary>How to read a control chart</summary>
        <HowToRead reply={data} />
      </details>
      <details className="as-table">
        <summary>View as table</summary>
        <SpcTable reply={data} definition={definition} />
      </details>
    </ChartFrame>
  );
}

interface PartProps {
  readonly reply: SpcReply;
  readonly definition: IndicatorReply;
}

function Findings({ reply: { variation, assurance, sentences }, definition }: PartProps) {
  const [varies, ...others] = sentences;
  const reaches = assurance === 'none' ? undefined : others[0];
  return (
    <dl className="spc-findings">
      <div className="spc-finding">
        <VariationIcon {...variation} />
        <dt>Variation</dt>
        <dd>{varies}</dd>
      </div>
      <div className="spc-finding">
        <AssuranceIcon assurance={assurance} polarity={definition.polarity} />
        <dt>Assurance</dt>
        <dd>{reaches ?? `${labelOf(spcAssurances, assurance)}.`}</dd>
      </div>
    </dl>
  );
}

function Key({ reply, definition }: PartProps) {
  const { phases, target } = reply;
  return (
    <>
      <ul className="spc-key">
        {dotKinds(reply).map((kind) => (
          <li key={`${kind.meaning} ${kind.side}`}>
            <DotIcon {...kind} /> {labelOf(spcMeanings, kind.meaning)}
          </li>
        ))}
      </ul>
      {phases.map((phase) => (
        <p key={phase.from}>
          {phases.length > 1 && `${phase.fromLabel} to ${phase.toLabel}: `}
          {phaseWords(phase, definition)}
          {phase === phases.at(-1) &&
            target &&
            `; target ${formatValue(target.value, definition)} (${target.source})`}
          .{' '}
          {phase.begunBy && (
            <>
              {labelOf(controlChartChanges, phase.begunBy.change)}. {phase.begunBy.title} (
              {formatDay(phase.begunBy.date)}): {phase.begunBy.reason}{' '}
              {phase.begunBy.synthetic && <IllustrativeMark />}
            </>
          )}
        </p>
      ))}
    </>
  );
}

function phaseWords(
  { mean, limits, figures, isProvisional, begunBy }: SpcPhase,
  measure: WrittenMeasure,
): string {
  const provisional =
    begunBy !== null && isProvisional ? `, provisional with ${countOf(figures, 'figure', 'figures')}` : '';
  return `Mean ${formatValue(mean, measure)}; ${
    limits === null
      ? 'no limits, since no figure differs from the one before it'
      : `limits ${formatInterval(limits.lower, limits.upper, measure)}${provisional}`
  }`;
}

function HowToRead({ reply }: { reply: SpcReply }) {
  return (
    <>
      <p>
        Figures always vary a little. A control chart asks whether the latest ones vary more than they usually
        do. If not, there is nothing to explain, and reacting to a single rise or fall would be a mistake. A
        special cause is worth asking about. There is one where figures break a rule:
      </p>
      <ol>
        {spcRules
          .filter(({ id }) => id !== 'none')
          .map(({ id, label }) => (
            <li key={id}>{label}.</li>
          ))}
      </ol>
      <p>
        Assurance asks where the limits lie against the target. Within them, figures come and go by chance: if
        the target lies outside, only a change in how things are done will change whether it is reached.
      </p>
      <p>{reply.method}</p>
    </>
  );
}

function SpcTable({ reply, definition }: PartProps) {
  return (
    <table className="ruled ranked trend-table" aria-label={`Control chart. ${reply.title}`}>
      <thead>
        <tr>
          <th scope="col">Period</th>
          <th scope="col" className="ranked__number">
            Value
          </th>
          <th scope="col">What it tells</th>
          <th scope="col">Basis</th>
        </tr>
      </thead>
      <tbody>
        {reply.points.toReversed().map((point) => (
          <tr key={point.period}>
            <th scope="row">{point.label}</th>
            <td className="ranked__number">{valueWords(point.estimate, definition)}</td>
            <td>{tellingWords(point)}</td>
            <td>{basisWords(point.estimate)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
