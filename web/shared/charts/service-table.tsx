import { Link } from '@tanstack/react-router';
import type { ServiceArea, ServiceFigures } from '../../../server/contract/service-replies.ts';
import { WideTable } from '../ui/wide-table.tsx';
import { intervalWords, valueWords } from '../words/figure-words.ts';
import { formatFraction, formatInUnit } from '../words/format.ts';
import { Sparkline } from './sparkline.tsx';

interface ServiceTableProps {
  readonly label: string;
  readonly indicators: readonly ServiceFigures[];
  /** Whether the rows name their indicator. */
  readonly named: boolean;
}

/** Figures of services, a row for each network, trust or system; what changed since a year before is not tested. */
export function ServiceTable({ label, indicators, named }: ServiceTableProps) {
  const hasLines = indicators.some(({ areas }) => areas.some(({ points }) => points.length > 1));
  return (
    <WideTable label={label}>
      <thead>
        <tr>
          {named && <th scope="col">Indicator</th>}
          <th scope="col">Whose</th>
          <th scope="col">Latest</th>
          <th scope="col">A year before</th>
          {hasLines && (
            <th scope="col">
              <span className="nhsuk-u-visually-hidden">Over time</span>
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {indicators.flatMap((one) =>
          one.areas.map((area, at) => (
            <tr key={`${one.indicator} ${area.code}`}>
              {named && at === 0 && (
                <th scope="rowgroup" rowSpan={one.areas.length}>
                  <Link to="/indicators/$id" params={{ id: one.indicator }}>
                    {one.shortTitle}
                  </Link>
                </th>
              )}
              <th scope="row">
                {area.whose} {area.name}
              </th>
              <td>
                <Point of={one} point={area.latest} />
              </td>
              <td>{area.yearBefore === null ? 'None held' : <Point of={one} point={area.yearBefore} />}</td>
              {hasLines && (
                <td>
                  <Sparkline
                    points={area.points.map(({ estimate }) =>
                      estimate.status === 'shown' ? estimate.value : null,
                    )}
                  />
                </td>
              )}
            </tr>
          )),
        )}
      </tbody>
    </WideTable>
  );
}

interface PointProps {
  readonly of: ServiceFigures;
  readonly point: ServiceArea['latest'];
}

/** "6.11% (6.00% to 6.23%), 9,949 of 162,736; 2020/21, 5 years ago", with what the source says of it. */
function Point({ of, point: { estimate, periodLabel, age } }: PointProps) {
  const { numerator, denominator, interval, notes = [] } = estimate.status === 'shown' ? estimate : NO_FIGURE;
  return (
    <>
      <strong>{valueWords(estimate, of)}</strong>
      {interval !== 'none' && ` (${intervalWords(estimate, of)})`}
      {numerator !== undefined && denominator !== undefined && `, ${formatFraction(numerator, denominator)}`};{' '}
      {periodLabel}
      {age !== undefined && `, ${age} years ago`}. {notes.join(' ')}
    </>
  );
}

const NO_FIGURE = { interval: 'none', numerator: undefined, denominator: undefined, notes: [] } as const;

/** "2 networks together, 2020/21: 17,931 of 281,542 (6.37%)." */
export function TogetherLine({ of }: { of: ServiceFigures }) {
  if (of.together === null) return null;
  const { name, periodLabel, numerator, denominator, value } = of.together;
  return (
    <p>
      {name}, {periodLabel}: {formatFraction(numerator, denominator)} ({formatInUnit(value, of)}).
    </p>
  );
}
