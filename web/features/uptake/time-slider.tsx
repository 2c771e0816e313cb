import './time-slider.css';
import { useLessMotion, usePlaying } from './use-playing.ts';

interface TimeSliderProps {
  readonly dates: readonly string[];
  readonly at: number;
  onStep(next: number): void;
}

/** A native slider: arrow keys, Home and End are the browser's own; its value is a date in words. */
export function TimeSlider({ dates, at, onStep }: TimeSliderProps) {
  const last = dates.length - 1;
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
        aria-valuetext={dates[at]}
        min={0}
        max={last}
        step={1}
        value={at}
        onChange={({ target }) => step(Number(target.value))}
      />
      <p className="time-slider__ends" aria-hidden="true">
        <span>{dates[0]}</span>
        <span>{dates[last]}</span>
      </p>
    </div>
  );
}
