import './sides-table.css';
import type { GapSide, SidesRow } from '../../../server/contract/ages-and-sexes.ts';
import { writtenSigned } from '../../../server/contract/written-figures.ts';
import { AnswerMark } from '../ui/verdict-mark.tsx';
import { WideTable } from '../ui/wide-table.tsx';
import { intervalWords, valueWords } from '../words/figure-words.ts';
import { gapSideWords } from '../words/format.ts';
import { adjustmentWords } from '../words/meaning.ts';
import { IntervalPlot } from './interval-plot.tsx';
import { intervalScale } from './interval-scale.ts';

/** Ages, or sexes, of one indicator side by side: figures, intervals, differences and what was found. */
export function SidesTable({ row }: { row: SidesRow }) {
  const scale = intervalScale(row.sides.map(({ estimate }) => estimate));
  return (
    <>
      <h3>{row.shortTitle}</h3>
      <p className="sides__note">
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
                <span className="sides__small">{intervalWords(side.estimate, row)}</span>
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

function Difference({ side: { against, difference }, row }: { side: GapSide; row: SidesRow }) {
  if (against === '') return <>the reference</>;
  if (difference === undefined) return <>none: not tested, against {against}</>;
  const { value, lower95, upper95 } = difference;
  return (
    <>
      {gapSideWords(value, row) || 'level with them'}
      {lower95 !== undefined && upper95 !== undefined && (
        <span className="sides__small">
          {writtenSigned(lower95, row.decimals)} to {writtenSigned(upper95, row.decimals)}
        </span>
      )}
      <span className="sides__small">against {against}</span>
    </>
  );
}
