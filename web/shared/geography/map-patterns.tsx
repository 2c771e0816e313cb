/** A drawing is made in more units than it has pixels on a screen: tiles are as large as those of the legend. */
const TILE = 'scale(2.4)';

/** The patterns of the legend: an area without a colour of the scale. */
export const MapPatterns = ({ id }: { readonly id: string }) => (
  <defs>
    {tiles.map(([name, side, tile]) => (
      <pattern
        key={name}
        id={`${id}${name}`}
        width={side}
        height={side}
        patternUnits="userSpaceOnUse"
        patternTransform={TILE}
      >
        <rect className="map-drawing__paper" width={side} height={side} />
        {tile}
      </pattern>
    ))}
  </defs>
);

const tiles = [
  ['withheld', 8, <path key="w" d="M-2 2L2-2M0 8L8 0M6 10L10 6" />],
  ['missing', 6, <circle key="m" cx="3" cy="3" r="1.2" />],
  ['fewer-than-eight', 4, <path key="f" d="M0 2H4" />],
  ['nobody-to-count', 8, <circle key="n" className="map-drawing__ring" cx="4" cy="4" r="2" />],
  ['withdrawn', 8, <path key="s" d="M2 2L6 6M6 2L2 6" />],
  ['not-distinguishable', 5, <path key="d" d="M-1 4L1 6M0 0L5 5M4-1L6 1" />],
] as const;
