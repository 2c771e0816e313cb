import type { Polarity, SpcAssurance, SpcMeaning } from '../../../server/contract/dimensions.ts';
import { colours } from '../../shared/ui/colours.ts';
import { dotPath, spcFills } from './spc-data.ts';

const COMMON: readonly number[] = [30, 38, 27, 36, 31];
const RISING: readonly number[] = [42, 38, 33, 26, 18];
const XS: readonly number[] = [12, 22, 32, 42, 52];

interface VariationIconProps {
  readonly meaning: SpcMeaning;
  readonly side: 'none' | 'high' | 'low';
}

/** Five dots about a mean: level where variation is ordinary, else going where the special cause lies. Words stand beside it. */
export function VariationIcon({ meaning, side }: VariationIconProps) {
  const ys = side === 'none' ? COMMON : side === 'high' ? RISING : RISING.map((y) => 64 - y);
  return (
    <svg viewBox="0 0 64 64" aria-hidden="true">
      <rect
        x="1"
        y="1"
        width="62"
        height="62"
        rx="8"
        fill={colours.paper}
        stroke="currentColor"
        strokeWidth="2"
      />
      <path d="M6 32 H58" stroke="currentColor" strokeDasharray="3 3" />
      <path d={`M${XS.map((x, i) => `${x} ${ys[i]}`).join(' L')}`} fill="none" stroke="currentColor" />
      {XS.map((x, i) => (
        <path
          key={x}
          d={dotPath(side, side === 'none' ? 4 : 5)}
          transform={`translate(${x} ${ys[i]})`}
          fill={spcFills[meaning]}
          stroke="currentColor"
        />
      ))}
    </svg>
  );
}

/** Where the bar lies where higher is better, and a mark. */
const assuranceLooks: Readonly<Record<SpcAssurance, { bar: number; fill: string; mark: string }>> = {
  pass: { bar: 8, fill: colours.turquoise, mark: '✓' },
  fail: { bar: 38, fill: colours.orange, mark: '!' },
  'hit-and-miss': { bar: 23, fill: colours.pebble, mark: '?' },
  none: { bar: 23, fill: colours.paper, mark: '–' },
  'no-finding': { bar: 23, fill: colours.paper, mark: '–' },
};

interface AssuranceIconProps {
  readonly assurance: SpcAssurance;
  readonly polarity: Polarity;
}

/** The limits as a bar against the target as a line: wholly on one side of it, as the figures lie, or across it. */
export function AssuranceIcon({ assurance, polarity }: AssuranceIconProps) {
  const { bar: above, fill, mark } = assuranceLooks[assurance];
  const bar = polarity === 'lower-is-better' ? 46 - above : above;
  return (
    <svg viewBox="0 0 64 64" aria-hidden="true">
      <rect
        x="1"
        y="1"
        width="62"
        height="62"
        rx="8"
        fill={colours.paper}
        stroke="currentColor"
        strokeWidth="2"
      />
      <rect x="10" y={bar} width="26" height="18" fill={fill} stroke="currentColor" />
      {assurance !== 'none' && assurance !== 'no-finding' && (
        <path d="M6 32 H58" stroke={colours.pink} strokeWidth="2" strokeDasharray="2 3" />
      )}
      <text x="48" y={bar + 15} textAnchor="middle" fontSize="18" fontWeight="700" fill="currentColor">
        {mark}
      </text>
    </svg>
  );
}

/** The shape of a dot, for a key. */
export function DotIcon({ meaning, side }: VariationIconProps) {
  return (
    <svg viewBox="-8 -8 16 16" aria-hidden="true">
      <path d={dotPath(side, side === 'none' ? 4 : 6)} fill={spcFills[meaning]} stroke="currentColor" />
    </svg>
  );
}
