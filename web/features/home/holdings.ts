/** What the site holds, in sentences that are true of all of it. Pure. */
import { comparePeriods } from '../../../server/contract/periods.ts';
import { inWords, lowerFirst } from '../../../server/contract/phrases.ts';
import type { IndicatorSummary } from '../../../server/contract/replies.ts';
import { countOf, formatPeriod } from '../../shared/words/format.ts';
import { isOfficial } from '../../shared/words/meaning.ts';

type Held = Pick<IndicatorSummary, 'basis' | 'kind' | 'shortTitle' | 'areaTypes' | 'latestPeriod' | 'dates'>;

/** Whether any of them is. */
export const hasSynthetic = ({ basis }: Pick<Held, 'basis'>) => basis.includes('synthetic');

const byWard = (held: readonly Held[]) =>
  held.filter((one) => isOfficial(one) && one.areaTypes.includes('ward'));

/** "65 sets of official figures on health and its causes, 16 of them by ward. Where a difference can be tested, ..." */
export function officialHoldings(held: readonly Held[], place: string): string {
  const real = held.filter(isOfficial).length;
  const wards = byWard(held).length;
  if (real === 0)
    return `No official figures are held for ${place}: all that is shown is made for demonstration.`;
  const parts = wards === 0 ? `none of them by ward` : `${wards} of them by ward`;
  return `${countOf(real, 'indicator', 'indicators')} of health and its causes from official sources, ${parts}. Where a difference can be tested, a plain word says whether it is beyond chance; where it cannot, the page says why.`;
}

/** Which real outcomes and services there are of wards, so that nobody looks for others. */
export function wardHoldings(held: readonly Held[]): string {
  const of = (kind: Held['kind']) => byWard(held).filter((one) => one.kind === kind);
  const [outcomes, services] = [of('outcome'), of('service')];
  return `${sentenceOf('Health outcomes by ward', outcomes)} ${sentenceOf('Care and vaccination by ward', services)}`;
}

function sentenceOf(what: string, some: readonly Held[]): string {
  if (some.length === 0) return `${what}: no real figures are held.`;
  const names = inWords(some.map(({ shortTitle }) => lowerFirst(shortTitle)));
  const newest = some.flatMap(({ latestPeriod, dates }) =>
    latestPeriod === null ? [] : [{ period: latestPeriod, made: dates?.[latestPeriod] }],
  );
  const counted = newest
    .flatMap(({ period, made }) => (made === undefined ? [period] : []))
    .sort(comparePeriods)
    .at(-1);
  const made = [...new Set(newest.flatMap((one) => one.made ?? []))];
  const until =
    counted === undefined
      ? ''
      : `, the newest ${made.length === 0 ? '' : 'counted '}of ${formatPeriod(counted)}`;
  const others = made.length === 0 ? '' : `; of other dates: ${made.join('; ')}`;
  return `${what}: real figures are held for ${names} only${until}${others}.`;
}
