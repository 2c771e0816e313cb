import type { useZooming } from './use-zooming.ts';

type ZoomButtonsProps = Pick<ReturnType<typeof useZooming>, 'state' | 'act'>;

/** The first press fetches the map that can be zoomed; until then all of it is in sight, and there is nothing to come back from. */
export function ZoomButtons({ state, act }: ZoomButtonsProps) {
  if (state === 'failed')
    return (
      <p className="map__unzoomable" role="status">
        This map cannot be zoomed here: the browser has no WebGL, or the connection was lost. The table has
        every figure.
      </p>
    );
  const isWhole = state === 'drawn';
  return (
    <div className="map__zoom needs-script">
      <button type="button" onClick={() => act((map) => map.zoomBy(1))} aria-label="Zoom in">
        +
      </button>
      <button
        type="button"
        disabled={isWhole}
        onClick={() => act((map) => map.zoomBy(-1))}
        aria-label="Zoom out"
      >
        −
      </button>
      <button
        type="button"
        disabled={isWhole}
        onClick={() => act((map) => map.showAll())}
        aria-label="Show the whole map"
      >
        ⤢
      </button>
    </div>
  );
}
