/** The map as figures hold it: its script comes when it is first wanted, and where the browser cannot draw it the table stands alone. */
import { lazy, useCallback, useState } from 'react';
import { InBrowser } from '../ui/in-browser.tsx';
import type { AreaMapProps } from './area-map.tsx';

const AreaMap = lazy(async () => ({ default: (await import('./area-map.tsx')).AreaMap }));

export const LazyAreaMap = (props: AreaMapProps) => (
  <InBrowser className="map">
    <AreaMap {...props} />
  </InBrowser>
);

/** The area pointed at, on the map or in a list beside it, and whether the map can be drawn. */
export function useMapState() {
  const [pointed, setPointed] = useState<string>();
  const [failed, setFailed] = useState(false);
  const onFailure = useCallback(() => setFailed(true), []);
  return { pointed, onPoint: setPointed, failed, onFailure };
}

export const CannotDraw = () => (
  <p className="notice">This browser cannot draw the map (it has no WebGL). The table has every figure.</p>
);
