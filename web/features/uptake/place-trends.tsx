import { useQueries } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { agedLabel } from '../../../server/contract/ages.ts';
import type { IndicatorSummary, TrendReply } from '../../../server/contract/replies.ts';
import { trendQueryOptions } from '../../shared/api/queries.ts';
import { isSynthetic, SyntheticMark } from '../../shared/ui/synthetic-notice.tsx';
import { intervalWords, valueWords } from '../../shared/words/figure-words.ts';
import { formatValue } from '../../shared/words/format.ts';
import { type Threshold, thresholdsOf } from './thresholds.ts';
import { UptakeLine } from './uptake-line.tsx';
import type { useTargets } from './use-targets.ts';

interface PlaceTrendsProps {
  readonly ids: readonly string[];
  readonly indicators: readonly IndicatorSummary[];
  readonly place: string;
  readonly release: { readonly release?: number };
  readonly targets: ReturnType<typeof useTargets>;
}

/** Vaccines published for the whole place only: the newest figure of each, its line over time and what is aimed for. */
export function PlaceTrends({ ids, indicators, place, release, targets }: PlaceTrendsProps) {
  const held = ids.flatMap((id) => indicators.find((one) => one.id === id) ?? []);
  const replies = useQueries({
    queries: held.map(({ id }) => trendQueryOptions(id, { area: place, ...release })),
  });
  return (
    <ul className="place-trends">
      {held.map((indicator, index) => (
        <li key={indicator.id} data-indicator={indicator.id}>
          <Link
            to="/indicators/$id"
            params={{ id: indicator.id }}
            search={release.release === undefined ? {} : { release: String(release.release) }}
          >
            {indicator.shortTitle}
          </Link>
          <PlaceTrend
            indicator={indicator}
            reply={replies[index]?.data}
            isRefused={replies[index]?.isError ?? false}
            thresholds={thresholdsOf(targets, {
              indicator: indicator.id,
              area: place,
              place,
              stratum: {},
            })}
          />
        </li>
      ))}
    </ul>
  );
}

interface PlaceTrendProps {
  readonly indicator: Pick<IndicatorSummary, 'unit' | 'decimals' | 'counted'>;
  readonly reply: TrendReply | undefined;
  /** Whether the question was asked and could not be answered. */
  readonly isRefused: boolean;
  readonly thresholds: readonly Threshold[];
}

/** That no figure is held is said only once an answer says so: not while it is on its way, nor where there was none. */
export function PlaceTrend({ indicator, reply, isRefused, thresholds }: PlaceTrendProps) {
  if (reply === undefined && isRefused)
    return <span role="alert">Could not be loaded. Reload the page to try again.</span>;
  if (reply === undefined) return <span className="loading">Loading…</span>;
  const last = reply.points.findLast(({ estimate }) => estimate.status === 'shown');
  if (last === undefined) return <span>No figure is held.</span>;
  const [target] = thresholds;
  return (
    <>
      <span className="place-trends__value">
        <strong>{valueWords(last.estimate, indicator)}</strong>{' '}
        {isSynthetic(last.estimate) && <SyntheticMark />}
      </span>
      <span className="place-trends__small">
        95% interval {intervalWords(last.estimate, indicator)}, {agedLabel(last.label, last.period, reply)}
        {target && `. Aim: ${formatValue(target.value, { unit: indicator.unit, decimals: 0 })}`}
        {target?.synthetic && ' (illustrative)'}
      </span>
      {reply.points.length > 1 && (
        <UptakeLine
          area={reply.points.map(({ period, estimate }) => ({ period, estimate }))}
          whole={target ? reply.points.map(({ period }) => ({ period, estimate: lineAt(target.value) })) : []}
          at={undefined}
        />
      )}
    </>
  );
}

const lineAt = (value: number) => ({ status: 'shown', value, interval: 'none', basis: 'published' }) as const;
