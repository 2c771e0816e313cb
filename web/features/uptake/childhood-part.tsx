import { useQueries } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { agedLabel } from '../../../server/contract/ages.ts';
import type { IndicatorSummary, TrendReply } from '../../../server/contract/replies.ts';
import { trendQueryOptions } from '../../shared/api/queries.ts';
import { FoldSection } from '../../shared/ui/fold-section.tsx';
import { WideTable } from '../../shared/ui/wide-table.tsx';
import { intervalWords, valueWords } from '../../shared/words/figure-words.ts';
import { CoverageLine } from './coverage-line.tsx';
import { STEPS, stepsWords } from './coverage-steps.ts';
import type { OtherVaccinesProps } from './other-vaccines.tsx';
import { thresholdsOf } from './thresholds.ts';
import { childhoodIndicators } from './vaccines.ts';

/** Childhood vaccines by quarter: the newest figure of each, how far it is on the steps to the target, and every quarter. */
export function ChildhoodPart({ indicators, place, release, targets }: OtherVaccinesProps) {
  const held = childhoodIndicators.flatMap((id) => indicators.find((one) => one.id === id) ?? []);
  const replies = useQueries({
    queries: held.map(({ id }) => trendQueryOptions(id, { area: place.code, ...release })),
  });
  if (held.length === 0) return null;
  const targetOf = (indicator: string) =>
    thresholdsOf(targets, { indicator, area: place.code, place: place.code, stratum: {} })[0]?.value;
  // One recommendation for all of them: where a vaccine has no target of its own, the line is that of the others.
  const common = held.flatMap(({ id }) => targetOf(id) ?? []).at(0);
  const told = held.flatMap((indicator, at) => {
    const reply = replies[at]?.data;
    return reply === undefined ? [] : [{ indicator, reply, target: targetOf(indicator.id) ?? common }];
  });
  const failed = replies.some(({ isError }) => isError);
  return (
    <>
      <h2>Childhood vaccines by quarter</h2>
      <p className="uptake__note">
        Children in {place.name} who had it by the age named. Lines at{' '}
        {STEPS.map((step) => `${step}%`).join(', ')}
        {common !== undefined && ` and at the target of ${common}%`}; the scale does not begin at zero.
      </p>
      {failed && <p role="alert">Some could not be loaded. Reload the page to try again.</p>}
      <ul className="place-trends place-trends--wide">
        {told.map((one) => (
          <li key={one.indicator.id} data-indicator={one.indicator.id}>
            <Coverage {...one} release={release} />
          </li>
        ))}
      </ul>
      {told.length > 0 && <Quarters told={told} place={place.name} />}
    </>
  );
}

interface Told {
  readonly indicator: IndicatorSummary;
  readonly reply: TrendReply;
  readonly target: number | undefined;
}

function Coverage({ indicator, reply, target, release }: Told & Pick<OtherVaccinesProps, 'release'>) {
  const last = reply.points.findLast(({ estimate }) => estimate.status === 'shown');
  return (
    <>
      <Link
        to="/indicators/$id"
        params={{ id: indicator.id }}
        search={release.release === undefined ? {} : { release: String(release.release) }}
      >
        {indicator.shortTitle}
      </Link>
      {last?.estimate.status === 'shown' ? (
        <>
          <span className="place-trends__value">
            <strong>{valueWords(last.estimate, indicator)}</strong>
          </span>
          <span className="place-trends__small">
            95% interval {intervalWords(last.estimate, indicator)},{' '}
            {agedLabel(last.label, last.period, reply)}. {stepsWords(last.estimate.value, target)}
          </span>
        </>
      ) : (
        <span>No figure is held.</span>
      )}
      <CoverageLine points={reply.points} target={target} />
    </>
  );
}

/** Everything drawn, as a table: newest quarter first. */
function Quarters({ told, place }: { told: readonly Told[]; place: string }) {
  const labels = new Map(
    told.flatMap(({ reply }) => reply.points.map(({ period, label }) => [period, label])),
  );
  const periods = [...labels.keys()].toSorted().reverse();
  return (
    <FoldSection id="childhood-quarters" level={3} title="Every quarter as a table">
      <WideTable label={`Childhood vaccines by quarter, ${place}`}>
        <thead>
          <tr>
            <th scope="col">Quarter</th>
            {told.map(({ indicator }) => (
              <th key={indicator.id} scope="col">
                {indicator.shortTitle}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {periods.map((period) => (
            <tr key={period}>
              <th scope="row">{labels.get(period)}</th>
              {told.map(({ indicator, reply }) => {
                const estimate = reply.points.find((point) => point.period === period)?.estimate;
                return (
                  <td key={indicator.id}>{estimate === undefined ? '' : valueWords(estimate, indicator)}</td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </WideTable>
    </FoldSection>
  );
}
