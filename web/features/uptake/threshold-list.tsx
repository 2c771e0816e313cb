import { IllustrativeMark } from '../../shared/documents/cited.tsx';
import { formatDay, formatValue, type WrittenMeasure } from '../../shared/words/format.ts';
import type { Threshold } from './thresholds.ts';

interface ThresholdListProps {
  readonly thresholds: readonly Threshold[];
  readonly measure: WrittenMeasure;
}

/** The reference lines in words. */
export function ThresholdList({ thresholds, measure }: ThresholdListProps) {
  if (thresholds.length === 0) return null;
  return (
    <ul className="uptake__thresholds" aria-label="Values aimed for">
      {thresholds.map(({ value, label, due, synthetic }) => (
        <li key={label}>
          Dotted line at {formatValue(value, { ...measure, decimals: Number.isInteger(value) ? 0 : 1 })}:{' '}
          {label}
          {due !== undefined && `, by ${formatDay(due)}`}. {synthetic && <IllustrativeMark />}
        </li>
      ))}
    </ul>
  );
}
