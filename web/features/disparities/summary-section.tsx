import { Details } from 'nhsuk-react-components';
import type { SummaryMeasure } from '../../../server/contract/dimensions.ts';
import type { DisparitiesReply, Summary } from '../../../server/contract/disparity-replies.ts';
import { writtenFigure } from '../../../server/contract/written-figures.ts';
import { WideTable } from '../../shared/ui/wide-table.tsx';
import { formatValue } from '../../shared/words/format.ts';
import { isAllReal } from './answer-words.ts';
import { formatSigned } from './gap-words.ts';

/** Three figures that matter, whatever the scale of the measure. */
function decimalsOf({ value, lower95, upper95 }: Summary): number {
  const size = Math.max(...[value, lower95 ?? 0, upper95 ?? 0].map(Math.abs));
  return size >= 100 ? 0 : size >= 1 ? 2 : 3;
}

const plain = (value: number, decimals: number) =>
  value < 0 ? formatSigned(value, decimals) : writtenFigure(value, { decimals });

/** Measures over all groups in one number each, and why others are refused. */
export function SummarySection({ reply }: { reply: DisparitiesReply }) {
  const { summary, refused } = reply;
  // Of figures made for demonstration the numbers of the table alone.
  const isTold = isAllReal(reply);
  return (
    <section className="gaps__section" aria-labelledby="one-number">
      <h2 id="one-number">The gap between all groups in one number</h2>
      {isTold && (
        <p>
          {leadingOf(summary)?.reading ?? refused[0]?.reason} {coverageWords(reply)}
        </p>
      )}
      <Details className="caveats">
        <Details.Summary>Every measure that fits these groups, and those refused</Details.Summary>
        <Details.Text>
          {summary.length > 0 && (
            <WideTable label="Summary measures">
              <thead>
                <tr>
                  <th scope="col">Measure</th>
                  <th scope="col">Value (95%)</th>
                  <th scope="col">Unit</th>
                  {isTold && <th scope="col">What it says</th>}
                </tr>
              </thead>
              <tbody>
                {summary.map((one) => (
                  <tr key={one.measure}>
                    <th scope="row">{one.label}</th>
                    <td>{summaryValue(one)}</td>
                    <td>{one.unit}</td>
                    {isTold && <td>{one.reading}</td>}
                  </tr>
                ))}
              </tbody>
            </WideTable>
          )}
          {refused.length > 0 && (
            <>
              <h3>Refused, because they would mislead here</h3>
              <ul>
                {refused.map(({ measure, label, reason }) => (
                  <li key={measure}>
                    <strong>{label}.</strong> {reason}
                  </li>
                ))}
              </ul>
            </>
          )}
        </Details.Text>
      </Details>
    </section>
  );
}

/** How many people a measure over groups speaks for; some groups may be withheld or missing, or people of none. */
function coverageWords({ coverage, summary, counted }: DisparitiesReply): string {
  if (coverage === null || summary.length === 0) return '';
  const share = formatValue(Math.min(100, coverage.share), { unit: 'percent', decimals: 1 });
  return `The groups shown cover ${share} of the ${counted}.`;
}

/** The plainest to say in a meeting, where it is there. */
const PLAINEST: readonly SummaryMeasure[] = ['slope-index', 'mean-difference-from-mean'];

const leadingOf = (summary: readonly Summary[]) =>
  summary.find(({ measure }) => PLAINEST.includes(measure)) ?? summary[0];

function summaryValue(one: Summary): string {
  const decimals = decimalsOf(one);
  const { lower95, upper95 } = one;
  return lower95 === undefined || upper95 === undefined
    ? plain(one.value, decimals)
    : `${plain(one.value, decimals)} (${plain(lower95, decimals)} to ${plain(upper95, decimals)})`;
}
