/** The order areas are listed in. Pure. */
import type { AreaGap, GapsReply } from '../../../server/contract/gap-replies.ts';

/** The widest gap the wrong way first; what is not compared stays last and in order of name. */
export function widestGapsFirst({ areas, polarity }: Pick<GapsReply, 'areas' | 'polarity'>): AreaGap[] {
  const sign = polarity === 'higher-is-better' ? 1 : -1;
  return areas.toSorted((a, b) => {
    const [first, second] = [a.gap.difference?.value, b.gap.difference?.value];
    if (first === undefined || second === undefined)
      return (
        Number(first === undefined) - Number(second === undefined) || a.name.localeCompare(b.name, 'en-GB')
      );
    return sign * (first - second);
  });
}
