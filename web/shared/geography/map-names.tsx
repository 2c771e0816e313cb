import { memo, useMemo } from 'react';
import type { Point } from './centre.ts';
import { type Box, type NamedShape, placeNames } from './place-names.ts';

/** How wide a map is drawn, in pixels, from which a set of names can be read: the style sheet shows the one that fits. */
const NAME_WIDTHS = [230, 300, 390] as const;
/** Pixels, at the narrowest of its widths. */
const LETTER = 11;

interface MapNamesProps {
  readonly shapes: readonly (NamedShape & { readonly centre: Point })[];
  readonly size: { readonly width: number; readonly height: number };
  /** How far a mark in the middle of each area reaches, 0 without marks. */
  readonly mark: number;
}

/** Names of areas, as many as find room at each width. */
export const MapNames = memo(function MapNames({ shapes, size, mark }: MapNamesProps) {
  const sets = useMemo(() => {
    const taken = mark === 0 ? [] : shapes.map(({ centre }) => around(centre, mark));
    return NAME_WIDTHS.map((pixels) => {
      const letter = (LETTER * size.width) / pixels;
      return { pixels, letter, names: placeNames(shapes, size, letter, taken) };
    });
  }, [shapes, size, mark]);
  return sets.map(({ pixels, letter, names }) => (
    <g
      key={pixels}
      className={`map-drawing__names map-drawing__names--${pixels}`}
      fontSize={letter.toFixed(1)}
    >
      {names.map(({ code, lines, x, y }) => (
        <text key={code} x={Math.round(x)} y={Math.round(y)}>
          {lines.map((line, at) => (
            <tspan key={line} x={Math.round(x)} dy={at === 0 ? `${first(lines.length)}em` : '1.1em'}>
              {line}
            </tspan>
          ))}
        </text>
      ))}
    </g>
  ));
});

/** From the middle of a name to the middle of its first line, and from there to where letters stand. */
const first = (lines: number) => (0.35 - ((lines - 1) / 2) * 1.1).toFixed(2);

const around = ([x, y]: Point, reach: number): Box => ({
  left: x - reach,
  right: x + reach,
  top: y - reach,
  bottom: y + reach,
});
