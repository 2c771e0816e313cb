/** How the gap of one group is painted over areas: two hues about no gap, hatched where there may be none. Pure. */
import type { Polarity } from '../../../server/contract/dimensions.ts';
import type { AreaGap, GapsReply } from '../../../server/contract/gap-replies.ts';
import { spokenPolarity } from '../../../server/contract/good-or-bad.ts';
import { lastBefore, rangeWords } from '../../shared/geography/classes.ts';
import type { Paint } from '../../shared/geography/paint.ts';
import { fillPattern } from '../../shared/geography/without-figure.ts';
import { colours, gapRamps } from '../../shared/ui/colours.ts';
import { asWritten, formatNumber } from '../../shared/words/format.ts';
import { formatSigned } from './gap-words.ts';

type GapSide = keyof typeof gapRamps;

const sideOf = (above: boolean, polarity: Polarity): GapSide => {
  if (polarity === 'neutral') return above ? 'above' : 'below';
  return above === (polarity === 'lower-is-better') ? 'worse' : 'better';
};

type Mapped = Pick<GapsReply, 'breaks' | 'polarity' | 'decimals' | 'kind' | 'ageAdjusted' | 'isOfAreas'> & {
  readonly query: Pick<GapsReply['query'], 'measure'>;
};

/** The gap that is none. */
const noneOf = ({ query }: Mapped) => (query.measure === 'ratio' ? 1 : 0);

/** Edges of the classes, no gap always among them, lowest first. */
export const gapEdgesOf = (reply: Mapped): number[] =>
  [...new Set([...reply.breaks.map((edge) => asWritten(edge, decimalsOf(reply))), noneOf(reply)])].sort(
    (a, b) => a - b,
  );

export interface GapClass {
  readonly fill: string;
  readonly label: string;
  readonly side: GapSide;
}

/** One class for each stretch between edges, lowest first. */
export function gapClasses(reply: Mapped): GapClass[] {
  const edges = gapEdgesOf(reply);
  const none = noneOf(reply);
  const write = (edge: number) =>
    reply.query.measure === 'ratio' ? formatNumber(edge, 2) : formatSigned(edge, reply.decimals);
  const decimals = decimalsOf(reply);
  const below = edges.filter((edge) => edge <= none).length;
  return [...edges, Infinity].map((upper, index) => {
    const lower = edges[index - 1];
    const isAbove = index >= below;
    const side = sideOf(isAbove, spokenPolarity(reply));
    const ramp = gapRamps[side];
    const steps = isAbove ? edges.length + 1 - below : below;
    const away = isAbove ? index - below : below - 1 - index;
    const fill =
      ramp[steps === 1 ? 2 : Math.round((away / (steps - 1)) * (ramp.length - 1))] ?? colours.paper;
    const label =
      lower === undefined
        ? `under ${write(upper)}`
        : upper === Infinity
          ? `${write(lower)} and over`
          : // Which side of no gap a class lies on stands in its word; elsewhere no value is in two classes.
            rangeWords(lower, upper === none ? upper : lastBefore(upper, decimals), write);
    return { fill, side, label };
  });
}

const decimalsOf = ({ query, decimals }: Mapped) => (query.measure === 'ratio' ? 2 : decimals);

/** The written value decides, but for no gap: which side of it a gap lies on is known. */
function classAt(value: number, reply: Mapped): number {
  const none = noneOf(reply);
  const written = asWritten(value, decimalsOf(reply));
  return gapEdgesOf(reply).filter((edge) => (edge === none ? value >= none : written >= edge)).length;
}

export const isDistinct = ({ gap }: AreaGap) => gap.direction === 'higher' || gap.direction === 'lower';

/** Of the class a gap falls in; undefined where nothing is proven there. */
export function classOfGap(area: AreaGap, reply: Mapped): number | undefined {
  const value = area.gap[reply.query.measure]?.value;
  return area.status !== 'shown' || value === undefined || !isDistinct(area)
    ? undefined
    : classAt(value, reply);
}

export function paintOfGap(area: AreaGap, reply: Mapped, classes: readonly GapClass[]): Paint {
  if (area.status !== 'shown') return { fill: colours.paper, pattern: fillPattern(area) };
  if (area.gap.difference === undefined) return { fill: colours.paper, pattern: 'missing' };
  const place = classOfGap(area, reply);
  if (place === undefined) return { fill: colours.paper, pattern: 'not-distinguishable' };
  return { fill: classes[place]?.fill ?? colours.paper };
}
