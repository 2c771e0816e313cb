import { colours } from '../ui/colours.ts';
import './paper-map.css';
import { memo, useId, useMemo } from 'react';
import type { BoundariesReply } from '../../../server/contract/replies.ts';
import { verdictLooks } from '../ui/verdict-looks.ts';
import { centreOf } from './centre.ts';
import { pathOf, projectionOf } from './outline-path.ts';
import type { Paint } from './paint.ts';

interface PaperMapProps {
  readonly outlines: BoundariesReply;
  readonly paints: ReadonlyMap<string, Paint>;
}

const WIDTH = 420;

/**
 * The map as it stands on paper: sharp, and there whether or not the one on the screen was ever scrolled to. It is
 * drawn from the same paints; the table says it in words.
 */
export const PaperMap = memo(function PaperMap({ outlines, paints }: PaperMapProps) {
  const id = useId();
  const shapes = useMemo(() => {
    const projection = projectionOf(outlines.bbox, WIDTH);
    const areas = outlines.features.map((feature) => ({
      code: feature.properties.code,
      path: pathOf(feature, projection),
      centre: projection.at(...centreOf(feature)),
    }));
    return { height: projection.height, areas };
  }, [outlines]);
  const fillOf = (code: string) => {
    const paint = paints.get(code);
    return paint?.pattern === undefined ? (paint?.fill ?? colours.paper) : `url(#${id}${paint.pattern})`;
  };
  return (
    <svg
      className="paper-map"
      viewBox={`-2 -2 ${WIDTH + 4} ${(shapes.height + 4).toFixed(0)}`}
      aria-hidden="true"
    >
      <Patterns id={id} />
      {shapes.areas.map(({ code, path }) => (
        <path key={code} d={path} fill={fillOf(code)} />
      ))}
      {shapes.areas.map(({ code, centre: [x, y] }) => {
        const mark = paints.get(code)?.mark;
        return mark === undefined ? null : (
          <text key={code} x={x} y={y}>
            {verdictLooks[mark].mark}
          </text>
        );
      })}
    </svg>
  );
});

/** The patterns of the legend: an area without a colour of the scale. */
const Patterns = ({ id }: { readonly id: string }) => (
  <defs>
    <pattern id={`${id}withheld`} width="8" height="8" patternUnits="userSpaceOnUse">
      <path d="M-2 2L2 -2M0 8L8 0M6 10L10 6" />
    </pattern>
    <pattern id={`${id}missing`} width="6" height="6" patternUnits="userSpaceOnUse">
      <circle cx="3" cy="3" r="1.2" />
    </pattern>
    <pattern id={`${id}fewer-than-eight`} width="4" height="4" patternUnits="userSpaceOnUse">
      <path d="M0 2H4" />
    </pattern>
    <pattern id={`${id}nobody-to-count`} width="8" height="8" patternUnits="userSpaceOnUse">
      <circle className="paper-map__ring" cx="4" cy="4" r="2" />
    </pattern>
    <pattern id={`${id}withdrawn`} width="8" height="8" patternUnits="userSpaceOnUse">
      <path d="M2 2L6 6M6 2L2 6" />
    </pattern>
    <pattern id={`${id}not-distinguishable`} width="5" height="5" patternUnits="userSpaceOnUse">
      <path d="M-1 4L1 6M0 0L5 5M4 -1L6 1" />
    </pattern>
  </defs>
);
