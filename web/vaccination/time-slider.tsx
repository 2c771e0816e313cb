import './time-slider.css';
import type { PeriodTerm } from '../../server/contract/over-time-replies.ts';
import { useLessMotion, usePlaying } from './use-playing.ts';

interface TimeSliderProps {
  readonly periods: readonly PeriodTerm[];
  readonly at: number;
  onStep(next: number): void;
}

/** A native slider: arrow keys, Home and End are the browser's own; its value is a date in words. */
export function TimeSlider({ periods, at, onStep }: TimeSliderProps) {
  const last = periods.length - 1;
  const { playing, play, pause } = usePlaying(at, last, onStep);
  const lessMotion = useLessMotion();
  const step = (next: number) => {
    pause();
    onStep(Math.min(Math.max(next, 0), last));
  };
  return (
    <div className="time-slider">
      <div className="time-slider__buttons">
        {!lessMotion && (
          <button type="button" className="quiet-button" onClick={playing ? pause : play}>
            {playing ? 'Pause' : 'Play'}
          </button>
        )}
        <button
          type="button"
          className="quiet-button"
          aria-label="The date before"
          disabled={at <= 0}
          onClick={() => step(at - 1)}
        >
          ‹
        </button>
        <button
          type="button"
          className="quiet-button"
          aria-label="The next date"
          disabled={at >= last}
          onClick={() => step(at + 1)}
        >
          ›
        </button>
      </div>
      <input
        type="range"
        aria-label="Date of the map"
        aria-valuetext={periods[at]?.label}
        min={0}
        max={last}
        step={1}
        value={at}
        onChange={({ target }) => step(Number(target.value))}
      />
      <p className="time-slider__ends" aria-hidden="true">
        <span>{periods[0]?.label}</span>
        <span>{periods[last]?.label}</span>
      </p>
    </div>
  );
}
