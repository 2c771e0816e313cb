import './time-slider.css';
import { ChoiceForm } from '../../shared/ui/choice-form.tsx';
import { useLessMotion, usePlaying } from './use-playing.ts';

interface TimeSliderProps {
  /** In words, and as the address has them. */
  readonly dates: readonly { readonly label: string; readonly period: string }[];
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
    <ChoiceForm className="time-slider" asks={['moment']} hasButton={false}>
      <div className="time-slider__buttons">
        {!lessMotion && (
          <button type="button" className="quiet-button needs-script" onClick={playing ? pause : play}>
            {playing ? 'Pause' : 'Play'}
          </button>
        )}
        <button
          type="submit"
          name="moment"
          value={dates[at - 1]?.period}
          className="quiet-button"
          aria-label="The date before"
          disabled={at <= 0}
          onClick={() => step(at - 1)}
        >
          ‹
        </button>
        <button
          type="submit"
          name="moment"
          value={dates[at + 1]?.period}
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
        className="needs-script"
        aria-label="Date of the map"
        aria-valuetext={dates[at]?.label}
        min={0}
        max={last}
        step={1}
        value={at}
        onChange={({ target }) => step(Number(target.value))}
      />
      <p className="time-slider__ends" aria-hidden="true">
        <span>{dates[0]?.label}</span>
        <span>{dates[last]?.label}</span>
      </p>
    </ChoiceForm>
  );
}
