/** What modelled figures of one dataset are off, by characteristic and by area. */
import { areaTypes, labelOf } from '../../../server/contract/dimensions.ts';
import type { ModellingReply } from '../../../server/contract/modelling-reply.ts';
import { WideTable } from '../../shared/ui/wide-table.tsx';
import { formatNumber } from '../../shared/words/format.ts';

type Dataset = ModellingReply['datasets'][number];
type Measurement = Dataset['measurements'][number];

export function MeasurementTables({ dataset: { title, measurements } }: { readonly dataset: Dataset }) {
  return measurements.map((measurement) => {
    const { from, to, base } = measurement;
    const words = `${title}: shares of ${base}, from ${pluralOf(from.type)} of ${from.edition} to ${pluralOf(to)}`;
    return (
      <section key={`${from.type} ${from.edition} ${to} ${base}`}>
        <h3>{words}</h3>
        {!measurement.isUsed && (
          <p>
            No figure here is a share of {base}, so none carries this error: it says what one would carry.
          </p>
        )}
        <p>{summaryOf(measurement)}</p>
        <Characteristics label={`${words}, by characteristic`} measurement={measurement} />
        <details className="methods__areas">
          <summary>
            By {to}: the error of a share of one half, from {errorOf(smallestOf(measurement))} to{' '}
            {errorOf(largestOf(measurement))}
          </summary>
          <Areas label={`${words}, by ${to}`} measurement={measurement} />
        </details>
      </section>
    );
  });
}

function summaryOf({ characteristics, inside, insideAlone, pooled, areas, to }: Measurement): string {
  const whole = areas.filter(({ error }) => error === 0).length;
  return [
    `Measured on ${characteristics.length} characteristics; root mean square of all errors ${errorOf(pooled)} on the log odds.`,
    ...(inside === null
      ? ['Only one Census table is loaded, so it could not be tried by leaving one out.']
      : [`Left out in turn, ${formatNumber(inside, 1)}% of their true values lie inside the 95% intervals.`]),
    ...(typeof insideAlone === 'number'
      ? [
          `By the error of sharing out alone, without the chance of counts, ${formatNumber(insideAlone, 1)}% do.`,
        ]
      : []),
    ...(whole > 0
      ? [`Areas of this type made of whole source areas, with no error: ${whole} of ${areas.length}.`]
      : [`No ${to} is made of whole source areas.`]),
  ].join(' ');
}

interface TableProps {
  readonly label: string;
  readonly measurement: Measurement;
}

function Characteristics({ label, measurement: { characteristics, base } }: TableProps) {
  return (
    <WideTable label={label}>
      <thead>
        <tr>
          <th scope="col">Characteristic</th>
          <th scope="col">Census table</th>
          <th scope="col">Share of {base}</th>
          <th scope="col">Error, points</th>
          <th scope="col">Error, log odds</th>
          <th scope="col">True values inside</th>
          <th scope="col">By the error alone</th>
        </tr>
      </thead>
      <tbody>
        {characteristics.map(({ id, title, table, share, points, error, inside, insideAlone }) => (
          <tr key={id}>
            <th scope="row">{title}</th>
            <td>{table}</td>
            <td>{formatNumber(share, 1)}%</td>
            <td>{formatNumber(points, 2)}</td>
            <td>{errorOf(error)}</td>
            <td>{insideOf(inside)}</td>
            <td>{insideOf(insideAlone ?? null)}</td>
          </tr>
        ))}
      </tbody>
    </WideTable>
  );
}

function Areas({ label, measurement: { areas, to } }: TableProps) {
  return (
    <WideTable label={label}>
      <thead>
        <tr>
          <th scope="col">{labelOf(areaTypes, to)}</th>
          <th scope="col">Error its figures carry, log odds</th>
          <th scope="col">In points at 50%</th>
          <th scope="col">True values inside</th>
          <th scope="col">By the error alone</th>
        </tr>
      </thead>
      <tbody>
        {areas.map(({ code, name, error, inside, insideAlone }) => (
          <tr key={code}>
            <th scope="row">{name}</th>
            <td>{errorOf(error)}</td>
            <td>{formatNumber(AT_HALF * error, 1)}</td>
            <td>{insideOf(inside)}</td>
            <td>{insideOf(insideAlone ?? null)}</td>
          </tr>
        ))}
      </tbody>
    </WideTable>
  );
}

/** Percentage points that one unit of log odds is at a share of a half. */
const AT_HALF = 25;

const errorOf = (error: number) => formatNumber(error, 3);
const insideOf = (inside: number | null) => (inside === null ? 'not tried' : `${formatNumber(inside, 0)}%`);
const smallestOf = ({ areas }: Measurement) => Math.min(...areas.map(({ error }) => error));
const largestOf = ({ areas }: Measurement) => Math.max(...areas.map(({ error }) => error));
const pluralOf = (type: Measurement['to']) => areaTypes.find(({ id }) => id === type)?.plural ?? type;
