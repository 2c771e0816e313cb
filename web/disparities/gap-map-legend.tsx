import { gapDirections, labelOf } from '../../server/contract/dimensions.ts';
import type { GapsReply } from '../../server/contract/gap-replies.ts';
import { countOf } from '../format.ts';
import { areaWords } from '../map/area-words.ts';
import { withoutFigureCounts } from '../map/without-figure.ts';
import { classOfGap, type GapClass, type Side } from './gap-paint.ts';

const sideWords: Readonly<Record<Side, string>> = {
  worse: 'worse',
  better: 'better',
  above: 'higher',
  below: 'lower',
};

/** The colours in words, each with how many areas it fills, and the patterns of areas without one. */
export function GapMapLegend({ reply, classes }: { reply: GapsReply; classes: readonly GapClass[] }) {
  const words = areaWords(reply.query.areaType);
  const among = (place: number) => reply.areas.filter((area) => classOfGap(area, reply) === place).length;
  const compared = reply.areas.filter((area) => area.status === 'shown' && area.gap.difference !== undefined);
  const patterns = [
    ...(['not-distinguishable', 'not-compared'] as const).map((direction) => ({
      pattern: 'not-distinguishable',
      text: labelOf(gapDirections, direction),
      count: compared.filter(({ gap }) => gap.direction === direction).length,
    })),
    ...withoutFigureCounts(reply.areas).map(({ areas, ...kind }) => ({ ...kind, count: areas })),
    {
      pattern: 'missing',
      text: 'Nothing to compare with',
      count: reply.areas.filter((area) => area.status === 'shown' && area.gap.difference === undefined)
        .length,
    },
  ];
  return (
    <ul className="gap-legend" aria-label="Colours and patterns of the map">
      {classes.map(({ fill, label, side }, place) =>
        among(place) === 0 ? null : (
          <li key={label}>
            <span className="gap-legend__swatch" style={{ background: fill }} />
            <span>
              {label} ({sideWords[side]}){' '}
              <span className="gap-legend__count">{countOf(among(place), ...words)}</span>
            </span>
          </li>
        ),
      )}
      {patterns
        .filter(({ count }) => count > 0)
        .map(({ pattern, text, count }) => (
          <li key={text}>
            <span className={`gap-legend__swatch gap-legend__swatch--${pattern}`} />
            <span>
              {text} <span className="gap-legend__count">{countOf(count, ...words)}</span>
            </span>
          </li>
        ))}
    </ul>
  );
}
