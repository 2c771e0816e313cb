import { Link } from '@tanstack/react-router';
import type { AreaEstimate, ComparedAreaEstimate } from '../../../server/contract/estimate.ts';
import { paths } from '../../../server/contract/paths.ts';
import type { IndicatorAreasReply, IndicatorReply } from '../../../server/contract/replies.ts';
import { ChartFrame } from '../../shared/charts/chart-frame.tsx';
import { IntervalKey, IntervalPlot } from '../../shared/charts/interval-plot.tsx';
import { intervalScale, type Scale } from '../../shared/charts/interval-scale.ts';
import { headline } from '../../shared/geography/headline.ts';
import { firstOrder, sortAreas } from '../../shared/geography/table-order.ts';
import { Caution } from '../../shared/ui/caution.tsx';
import { DownloadLink } from '../../shared/ui/download-link.tsx';
import { HowJudged } from '../../shared/ui/how-judged.tsx';
import { SourceLine } from '../../shared/ui/source-line.tsx';
import { SourceVerdictMark } from '../../shared/ui/source-verdict-mark.tsx';
import { SyntheticNotice } from '../../shared/ui/synthetic-notice.tsx';
import { AnswerMark } from '../../shared/ui/verdict-mark.tsx';
import type { Question } from '../../shared/url/question.ts';
import { areaWords } from '../../shared/words/area-words.ts';
import { basesOf, basisWords, intervalWords, valueWords } from '../../shared/words/figure-words.ts';
import { formatNumber } from '../../shared/words/format.ts';
import { sampleWords, valueHead } from '../../shared/words/meaning.ts';
import { besideWider } from './beside-wider.ts';
import { rankedOf } from './ranked.ts';

interface RankedFigureProps {
  readonly definition: IndicatorReply;
  readonly reply: IndicatorAreasReply;
  /** Figures of the region and the country, where the place as a whole is shown. */
  readonly wider: readonly AreaEstimate[];
  readonly question: Question;
  readonly chosen: string | undefined;
  readonly onMap: boolean;
  readonly busy: boolean;
}

/** Areas in order of their figure, each with its interval; a table that is its own picture. */
export function RankedFigure({ definition, reply, wider, question, chosen, onMap, busy }: RankedFigureProps) {
  const { benchmark, comparison, query } = reply;
  const { indicator: _, ...asked } = query;
  const { first, between, last } = rankedOf(sortAreas(reply.areas, firstOrder(definition)));
  const scale = intervalScale([...reply.areas, ...wider, benchmark]);
  const [one, many] = areaWords(query.areaType);
  const tested = comparison.compared > 0;
  const isPart = benchmark !== null && reply.areas.every(({ code }) => code !== benchmark.code);
  const row = (area: AreaEstimate | ComparedAreaEstimate) => (
    <RankedRow
      key={area.code}
      area={area}
      definition={definition}
      scale={scale}
      benchmark={isPart ? benchmark : null}
      tested={tested}
      chosen={area.code === chosen}
    />
  );
  return (
    <ChartFrame
      title={
        wider.length > 0
          ? besideWider(definition, [...reply.areas, ...wider], reply)
          : headline(definition, reply, 'value')
      }
      measure={reply.title}
      basis={basesOf([...reply.areas, ...wider])}
      source={<SourceLine source={definition.source} />}
      busy={busy}
      downloads={
        <p className="downloads">
          <DownloadLink
            href={paths.indicatorAreasCsv(definition.id, asked)}
            text="Download these figures (CSV)"
          />
          {onMap && (
            <Link to="/map" search={{ ...question, indicator: definition.id }}>
              See them on the map
            </Link>
          )}
        </p>
      }
    >
      <Caution meaning={definition} />
      <SyntheticNotice figures={[...reply.areas, ...wider]} />
      {isPart && <IntervalKey place={`${benchmark.name} as a whole`} country={undefined} />}
      <table className="ruled ranked" aria-label={reply.title}>
        <RankedHead area={wider.length > 0 ? 'area' : one} definition={definition} tested={tested} />
        <tbody>
          {first.map(row)}
          {between > 0 && (
            <tr>
              <td colSpan={tested ? 5 : 4} className="ranked__between">
                {formatNumber(between, 0)} {many} between; all of them are on the map and in the file.
              </td>
            </tr>
          )}
          {last.map(row)}
          {wider.map(row)}
        </tbody>
      </table>
      <HowJudged
        compared={reply.areas.map((area) => ({ name: area.name, answer: area }))}
        query={{ indicator: definition.id, release: reply.release }}
      />
    </ChartFrame>
  );
}

interface RankedHeadProps extends Pick<RankedRowProps, 'definition' | 'tested'> {
  readonly area: string;
}

const RankedHead = ({ area, definition, tested }: RankedHeadProps) => (
  <thead>
    <tr>
      <th scope="col">{area.charAt(0).toUpperCase() + area.slice(1)}</th>
      <th scope="col" className="ranked__number">
        {valueHead(definition)}
        {definition.scaleNote !== null && <span className="ranked__scale">{definition.scaleNote}</span>}
      </th>
      <th scope="col" className="ranked__plot">
        95% interval
      </th>
      {tested && <th scope="col">Against the rest</th>}
      <th scope="col" className="ranked__basis">
        Basis
      </th>
    </tr>
  </thead>
);

interface RankedRowProps {
  readonly area: AreaEstimate | ComparedAreaEstimate;
  readonly definition: IndicatorReply;
  readonly scale: Scale | undefined;
  readonly benchmark: AreaEstimate | null;
  readonly tested: boolean;
  readonly chosen: boolean;
}

function RankedRow({ area, definition, scale, benchmark, tested, chosen }: RankedRowProps) {
  const interval = intervalWords(area, definition);
  const sample = sampleWords(area, definition.counted);
  return (
    <tr className={chosen ? 'ranked__chosen' : ''}>
      <th scope="row">
        <Link to="/areas/$code" params={{ code: area.code }}>
          {area.name}
        </Link>
        {area.status === 'shown' && area.sourceVerdict && (
          <span className="ranked__source">
            <SourceVerdictMark told={area.sourceVerdict} by={definition.source.shortPublisher} />
          </span>
        )}
      </th>
      <td className="ranked__number">
        {valueWords(area, definition)}
        {sample !== undefined && <span className="ranked__sample">{sample}</span>}
      </td>
      <td className="ranked__plot">
        <span className="ranked__interval">
          {area.status === 'shown' && scale && (
            <IntervalPlot scale={scale} estimate={area} place={benchmark} />
          )}
          <span className="ranked__limits">{interval}</span>
        </span>
      </td>
      {tested && <td>{'verdict' in area && area.status === 'shown' ? <AnswerMark answer={area} /> : '–'}</td>}
      <td className="ranked__basis">{basisWords(area)}</td>
    </tr>
  );
}
