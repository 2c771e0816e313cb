import './area-table.css';
import { Link, useSearch } from '@tanstack/react-router';
import { memo } from 'react';
import type { ComparedAreaEstimate } from '../../../server/contract/estimate.ts';
import type { AreaEvents } from '../../shared/geography/area-map.tsx';
import { type Column, columns, firstOrder, sortAreas } from '../../shared/geography/table-order.ts';
import { ChoiceForm } from '../../shared/ui/choice-form.tsx';
import { AnswerMark } from '../../shared/ui/verdict-mark.tsx';
import { type Order, readOrder, writeOrder } from '../../shared/url/order.ts';
import { changedSearch } from '../../shared/url/read-search.ts';
import { areaWords } from '../../shared/words/area-words.ts';
import { basisWords, intervalWords, valueWords } from '../../shared/words/figure-words.ts';
import { sampleWords, valueHead } from '../../shared/words/meaning.ts';
import type { Picture } from './picture.ts';

interface AreaTableProps extends AreaEvents {
  readonly picture: Picture;
  readonly pointed: string | undefined;
  readonly selected: string | undefined;
}

/** Every area of the map as a row; pointing at or choosing a row does the same on the map. */
export function AreaTable({ picture, pointed, selected, onPoint, onSelect }: AreaTableProps) {
  const { definition, reply } = picture;
  const { order: asked } = useSearch({ strict: false });
  const order = readOrder(asked, columns) ?? firstOrder(definition);
  const tested = reply.comparison.compared > 0;
  const limits = reply.areas.some((area) => area.status === 'shown' && area.lower95 !== undefined);
  const [one] = areaWords(reply.query.areaType);
  const head = (column: Column, text: string, note: string | null = null) => (
    <SortableHead text={text} note={note} column={column} order={order} />
  );
  return (
    <ChoiceForm asks={['area']} hasButton={false}>
      <table
        className={`ruled areas ${limits ? '' : 'areas--without-limits'} ${tested ? '' : 'areas--untested'}`}
        aria-label={reply.title}
        onMouseLeave={() => onPoint(undefined)}
      >
        <thead>
          <tr>
            {head('name', one.charAt(0).toUpperCase() + one.slice(1))}
            {head('value', valueHead(definition), definition.scaleNote)}
            <th scope="col" className="areas__interval">
              95% interval
            </th>
            {head('verdict', 'Against the rest')}
            <th scope="col" className="areas__basis">
              Basis
            </th>
          </tr>
        </thead>
        <tbody>
          {sortAreas(reply.areas, order).map((area) => (
            <AreaRow
              key={area.code}
              area={area}
              definition={definition}
              pointed={area.code === pointed}
              selected={area.code === selected}
              onPoint={onPoint}
              onSelect={onSelect}
            />
          ))}
        </tbody>
      </table>
    </ChoiceForm>
  );
}

interface SortableHeadProps {
  readonly text: string;
  /** What high means, where the unit does not say it. */
  readonly note: string | null;
  readonly column: Column;
  readonly order: Order<Column>;
}

function SortableHead({ text, note, column, order }: SortableHeadProps) {
  const sorted = order.column === column;
  const next = writeOrder({ column, descending: sorted ? !order.descending : column === 'value' });
  return (
    <th
      scope="col"
      className={`areas__${column}`}
      aria-sort={sorted ? (order.descending ? 'descending' : 'ascending') : 'none'}
    >
      <Link from="/map" to="/map" search={(old) => changedSearch(old, { order: next })} resetScroll={false}>
        {text}
        <span aria-hidden="true">{sorted ? (order.descending ? ' ▼' : ' ▲') : ' ↕'}</span>
      </Link>
      {note !== null && <span className="areas__small areas__small--scale">{note}</span>}
    </th>
  );
}

interface AreaRowProps extends AreaEvents {
  readonly area: ComparedAreaEstimate;
  readonly definition: Picture['definition'];
  readonly pointed: boolean;
  readonly selected: boolean;
}

const AreaRow = memo(function AreaRow({
  area,
  definition,
  pointed,
  selected,
  onPoint,
  onSelect,
}: AreaRowProps) {
  const marks = [...(pointed ? ['areas__row--pointed'] : []), ...(selected ? ['areas__row--selected'] : [])];
  const interval = intervalWords(area, definition);
  const sample =
    area.status === 'shown' && area.smallAreas ? sampleWords(area, definition.counted) : undefined;
  return (
    <tr data-code={area.code} className={marks.join(' ')} onMouseEnter={() => onPoint(area.code)}>
      <th scope="row" className="areas__name">
        <button
          type="submit"
          name="area"
          value={area.code}
          aria-pressed={selected}
          onClick={() => onSelect(area.code)}
          onFocus={() => onPoint(area.code)}
          onBlur={() => onPoint(undefined)}
        >
          {area.name}
        </button>
      </th>
      <td className="areas__value">
        {valueWords(area, definition)}
        {sample !== undefined && <span className="areas__small areas__small--sample">{sample}</span>}
        {interval !== '–' && <span className="areas__small areas__small--interval">{interval}</span>}
        {area.status === 'shown' && (
          <span className="areas__small areas__small--basis">{basisWords(area)}</span>
        )}
      </td>
      <td className="areas__interval">{interval}</td>
      <td className="areas__verdict">{area.status === 'shown' ? <AnswerMark answer={area} /> : '–'}</td>
      <td className="areas__basis">{basisWords(area)}</td>
    </tr>
  );
});
