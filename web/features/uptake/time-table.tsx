import type { AreasOverTimeReply } from '../../../server/contract/over-time-replies.ts';
import { WideTable } from '../../shared/ui/wide-table.tsx';
import { areaWords } from '../../shared/words/area-words.ts';
import { basisWords, intervalWords, valueWords } from '../../shared/words/figure-words.ts';
import { formatFraction } from '../../shared/words/format.ts';
import type { Moment } from './moments.ts';

interface TimeTableProps {
  readonly moment: Moment;
  readonly reply: AreasOverTimeReply;
  readonly selected: string | undefined;
  onSelect(code: string): void;
}

/** Every area at the date of the slider; the order is that of names, so that a step moves no row. */
export function TimeTable({ moment, reply, selected, onSelect }: TimeTableProps) {
  const [one] = areaWords(reply.query.areaType);
  const rows = moment.areas.toSorted((a, b) => a.name.localeCompare(b.name, 'en-GB'));
  return (
    <WideTable label={`${reply.title}, ${moment.label}`}>
      <thead>
        <tr>
          <th scope="col">{one.charAt(0).toUpperCase() + one.slice(1)}</th>
          <th scope="col">Value</th>
          <th scope="col">95% interval</th>
          <th scope="col">People</th>
          <th scope="col">Basis</th>
        </tr>
      </thead>
      <tbody>
        {[...(moment.whole ? [moment.whole] : []), ...rows].map((area) => (
          <tr
            key={area.code}
            data-code={area.code}
            className={area.code === selected ? 'time-map__chosen' : undefined}
          >
            <th scope="row">
              {area === moment.whole ? (
                area.name
              ) : (
                <button type="button" className="link-button" onClick={() => onSelect(area.code)}>
                  {area.name}
                </button>
              )}
            </th>
            <td>{valueWords(area, reply)}</td>
            <td>{intervalWords(area, reply)}</td>
            <td>
              {area.status === 'shown' && area.numerator !== undefined && area.denominator !== undefined
                ? formatFraction(area.numerator, area.denominator)
                : '–'}
            </td>
            <td>{basisWords(area)}</td>
          </tr>
        ))}
      </tbody>
    </WideTable>
  );
}
