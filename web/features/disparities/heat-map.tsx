// biome-ignore-all lint/a11y/noRedundantRoles: on a phone the table is laid out as blocks, and browsers then forget its roles
// biome-ignore-all lint/a11y/noNoninteractiveElementToInteractiveRole: a grid of cells is a table reached by arrow keys
// biome-ignore-all lint/a11y/useFocusableInteractive: what is focused is the button within a cell

import { Sideways } from '../../shared/ui/sideways.tsx';
import './heat-map.css';
import { Link, useSearch } from '@tanstack/react-router';
import { type CSSProperties, type FocusEvent, type KeyboardEvent, memo, useMemo, useState } from 'react';
import type { DisparityOverviewReply } from '../../../server/contract/gap-replies.ts';
import { ChoiceForm } from '../../shared/ui/choice-form.tsx';
import { type Order, readOrder, writeOrder } from '../../shared/url/order.ts';
import { changedSearch } from '../../shared/url/read-search.ts';
import { OF_INDICATOR } from './disparities-search.ts';
import { columnName } from './gap-words.ts';
import { type CellAt, nextCell } from './grid-moves.ts';
import { BY_NAME, orderedRows } from './heat-order.ts';
import { HeatRow, widestOf } from './heat-row.tsx';

interface HeatMapProps {
  readonly reply: DisparityOverviewReply;
  readonly indicator: string | undefined;
  readonly group: string | undefined;
  onChoose(indicator: string, group: string | undefined): void;
}

/** More columns than this leave no room for words. */
const FEW = 6;

/** A cell asks about its indicator and its group. */
const ASKED = [...OF_INDICATOR, 'group'];

const placeOf = (target: Element): CellAt | undefined => {
  const [row, column] = target.getAttribute('data-at')?.split(',').map(Number) ?? [];
  return row === undefined || column === undefined ? undefined : { row, column };
};

/** Indicators by groups: one tab stop, arrow keys within, Enter opens the gap below. */
export const HeatMap = memo(function HeatMap({ reply, indicator, group, onChoose }: HeatMapProps) {
  const { order: asked } = useSearch({ strict: false });
  const order = useMemo(
    () => readOrder(asked, [BY_NAME, ...reply.groups.map((one) => one.group)]),
    [asked, reply],
  );
  const [at, setAt] = useState<CellAt>({ row: 1, column: 1 });
  const rows = useMemo(() => orderedRows(reply.indicators, order), [reply, order]);
  const widest = useMemo(() => widestOf(reply), [reply]);
  const size = { row: rows.length + 1, column: reply.groups.length + 1 };
  const stop = { row: Math.min(at.row, size.row - 1), column: Math.min(at.column, size.column - 1) };
  const press = (event: KeyboardEvent<HTMLTableElement>) => {
    const from = placeOf(event.target as Element);
    const next = from && nextCell(from, event.key, event.ctrlKey || event.metaKey, size);
    if (next === undefined) return;
    event.preventDefault();
    event.currentTarget.querySelector<HTMLElement>(`[data-at="${next.row},${next.column}"]`)?.focus();
  };
  const follow = (event: FocusEvent<HTMLTableElement>) => {
    const found = placeOf(event.target);
    if (found !== undefined) setAt(found);
  };
  const stopAt = (row: number, column: number) => ({
    'data-at': `${row},${column}`,
    tabIndex: stop.row === row && stop.column === column ? 0 : -1,
  });
  const head = (column: string, text: string, place: number, title?: string) => (
    <Head key={column} title={title} text={text} column={column} order={order} stop={stopAt(0, place)} />
  );
  return (
    <ChoiceForm asks={ASKED} hasButton={false}>
      <Sideways className={`heat ${reply.groups.length > FEW ? 'heat--wide' : ''}`.trim()}>
        <table
          role="grid"
          aria-label={`${reply.title}, ${reply.breakdown.label}. Arrow keys move among cells, Enter opens a gap.`}
          style={{ '--groups': reply.groups.length } as CSSProperties}
          onKeyDown={press}
          onFocus={follow}
        >
          <thead role="rowgroup">
            <tr role="row">
              {head(BY_NAME, 'Outcome or service', 0)}
              {reply.groups.map((one, index) => head(one.group, columnName(one.label), index + 1, one.label))}
            </tr>
          </thead>
          <tbody role="rowgroup">
            {rows.map((row, index) => (
              <HeatRow
                key={row.indicator}
                row={row}
                widest={widest}
                chosen={row.indicator === indicator ? { group } : undefined}
                stopAt={(column) => stopAt(index + 1, column)}
                onChoose={onChoose}
              />
            ))}
          </tbody>
        </table>
      </Sideways>
    </ChoiceForm>
  );
});

interface HeadProps {
  readonly column: string;
  readonly text: string;
  readonly title: string | undefined;
  readonly order: Order | undefined;
  readonly stop: { readonly 'data-at': string; readonly tabIndex: number };
}

/** Puts the rows in the order of its column, and then the other way round. */
function Head({ column, text, title, order, stop }: HeadProps) {
  const own = order?.column === column ? order : undefined;
  const next = writeOrder({ column, descending: own === undefined ? column !== BY_NAME : !own.descending });
  return (
    <th
      role="columnheader"
      scope="col"
      title={title}
      aria-sort={own === undefined ? 'none' : own.descending ? 'descending' : 'ascending'}
    >
      <Link
        from="/disparities"
        to="/disparities"
        search={(old) => changedSearch(old, { order: next })}
        resetScroll={false}
        {...stop}
      >
        <span>{text}</span>
        <span aria-hidden="true">{own === undefined ? '↕' : own.descending ? '▼' : '▲'}</span>
      </Link>
    </th>
  );
}
