import type { GroupsOverTimeReply } from '../../../server/contract/over-time-replies.ts';
import { isSynthetic, SyntheticMark } from '../../shared/ui/synthetic-notice.tsx';
import { valueWords } from '../../shared/words/figure-words.ts';
import type { Look, UptakeSeries } from './over-time-lines.ts';

interface OverTimeKeyProps {
  readonly series: readonly UptakeSeries[];
  readonly reply: GroupsOverTimeReply;
  readonly chosen: string | undefined;
}

/** Each line with its name and its newest figure, highest first, as the lines end in the chart. */
export function OverTimeKey({ series, reply, chosen }: OverTimeKeyProps) {
  const ends = series
    .map((one) => ({ ...one, last: one.points.at(-1) }))
    .toSorted((a, b) => heightOf(b.last) - heightOf(a.last));
  return (
    <ul className="uptake-key" aria-label="The lines, with their newest figures">
      {ends.map(({ id, label, look, last }) => (
        <li key={id} className={id === chosen ? 'uptake-key__chosen' : undefined}>
          <LineSample look={look} />
          <span>
            {label} <strong>{last ? valueWords(last, reply) : '–'}</strong>{' '}
            {isSynthetic(last ?? null) && <SyntheticMark />}
          </span>
        </li>
      ))}
    </ul>
  );
}

const heightOf = (point: UptakeSeries['points'][number] | undefined) =>
  point?.status === 'shown' ? point.value : Number.NEGATIVE_INFINITY;

const LineSample = ({ look }: { look: Look }) => (
  <svg viewBox="0 0 28 10" aria-hidden="true">
    <line
      x1="0"
      x2="28"
      y1="5"
      y2="5"
      stroke={look.colour}
      strokeWidth={look.width}
      strokeDasharray={look.dash}
    />
  </svg>
);
