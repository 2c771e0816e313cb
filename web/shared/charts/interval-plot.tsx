import './interval-plot.css';
import type { Estimate } from '../../../server/contract/estimate.ts';
import type { Scale } from './interval-scale.ts';

interface IntervalPlotProps {
  readonly scale: Scale;
  readonly estimate: Estimate | null;
  /** The whole place, drawn as an upright line. */
  readonly place?: Estimate | null;
  /** The country, drawn as a hollow diamond. */
  readonly country?: Estimate | null;
}

/** A figure with its 95% interval on a line. It repeats the words beside it, so assistive technology skips it. */
export function IntervalPlot({ scale, estimate, place = null, country = null }: IntervalPlotProps) {
  return (
    <svg className="interval-plot" aria-hidden="true" focusable="false">
      <line className="interval-plot__axis" x1="0" x2="100%" y1="50%" y2="50%" />
      {place?.status === 'shown' && <PlaceMark at={scale.at(place.value)} />}
      {country?.status === 'shown' && <CountryMark at={scale.at(country.value)} />}
      {estimate?.status === 'shown' && (
        <>
          {estimate.lower95 !== undefined && estimate.upper95 !== undefined && (
            <line
              className="interval-plot__limits"
              x1={`${scale.at(estimate.lower95)}%`}
              x2={`${scale.at(estimate.upper95)}%`}
              y1="50%"
              y2="50%"
            />
          )}
          <circle className="interval-plot__value" cx={`${scale.at(estimate.value)}%`} cy="50%" r="4" />
        </>
      )}
    </svg>
  );
}

const PlaceMark = ({ at }: { at: number }) => (
  <line className="interval-plot__place" x1={`${at}%`} x2={`${at}%`} y1="10%" y2="90%" />
);
const CountryMark = ({ at }: { at: number }) => (
  <svg x={`${at}%`} y="50%" overflow="visible" aria-hidden="true">
    <path className="interval-plot__country" d="M0-5 5 0 0 5-5 0Z" />
  </svg>
);

/** What the marks of the plots mean. */
export function IntervalKey({ place, country }: Record<'place' | 'country', string | undefined>) {
  return (
    <ul className="interval-key">
      <li>
        <svg viewBox="0 0 34 14" aria-hidden="true">
          <line className="interval-plot__limits" x1="2" x2="32" y1="7" y2="7" />
          <circle className="interval-plot__value" cx="17" cy="7" r="4" />
        </svg>
        The figure and its 95% interval
      </li>
      {place !== undefined && (
        <li>
          <svg viewBox="0 0 14 14" aria-hidden="true">
            <line className="interval-plot__place" x1="7" x2="7" y1="0" y2="14" />
          </svg>
          {place}
        </li>
      )}
      {country !== undefined && (
        <li>
          <svg viewBox="-7 -7 14 14" aria-hidden="true">
            <path className="interval-plot__country" d="M0-5 5 0 0 5-5 0Z" />
          </svg>
          {country}
        </li>
      )}
    </ul>
  );
}
