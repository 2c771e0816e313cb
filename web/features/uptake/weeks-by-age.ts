/** On which population and at which ages an area has most dates. Pure. */
import type { AreaType, Denominator } from '../../../server/contract/dimensions.ts';
import type { IndicatorReply } from '../../../server/contract/replies.ts';

/** Fewer dates are no weeks. */
const FEWEST = 4;

interface WeeksByAge {
  readonly denominator: Denominator | undefined;
  /** Everyone first, then as the definition lists them. */
  readonly ageBands: readonly string[];
}

/** The population that everyone has most dates on, with the ages that have at least four; undefined where none has. */
export function weeksByAge(
  { available }: Pick<IndicatorReply, 'available'>,
  areaType: AreaType,
): WeeksByAge | undefined {
  const rows = available.filter(
    (row) =>
      row.areaType === areaType &&
      row.ethnicGroup === 'all' &&
      row.sex === 'all' &&
      row.deprivation === 'all' &&
      row.periods.length >= FEWEST,
  );
  const [most] = rows
    .filter(({ ageBand }) => ageBand === 'all')
    .toSorted((a, b) => b.periods.length - a.periods.length);
  if (most === undefined) return undefined;
  const own = rows.filter(({ denominator }) => denominator === most.denominator);
  const ageBands = [...new Set(['all', ...own.map(({ ageBand }) => ageBand)])];
  return ageBands.length < 2 ? undefined : { denominator: most.denominator, ageBands };
}
