import { useQuery } from '@tanstack/react-query';
import type { BoroughsReply } from '../../../server/contract/boroughs-reply.ts';
import type { BoroughEstimate } from '../../../server/contract/estimate.ts';
import { atAges } from '../../../server/contract/good-or-bad.ts';
import { paths } from '../../../server/contract/paths.ts';
import { inWords } from '../../../server/contract/phrases.ts';
import type { BoroughsQuery } from '../../../server/contract/queries.ts';
import type { IndicatorReply } from '../../../server/contract/replies.ts';
import { sourceVerdictIn } from '../../../server/contract/source-verdict.ts';
import { amongBoroughsQueryOptions } from '../../shared/api/queries.ts';
import { ChartFrame } from '../../shared/charts/chart-frame.tsx';
import { IntervalPlot } from '../../shared/charts/interval-plot.tsx';
import { intervalScale } from '../../shared/charts/interval-scale.ts';
import { subjectName } from '../../shared/question/subject-name.ts';
import { Caution } from '../../shared/ui/caution.tsx';
import { DownloadLink } from '../../shared/ui/download-link.tsx';
import { SourceLine } from '../../shared/ui/source-line.tsx';
import { basesOf, intervalWords, valueWords } from '../../shared/words/figure-words.ts';
import { formatInUnit, formatPeriod, withAge } from '../../shared/words/format.ts';
import { adjustmentWords, scaleWords, valueHead } from '../../shared/words/meaning.ts';
import { BoroughsChart, BoroughsKey } from './boroughs-chart.tsx';
import { boroughsPlot, shownBoroughs } from './boroughs-plot.ts';

interface BoroughsFigureProps {
  readonly definition: IndicatorReply;
  readonly query: BoroughsQuery;
}

/** The place among the boroughs it is compared with; nothing where no other has a figure. */
export function BoroughsFigure({ definition, query }: BoroughsFigureProps) {
  const { data } = useQuery({
    ...amongBoroughsQueryOptions(definition.id, query),
    enabled: definition.otherBoroughs.length > 0,
  });
  if (data === undefined) return null;
  const own = data.boroughs.find(({ role }) => role === 'place');
  const plot = boroughsPlot(data.boroughs, data.median);
  if (plot === undefined || own === undefined) return <HeldFor definition={definition} reply={data} />;
  return (
    <div id="boroughs">
      <ChartFrame
        title={headlineAmong(definition, data, own)}
        measure={`Among ${data.plural}. ${data.title}`}
        basis={basesOf(data.boroughs)}
        source={<SourceLine source={definition.source} />}
        downloads={
          <p className="downloads">
            <DownloadLink
              href={paths.boroughsCsv(definition.id, query)}
              text={`Download the ${data.plural} (CSV)`}
            />
          </p>
        }
      >
        <Caution meaning={definition} />
        <p>{data.position === null ? data.withoutPosition : notTested(hasLimits(data))}</p>
        <BoroughsChart plot={plot} definition={definition} />
        <BoroughsKey reply={data} place={own.name} hasLimits={hasLimits(data)} />
        <details className="as-table">
          <summary>View as table</summary>
          <BoroughsTable definition={definition} reply={data} />
        </details>
      </ChartFrame>
    </div>
  );
}

const hasLimits = ({ boroughs }: BoroughsReply) =>
  boroughs.some((one) => one.status === 'shown' && one.lower95 !== undefined);

const notTested = (isWithLimits: boolean) =>
  `Position, not tested: ${isWithLimits ? 'boroughs whose intervals overlap may stand in this order by chance' : 'these figures come without limits, and the order may be chance'}.`;

/** "Life expectancy, female: 83.8 years in Ash, 9th highest of 32 boroughs with a figure". */
function headlineAmong(definition: IndicatorReply, reply: BoroughsReply, own: BoroughEstimate): string {
  const name = subjectName(definition, reply.query);
  if (own.status !== 'shown') return `${name} in ${reply.plural}`;
  const where = reply.position === null ? [] : [reply.position.words];
  const told = [`${name}: ${formatInUnit(own.value, definition)} in ${own.name}`, ...where].join(', ');
  const adjusted = adjustmentWords(atAges(definition, reply.query.ageBand));
  return `${withAge(`${told}${scaleWords(definition)}`, reply.query.period, reply)}${adjusted}`;
}

/** Periods of the others, where the one asked for is not among them. */
const HeldFor = ({ definition: { otherBoroughs }, reply }: BoroughsTableProps) =>
  otherBoroughs.includes(reply.query.period) ? null : (
    <p className="notice boroughs-held" id="boroughs">
      Other {reply.plural} have figures for {inWords(otherBoroughs.map(formatPeriod))} alone.
    </p>
  );

const roleWords = { place: undefined, peer: 'one of those most like it', other: undefined } as const;

interface BoroughsTableProps {
  readonly definition: IndicatorReply;
  readonly reply: BoroughsReply;
}

function BoroughsTable({ definition, reply }: BoroughsTableProps) {
  const shown = shownBoroughs(reply.boroughs);
  const scale = intervalScale(shown);
  const without = reply.boroughs.filter(({ status }) => status !== 'shown');
  return (
    <table className="ruled ranked boroughs-table" aria-label={`${reply.title}: ${reply.plural}`}>
      <thead>
        <tr>
          <th scope="col">Borough</th>
          <th scope="col" className="ranked__number">
            {valueHead(definition)}
          </th>
          <th scope="col" className="ranked__plot">
            95% interval
          </th>
        </tr>
      </thead>
      <tbody>
        {[...shown, ...without].map((one) => (
          <tr key={one.code} className={one.role === 'place' ? 'boroughs-table__place ranked__chosen' : ''}>
            <th scope="row">
              {one.name}
              {roleWords[one.role] && <span className="boroughs-table__which">{roleWords[one.role]}</span>}
              {ownNotes(one, reply).map((note) => (
                <span key={note} className="boroughs-table__note">
                  {note}
                </span>
              ))}
            </th>
            <td className="ranked__number">{valueWords(one, definition)}</td>
            <td className="ranked__plot">
              <span className="ranked__interval">
                {one.status === 'shown' && scale && <IntervalPlot scale={scale} estimate={one} />}
                <span className="ranked__limits">{intervalWords(one, definition)}</span>
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** What is said of this figure and not of all of them. The source's verdict of the place stands at its own figure above. */
function ownNotes(one: BoroughEstimate, { boroughs }: BoroughsReply): string[] {
  const notesOf = (borough: BoroughEstimate) => (borough.status === 'shown' ? (borough.notes ?? []) : []);
  return notesOf(one).filter(
    (note) =>
      sourceVerdictIn([note]) === undefined &&
      boroughs.some((other) => other.status === 'shown' && !notesOf(other).includes(note)),
  );
}
