/** What one figure says of counts of people. Pure. */
import type { ShownEstimate } from '../contract/estimate.ts';
import { PROTECT } from '../contract/policies.ts';
import type { IndicatorReply } from '../contract/replies.ts';
import { UNLIMITED } from '../disclosure/bounds/cell-bounds.ts';
import { type Bounds, boundsOfShown } from '../disclosure/policy.ts';
import { TOTAL } from '../disclosure/table/dimension.ts';
import type { CountedOutcome } from './count-system.ts';
import type { GatheredFigure } from './figure.ts';
import { countsOfPercentage, countsOfRate, type InvertedCounts } from './inversion.ts';

export interface Fact extends Bounds {
  readonly outcome: CountedOutcome;
}

/** What the intruder knows beside the figures. */
export interface Knowledge {
  /** Everything withheld is a small count: so it is where only the rules for single cells are kept. */
  readonly withheldIsSmall: boolean;
}

const SMALL: Bounds = { lowest: 1, highest: PROTECT.largestSmall };
const outcomes = { with: 'with', without: 'without', people: TOTAL } as const;

export function factsOf(
  { estimate }: GatheredFigure,
  definition: IndicatorReply,
  knowledge: Knowledge,
): Fact[] {
  const { part } = definition.countTable ?? {};
  if (part === undefined || estimate.status === 'missing' || estimate.status === 'withdrawn') return [];
  if (estimate.status === 'withheld') {
    return part === 'share' || !knowledge.withheldIsSmall ? [] : [{ outcome: outcomes[part], ...SMALL }];
  }
  if (part !== 'share') return [{ outcome: outcomes[part], ...boundsOfCount(estimate.value) }];
  const counts = countsBehind(estimate, definition.unit);
  if (counts === undefined) return [];
  const { numerator, denominator } = counts;
  return [
    { outcome: 'with', ...boundsOfCount(numerator) },
    { outcome: TOTAL, ...boundsOfCount(denominator) },
    // A share is withheld where those without it are few: so they are nobody, or many.
    { outcome: 'without', ...(numerator === denominator ? NO_PEOPLE : MANY) },
  ];
}

export const NO_PEOPLE: Bounds = { lowest: 0, highest: 0 };
export const MANY: Bounds = { lowest: PROTECT.largestSmall + 1, highest: UNLIMITED };

export function countsBehind(estimate: ShownEstimate, unit: string): InvertedCounts | undefined {
  const { value, numerator, denominator, lower95, upper95 } = estimate;
  if (numerator !== undefined && denominator !== undefined) return { numerator, denominator };
  if (lower95 === undefined || upper95 === undefined) return undefined;
  return unit === 'percent'
    ? countsOfPercentage(value, lower95, upper95)
    : countsOfRate(value, lower95, upper95, 100_000);
}

/** A count that is no rounded one is what it is. */
export function boundsOfCount(count: number): Bounds {
  const isRounded = count % PROTECT.roundedTo === 0 && (count === 0 || count > PROTECT.largestSmall);
  return isRounded ? boundsOfShown(count) : { lowest: Math.ceil(count), highest: Math.floor(count) };
}
