import './map-drawing.css';
import { memo, useId, useMemo } from 'react';
import type { BoundariesReply } from '../../../server/contract/replies.ts';
import { colours } from '../ui/colours.ts';
import { verdictLooks } from '../ui/verdict-looks.ts';
import { centreOf, type Point } from './centre.ts';
import { MapNames } from './map-names.tsx';
import { MapPatterns } from './map-patterns.tsx';
import { pathOf, projectionOf, ringsOf } from './outline-path.ts';
import type { Paint } from './paint.ts';
import type { NamedShape } from './place-names.ts';

/** Units across: a few to a pixel, and whole. */
const WIDTH = 1000;
/** Many small areas want finer lines and smaller marks, and have no room for names. */
const FINE = 60;
/** How far a mark reaches from the middle of its area. */
const MARK = 30;

interface MapDrawingProps {
  readonly outlines: BoundariesReply;
  readonly paints: ReadonlyMap<string, Paint>;
  /** Words of each area, shown by the browser itself where no script does. */
  readonly titles?: ReadonlyMap<string, string> | undefined;
  /** What stands in each area, if not the mark of its verdict. */
  readonly inscriptions?: ReadonlyMap<string, string>;
  readonly hasNames?: boolean;
  readonly pointed?: string | undefined;
  readonly selected?: string | undefined;
}

interface DrawnShape extends NamedShape {
  readonly path: string;
  readonly centre: Point;
}

/**
 * The one drawing of a map: on the server and in the browser, on the screen, on paper and in a picture. It is hidden from screen
 * readers, for a list or a table beside it says it in words.
 */
export function MapDrawing(props: MapDrawingProps) {
  const { outlines, paints, titles, pointed, selected, hasNames = false } = props;
  const id = useId();
  const { size, shapes } = useMemo(() => drawnShapes(outlines), [outlines]);
  const isFine = shapes.length > FINE;
  const inscriptions = useMemo(() => props.inscriptions ?? marksOf(paints), [props.inscriptions, paints]);
  const pathOfArea = (code: string | undefined) => shapes.find((shape) => shape.code === code)?.path;
  return (
    <div
      className={isFine ? 'map-drawing map-drawing--fine' : 'map-drawing'}
      style={{ aspectRatio: `${size.width} / ${size.height}` }}
    >
      <svg viewBox={`0 0 ${size.width} ${size.height}`} aria-hidden="true">
        <MapPatterns id={id} />
        {/* Under the fills a wide line shows only outside the place, as its border. */}
        <use className="map-drawing__border" href={`#${id}areas`} />
        <Areas id={id} shapes={shapes} paints={paints} titles={titles} />
        <path className="map-drawing__selected-edge" d={pathOfArea(selected)} />
        <path className="map-drawing__selected" d={pathOfArea(selected)} />
        <path className="map-drawing__pointed" d={pathOfArea(pointed)} />
        <Inscriptions shapes={shapes} inscriptions={inscriptions} isFine={isFine} />
        {hasNames && !isFine && (
          <MapNames shapes={shapes} size={size} mark={inscriptions.size > 0 ? MARK : 0} />
        )}
      </svg>
    </div>
  );
}

function drawnShapes(outlines: BoundariesReply) {
  const projection = projectionOf(outlines, WIDTH);
  const shapes = outlines.features.map((outline): DrawnShape => {
    const rings = ringsOf(outline, projection);
    const [x, y] = projection.at(...centreOf(outline));
    const centre: Point = [Math.round(x), Math.round(y)];
    return { ...outline.properties, rings, path: pathOf(rings), centre };
  });
  return { size: { width: WIDTH, height: Math.round(projection.height) }, shapes };
}

const marksOf = (paints: ReadonlyMap<string, Paint>): ReadonlyMap<string, string> =>
  new Map(
    [...paints].flatMap(([code, { mark }]) => (mark === undefined ? [] : [[code, verdictLooks[mark].mark]])),
  );

interface AreasProps extends Pick<MapDrawingProps, 'paints' | 'titles'> {
  readonly id: string;
  readonly shapes: readonly DrawnShape[];
}

/** Drawn anew only where colours change, not where another area is pointed at. */
const Areas = memo(function Areas({ id, shapes, paints, titles }: AreasProps) {
  const fillOf = (code: string) => {
    const paint = paints.get(code);
    return paint?.pattern === undefined ? (paint?.fill ?? colours.paper) : `url(#${id}${paint.pattern})`;
  };
  return (
    <g className="map-drawing__areas">
      <g id={`${id}areas`}>
        {shapes.map(({ code, path }) => (
          // Styles do not reach into what the border uses again; attributes do.
          <path key={code} data-code={code} d={path} fill={fillOf(code)} vectorEffect="non-scaling-stroke">
            {titles && <title>{titles.get(code)}</title>}
          </path>
        ))}
      </g>
    </g>
  );
});

interface InscriptionsProps {
  readonly shapes: readonly DrawnShape[];
  readonly inscriptions: ReadonlyMap<string, string>;
  readonly isFine: boolean;
}

const Inscriptions = memo(function Inscriptions({ shapes, inscriptions, isFine }: InscriptionsProps) {
  return (
    <g className="map-drawing__marks">
      {shapes.map(({ code, centre: [x, y] }) => {
        const words = inscriptions.get(code);
        return words === undefined ? null : (
          <g key={code}>
            <circle cx={x} cy={y} r={isFine ? MARK / 2 : MARK} />
            <text x={x} y={y}>
              {words}
            </text>
          </g>
        );
      })}
    </g>
  );
});
