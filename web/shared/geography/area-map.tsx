import {
  type KeyboardEvent,
  type MouseEvent,
  memo,
  type ReactNode,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import type { AreaType } from '../../../server/contract/dimensions.ts';
import type { BoundariesReply } from '../../../server/contract/replies.ts';
import { useWholePage } from '../ui/whole-page.ts';
import { areaWords } from '../words/area-words.ts';
import type { Point } from './centre.ts';
import { MapDrawing } from './map-drawing.tsx';
import { neighbourOf } from './neighbour.ts';
import type { Paint } from './paint.ts';
import { useZooming } from './use-zooming.ts';
import { ZoomButtons } from './zoom-buttons.tsx';

/** Pointing at an area, or choosing it, on the map or in a list beside it. */
export interface AreaEvents {
  onPoint(code: string | undefined): void;
  onSelect(code: string): void;
}
export interface AreaMapProps extends AreaEvents {
  readonly outlines: BoundariesReply;
  readonly areaType: AreaType;
  /** Each area with what is read out for it. */
  readonly areas: readonly SpokenArea[];
  readonly paints: ReadonlyMap<string, Paint>;
  readonly pointed: string | undefined;
  readonly selected: string | undefined;
  /** Words beside the mouse, or in the map's corner where a key or a row points. */
  words(code: string, at: Point | undefined): ReactNode;
}
interface SpokenArea {
  readonly code: string;
  readonly spoken: string;
}

/** More shapes than this are too small to be told apart unzoomed: whoever reaches for them is about to zoom. */
const MANY = 100;

/**
 * The outlines as a list box: arrow keys move among areas by where they lie, Enter chooses. What is drawn is hidden from
 * assistive technology; the options carry name and value.
 */
export function AreaMap(props: AreaMapProps) {
  const { outlines, areaType, areas, paints, pointed, selected, onPoint, onSelect } = props;
  const box = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState<Point>();
  const onPointAt = (code: string | undefined, place: Point | undefined) => {
    setAt(place);
    onPoint(code);
  };
  const { holder, state, centres, want, act } = useZooming(props, box, { onPointAt, onSelect });
  const titles = useTitles(areas);
  const [one, many] = areaWords(areaType);
  const current = pointed ?? selected;
  const press = (event: KeyboardEvent) => {
    const next = neighbourOf(current, event.key, centres);
    if (next !== undefined) onPointAt(next, undefined);
    else if ((event.key === 'Enter' || event.key === ' ') && current !== undefined) onSelect(current);
    else if (event.key === 'Escape') onPoint(undefined);
    else if (!event.key.startsWith('Arrow')) return;
    event.preventDefault();
  };
  const reach = outlines.features.length > MANY ? want : undefined;
  return (
    <div className={state === 'zoomable' ? 'map map--zoomable' : 'map'} data-painted={useIsAlive()}>
      <div
        ref={box}
        className="map__list"
        role="listbox"
        tabIndex={0}
        aria-label={`Map of ${many}. Arrow keys move from ${one} to ${one}, Enter chooses.`}
        aria-activedescendant={current === undefined ? undefined : `area-${current}`}
        onKeyDown={press}
        onFocus={reach}
        onBlur={() => onPoint(undefined)}
        onMouseEnter={reach}
        {...(state !== 'zoomable' && pointing(onPointAt, onSelect))}
      >
        <div className="map__drawn">
          <MapDrawing
            outlines={outlines}
            paints={paints}
            titles={titles}
            hasNames
            pointed={pointed}
            selected={selected}
          />
        </div>
        <div ref={holder} className="map__canvas" aria-hidden="true" />
        <Options areas={areas} selected={selected} />
      </div>
      {pointed !== undefined && props.words(pointed, at)}
      <ZoomButtons state={state} act={act} />
    </div>
  );
}

/** The area under the mouse, and where in the list box the mouse is. */
function pointing(onPointAt: (code?: string, at?: Point) => void, onSelect: AreaEvents['onSelect']) {
  const codeUnder = ({ target }: MouseEvent) =>
    (target instanceof Element && target.closest('[data-code]')?.getAttribute('data-code')) || undefined;
  return {
    onMouseMove: (event: MouseEvent) => {
      const code = codeUnder(event);
      const { left, top } = event.currentTarget.getBoundingClientRect();
      onPointAt(code, code === undefined ? undefined : [event.clientX - left, event.clientY - top]);
    },
    onMouseLeave: () => onPointAt(),
    onClick: (event: MouseEvent) => {
      const code = codeUnder(event);
      if (code !== undefined) onSelect(code);
    },
  };
}

/** Without script the browser shows them; with it the words beside the mouse say more. */
function useTitles(areas: readonly SpokenArea[]): ReadonlyMap<string, string> | undefined {
  const isWhole = useWholePage();
  return useMemo(
    () => (isWhole ? new Map(areas.map(({ code, spoken }) => [code, spoken])) : undefined),
    [areas, isWhole],
  );
}

/** The picture stands from the first; from when on it can be pointed at. */
function useIsAlive(): boolean {
  const [isAlive, setIsAlive] = useState(false);
  useEffect(() => setIsAlive(true), []);
  return isAlive;
}

const Options = memo(function Options({ areas, selected }: Pick<AreaMapProps, 'areas' | 'selected'>) {
  return areas.map(({ code, spoken }) => (
    <div key={code} id={`area-${code}`} role="option" tabIndex={-1} aria-selected={code === selected}>
      {spoken}
    </div>
  ));
});
