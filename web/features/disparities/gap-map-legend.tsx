import { gapDirections, labelOf } from '../../../server/contract/dimensions.ts';
import type { AreaGap, GapsReply } from '../../../server/contract/gap-replies.ts';
import { withoutFigureCounts } from '../../shared/geography/without-figure.ts';
import { areaWords } from '../../shared/words/area-words.ts';
import { countOf } from '../../shared/words/format.ts';
import { classOfGap, type GapClass } from './gap-paint.ts';

/** Better and worse only where every area of the class was found so; else where the gap lies. */
function sideWords(found: readonly AreaGap[]): string {
  const [only, ...others] = new Set(found.map(({ gap }) => gap.verdict));
  if (others.length === 0 && (only === 'worse' || only === 'better')) return only;
  return found.some(({ gap }) => gap.direction === 'higher') ? 'higher' : 'lower';
}

/** The colours in words, each with how many areas it fills, and the patterns of areas without one. */
export function GapMapLegend({ reply, classes }: { reply: GapsReply; classes: readonly GapClass[] }) {
  const words = areaWords(reply.query.areaType);
  const among = (place: number) => reply.areas.filter((area) => classOfGap(area, reply) === place);
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
      {classes.map(({ fill, label }, place) =>
        among(place).length === 0 ? null : (
          <li key={label}>
            <span className="gap-legend__swatch" style={{ background: fill }} />
            <span>
              {label} ({sideWords(among(place))}){' '}
              <span className="gap-legend__count">{countOf(among(place).length, ...words)}</span>
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
