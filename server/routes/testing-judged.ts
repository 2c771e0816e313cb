/** The answers of a release once more, from the p-values it keeps and the rule as DESIGN words it. For tests; imports nothing of the rule. */
import type { Kysely } from 'kysely';
import type { ReleaseTables } from '../../db/schema.ts';
import type { IndicatorsReply } from '../contract/replies.ts';

type Summary = IndicatorsReply['indicators'][number];
type Row = { readonly id: string; readonly p: number; readonly lists: readonly string[] };

export interface JudgedAgain {
  /** Ids of the comparisons that every list rejects. */
  readonly proven: ReadonlySet<string>;
  /** Share of the lists of indicators selected, by whether figures are synthetic. */
  readonly shares: { readonly real: number; readonly synthetic: number };
}

/** Benjamini and Hochberg (1995): the largest p-value that is rejected; below zero where none is. */
export function largestRejected(p: readonly number[], level: number): number {
  const sorted = p.toSorted((a, b) => a - b);
  return sorted.reduce((last, one, at) => (one <= (level * (at + 1)) / sorted.length ? one : last), -1);
}

/** What the newest release judged. */
export async function keptByNewest(db: Kysely<ReleaseTables>) {
  const { id } = await db
    .selectFrom('release.release')
    .select(({ fn }) => fn.max('id').as('id'))
    .executeTakeFirstOrThrow();
  return db.selectFrom('release.comparison').selectAll().where('release_id', '=', id).execute();
}

export async function judgedAgain(
  db: Kysely<ReleaseTables>,
  indicators: readonly Summary[],
): Promise<JudgedAgain> {
  const stored = (await keptByNewest(db)).filter(({ p }) => p !== null);
  const known = new Map(indicators.map((one) => [one.id, one]));
  const rows = stored.map(({ comparison, indicator, p }) => ({
    id: comparison,
    p: p ?? 1,
    making: makingOf(known.get(indicator)),
    lists: listsOf(comparison, indicator, known.get(indicator)?.kind ?? ''),
  }));
  const shares = { real: 0, synthetic: 0 };
  const proven = new Set<string>();
  for (const making of ['real', 'synthetic'] as const) {
    const own = rows.filter((row) => row.making === making);
    const sorts = [0, 1, 2].map((sort) => rejectedIn(own, sort));
    shares[making] = sorts[0]?.share ?? 0;
    for (const { id, lists } of own)
      if (sorts.every(({ rejected }, sort) => lists[sort] === '' || rejected.has(id))) proven.add(id);
  }
  return { proven, shares };
}

export const makingOf = (indicator: Pick<Summary, 'basis'> | undefined) =>
  indicator?.basis.every((basis) => basis === 'synthetic') === true ? 'synthetic' : 'real';

/** Of its indicator; of its area and the kind; of its group or named reference and the kind, empty where it has none. */
function listsOf(id: string, indicator: string, kind: string): readonly string[] {
  const [, , , subject = '', reference = ''] = id.split(':');
  const [area = '', group] = subject.split(/\.(.*)/);
  const named = group ?? (reference.startsWith('since-') ? 'earlier' : reference);
  return [indicator, `${area} ${kind}`, named === 'rest' ? '' : `${named} ${kind}`];
}

/** Lists by their Simes p (1986), selected; and within those the comparisons rejected (Benjamini and Bogomolov 2014). */
function rejectedIn(rows: readonly Row[], sort: number) {
  const lists = [...Map.groupBy(rows, ({ lists: own }) => own[sort] ?? '')].filter(([name]) => name !== '');
  const simes = lists.map(([, members]) => {
    const sorted = members.map(({ p }) => p).sort((a, b) => a - b);
    return Math.min(...sorted.map((p, at) => (p * sorted.length) / (at + 1)));
  });
  const below = largestRejected(simes, 0.05);
  const selected = lists.filter((_, at) => (simes[at] ?? 1) <= below);
  const share = lists.length === 0 ? 0 : selected.length / lists.length;
  const rejected = new Set(
    selected.flatMap(([, members]) => {
      const stands = largestRejected(
        members.map(({ p }) => p),
        0.05 * share,
      );
      return members.filter(({ p }) => p <= stands).map(({ id }) => id);
    }),
  );
  return { share, rejected };
}

/** What a proven difference is called: the side of better, or only higher or lower. */
export function calledOf(
  { kind, polarity, ageAdjusted }: Pick<Summary, 'kind' | 'polarity' | 'ageAdjusted'>,
  isHigher: boolean,
): string {
  const isGoodOrBad = (kind === 'outcome' || kind === 'service') && ageAdjusted !== false;
  if (!isGoodOrBad || polarity === 'neutral') return isHigher ? 'higher' : 'lower';
  return isHigher === (polarity === 'higher-is-better') ? 'better' : 'worse';
}

/** An indicator as a person reads it at one age band: among ages too far apart it is not adjusted for age. */
export const readAt = (one: Summary, ageBand: string): Summary =>
  one.unadjustedAges.includes(ageBand) ? { ...one, ageAdjusted: false } : one;

/** Whether nothing is tested, whatever the figures are. */
export const isUntested = ({ kind, isOfAreas }: Pick<Summary, 'kind' | 'isOfAreas'>) =>
  kind === 'context' || isOfAreas;

/** Uptake is judged among people on the NHS register, and among no other population. */
export const isAmongAnother = (denominator: string | undefined) => denominator === 'census';
