/** Titles and rows of a control chart in words. Pure. */
import { labelOf, type SpcMeaning, spcMeanings, spcRules } from '../../../server/contract/dimensions.ts';
import type { SpcPoint, SpcReply } from '../../../server/contract/spc-reply.ts';
import { withAge } from '../../shared/words/format.ts';

const found: Record<Exclude<SpcMeaning, 'no-finding'>, string> = {
  'common-cause': 'ordinary variation',
  improvement: 'a special cause of improvement',
  concern: 'a special cause of concern',
  high: 'a special cause, high',
  low: 'a special cause, low',
};

/** What the chart shows, in one sentence; no claim from figures made for demonstration. */
export function spcHeadline(shortTitle: string, area: string, reply: SpcReply): string {
  const { meaning, period } = reply.variation;
  if (meaning === 'no-finding') return `${shortTitle} in ${area} as a control chart`;
  return withAge(`${shortTitle} in ${area}: ${found[meaning]}`, period, reply);
}

/** "Special cause: concern. Seven or more points in a row on one side of the mean". */
export function tellingWords({ estimate, meaning, rule }: SpcPoint): string {
  if (estimate.status !== 'shown') return '–';
  if (rule === 'none') return labelOf(spcMeanings, meaning);
  return `${labelOf(spcMeanings, meaning)}. ${labelOf(spcRules, rule)}`;
}

/** The kinds of dots that stand in the chart, each once, in the order of the closed list. */
export function dotKinds({ points }: Pick<SpcReply, 'points'>): Pick<SpcPoint, 'meaning' | 'side'>[] {
  const held = points.filter(({ estimate }) => estimate.status === 'shown');
  return spcMeanings.flatMap(({ id }) =>
    (['none', 'high', 'low'] as const)
      .filter((side) => held.some((point) => point.meaning === id && point.side === side))
      .map((side) => ({ meaning: id, side })),
  );
}
