import { useQuery } from '@tanstack/react-query';
import type {
  AgesAndSexesReply,
  Side,
  SidesRow,
  SidesSection,
} from '../../../server/contract/ages-and-sexes.ts';
import { labelOf, openingTopics } from '../../../server/contract/dimensions.ts';
import { paths } from '../../../server/contract/paths.ts';
import { agesAndSexesQuery } from '../../shared/api/queries.ts';
import { ChartFrame } from '../../shared/charts/chart-frame.tsx';
import { IntervalKey, IntervalPlot } from '../../shared/charts/interval-plot.tsx';
import { intervalScale } from '../../shared/charts/interval-scale.ts';
import { DownloadLink } from '../../shared/ui/download-link.tsx';
import { FoldSection } from '../../shared/ui/fold-section.tsx';
import { AnswerMark } from '../../shared/ui/verdict-mark.tsx';
import { WideTable } from '../../shared/ui/wide-table.tsx';
import { intervalWords, valueWords } from '../../shared/words/figure-words.ts';
import { countOf, gapSideWords } from '../../shared/words/format.ts';
import { adjustmentWords } from '../../shared/words/meaning.ts';
import { formatSigned } from './gap-words.ts';

interface AgesAndSexesProps {
  readonly area: string;
  readonly release: { readonly release?: number };
}

/** Outcomes and services by sex and by age, in sections of their own; nothing where the area has none. */
export function AgesAndSexes({ area, release }: AgesAndSexesProps) {
  const { data } = useQuery(agesAndSexesQuery({ area, ...release }));
  if (data === undefined || data.sections.length === 0) return null;
  return (
    <FoldSection
      id="ages-and-sexes"
      className="gaps__section"
      title="By sex and by age"
      note={data.sections
        .map(({ by, rows }) => `${countOf(rows.length, 'figure', 'figures')} by ${by}`)
        .join(', ')}
    >
      <ul className="sides__lines">
        {data.opening.map(({ topic, text }) => (
          <li key={text}>
            <strong>{labelOf(openingTopics, topic)}:</strong> {text}
          </li>
        ))}
      </ul>
      {data.sections.map((section) => (
        <SidesFigure key={section.by} section={section} reply={data} release={release} />
      ))}
    </FoldSection>
  );
}

interface SidesFigureProps {
  readonly section: SidesSection;
  readonly reply: AgesAndSexesReply;
  readonly release: AgesAndSexesProps['release'];
}

function SidesFigure({ section: { by, title, rows }, reply, release }: SidesFigureProps) {
  return (
    <ChartFrame
      title={title}
      measure={`In ${reply.area.name}. Figures of one row are of one period; those of different periods are never compared. ${by === 'sex' ? 'Surveys and life expectancy are tested only by the limits their source publishes.' : 'Ages are compared as they are: neither high nor low is judged.'}`}
      basis={[...new Set(rows.flatMap(({ basis }) => basis))]}
      source={[...new Set(rows.map(({ source }) => source))].join('. ')}
      downloads={
        <p className="downloads">
          <DownloadLink
            href={paths.agesAndSexesCsv({ area: reply.area.code, ...release })}
            text="Download sexes and ages (CSV)"
          />
        </p>
      }
    >
      {rows.map((row) => (
        <SidesTable key={row.indicator} row={row} />
      ))}
      <IntervalKey place={undefined} country={undefined} />
    </ChartFrame>
  );
}

function SidesTable({ row }: { row: SidesRow }) {
  const scale = intervalScale(row.sides.map(({ estimate }) => estimate));
  return (
    <>
      <h3>{row.shortTitle}</h3>
      <p className="gaps__note">
        {row.title}, {row.periodLabel}
        {adjustmentWords(row)}. Test: {row.test}.{row.caution !== null && ` ${row.caution}`}
      </p>
      <WideTable label={`${row.shortTitle}, ${row.periodLabel}`}>
        <thead>
          <tr>
            <th scope="col">Who</th>
            <th scope="col">Figure and 95% interval</th>
            <th scope="col">Drawn</th>
            <th scope="col">Difference</th>
            <th scope="col">Found</th>
          </tr>
        </thead>
        <tbody>
          {row.sides.map((side) => (
            <tr key={side.group}>
              <th scope="row">{side.label}</th>
              <td>
                {valueWords(side.estimate, row)}
                <span className="heat__small">{intervalWords(side.estimate, row)}</span>
              </td>
              <td>{scale !== undefined && <IntervalPlot scale={scale} estimate={side.estimate} />}</td>
              <td>
                <Difference side={side} row={row} />
              </td>
              <td>{side.against === '' ? 'the reference' : <AnswerMark answer={side} />}</td>
            </tr>
          ))}
        </tbody>
      </WideTable>
    </>
  );
}

function Difference({ side: { against, difference }, row }: { side: Side; row: SidesRow }) {
  if (against === '') return <>the reference</>;
  if (difference === undefined) return <>none: not tested, against {against}</>;
  const { value, lower95, upper95 } = difference;
  return (
    <>
      {gapSideWords(value, row) || 'level with them'}
      {lower95 !== undefined && upper95 !== undefined && (
        <span className="heat__small">
          {formatSigned(lower95, row.decimals)} to {formatSigned(upper95, row.decimals)}
        </span>
      )}
      <span className="heat__small">against {against}</span>
    </>
  );
}
