import { lazy, Suspense, useState } from 'react';
import { OverTimeChart, type OverTimeChartProps } from './over-time-chart.tsx';

const CloserChart = lazy(async () => ({ default: (await import('./closer-chart.tsx')).CloserChart }));

/** Groups over time as a drawing, or closer, for whoever asks: a stretch of time, and every figure at a date. */
export function OverTimeLines(props: OverTimeChartProps) {
  const [isCloser, setIsCloser] = useState(false);
  const drawing = <OverTimeChart {...props} />;
  return (
    <>
      {isCloser ? (
        <Suspense fallback={drawing}>
          <CloserChart {...props} />
        </Suspense>
      ) : (
        drawing
      )}
      <button
        type="button"
        className="quiet-button uptake__closer"
        aria-pressed={isCloser}
        onClick={() => setIsCloser(!isCloser)}
      >
        Look closer at a stretch of time
      </button>
    </>
  );
}
