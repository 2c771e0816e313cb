// biome-ignore-all lint/a11y/noRedundantRoles: on a phone the table is laid out as blocks, and browsers then forget its roles
// biome-ignore-all lint/a11y/noNoninteractiveElementToInteractiveRole: a grid of cells is a table reached by arrow keys
// biome-ignore-all lint/a11y/useFocusableInteractive: what is focused is the button within a cell

import { colours } from '../../shared/ui/colours.ts';
import { Sideways } from '../../shared/ui/sideways.tsx';
import './heat-map.css';
import { getRouteApi, Link } from '@tanstack/react-router';
import { type CSSProperties, type FocusEvent, type KeyboardEvent, memo, useMemo, useState } from 'react';
import { aims, labelOf } from '../../../server/contract/dimensions.ts';
import type {
  DisparityCell,
  DisparityOverviewReply,
  OverviewRow,
} from '../../../server/contract/gap-replies.ts';
import { ADJUSTED, spokenPolarity } from '../../../server/contract/good-or-bad.ts';
import { ChoiceForm } from '../../shared/ui/choice-form.tsx';
import { rowAnchor } from '../../shared/ui/opening-lines.tsx';
import { SyntheticMark } from '../../shared/ui/synthetic-notice.tsx';
import { verdictLooks } from '../../shared/ui/verdict-looks.ts';
import { readOrder, writeOrder } from '../../shared/url/order.ts';
import { changedSearch } from '../../shared/url/read-search.ts';
import { adjustmentWords } from '../../shared/words/meaning.ts';
import { OF_INDICATOR } from './disparities-search.ts';
import { columnName } from './gap-words.ts';
import { type CellAt, nextCell } from './grid-moves.ts';
import { BY_NAME, orderedRows } from './heat-order.ts';
import { aroundCell, cellText, cellVerdict } from './heat-words.ts';
import { isMadeUp } from './made-up.ts';

interface HeatMapProps {
  readonly reply: DisparityOverviewReply;
  readonly indicator: string | undefined;
  readonly group: string | undefined;
  onChoose(indicator: string, group: string | undefined): void;
}

const route = getRouteApi('/disparities');

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
  const asked = route.useSearch({ select: ({ order: text }) => text });
  const order = useMemo(
    () => readOrder(asked, [BY_NAME, ...reply.groups.map((one) => one.group)]),
    [asked, reply],
  );
  const [at, setAt] = useState<CellAt>({ row: 1, column: 1 });
  const rows = useMemo(() => orderedRows(reply.indicators, order), [reply, order]);
  const widest = useMemo(() => widestOf(reply), [reply]);
  const size = { row: rows.length + 1, column: reply.groups.length + 1 };
  const stop = { row: Math.min(at.row, size.row - 1), column: Math.min(at.column, size.column - 1) };
  const orderBy = (column: string) =>
    writeOrder({ column, descending: order?.column === column ? !order.descending : column !== BY_NAME });
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
    <th
      key={column}
      role="columnheader"
      scope="col"
      title={title}
      aria-sort={order?.column === column ? (order.descending ? 'descending' : 'ascending') : 'none'}
    >
      <Link
        from="/disparities"
        to="/disparities"
        search={(old) => changedSearch(old, { order: orderBy(column) })}
        resetScroll={false}
        {...stopAt(0, place)}
      >
        <span>{text}</span>
        <span aria-hidden="true">{order?.column === column ? (order.descending ? '▼' : '▲') : '↕'}</span>
      </Link>
    </th>
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

interface HeatRowProps extends Pick<HeatMapProps, 'onChoose'> {
  readonly row: OverviewRow;
  readonly widest: number;
  /** Whether its indicator is the one chosen, with the group. */
  readonly chosen: { readonly group: string | undefined } | undefined;
  stopAt(column: number): { readonly 'data-at': string; readonly tabIndex: number };
}

const HeatRow = ({ row, widest, chosen, stopAt, onChoose }: HeatRowProps) => (
  <tr id={rowAnchor(row.indicator)} role="row" className={chosen === undefined ? '' : 'heat__chosen'}>
    <th role="rowheader" scope="row">
      <button
        type="submit"
        name="indicator"
        value={row.indicator}
        onClick={() => onChoose(row.indicator, undefined)}
        {...stopAt(0)}
      >
        {row.shortTitle}
      </button>
      <RowFacts row={row} />
    </th>
    {row.cells.map((cell, place) => (
      <td
        key={cell.group}
        role="gridcell"
        data-comparison={cell.gap.isReference ? undefined : cell.gap.comparison}
        data-verdict={cell.gap.verdict}
        aria-selected={chosen !== undefined && cell.group === chosen.group}
      >
        <button
          type="submit"
          name="gap"
          value={`${row.indicator}/${cell.group}`}
          className={cellClass(cell)}
          style={cellStyle(cell, widest)}
          onClick={() => onChoose(row.indicator, cell.group)}
          {...stopAt(place + 1)}
        >
          <CellWords cell={cell} row={row} />
        </button>
      </td>
    ))}
  </tr>
);

const polarityWords = {
  'higher-is-better': 'higher is better',
  'lower-is-better': 'lower is better',
  neutral: 'not judged as better or worse',
} as const;

const fifthWords = { national: 'national fifths', wards: 'fifths of wards' } as const;

const RowFacts = ({ row }: { row: OverviewRow }) => (
  <span className="heat__small" title={labelOf(aims, row.aim)}>
    {row.periodLabel}, {polarityWords[row.ageAdjusted === false ? row.polarity : spokenPolarity(row)]}
    {adjustmentWords(row)}
    {row.cells.some(({ crude }) => crude !== undefined) && `, ${ADJUSTED}`}
    {row.scaleNote !== null && `, ${row.scaleNote}`}
    {row.fifths !== undefined && `, ${fifthWords[row.fifths]}`}
    {row.caution !== null && `. ${row.caution}`}
    {row.standardisation.disagrees &&
      !row.basis.includes('synthetic') &&
      `. ${row.standardisation.reading.split(':')[0]?.replace(/\.$/, '')}`}
    {row.basis.includes('synthetic') && (
      <>
        {' '}
        <SyntheticMark />
      </>
    )}
  </span>
);

function CellWords({ cell, row }: { cell: DisparityCell; row: OverviewRow }) {
  const verdict = cellVerdict(cell);
  const mark = cell.gap.couldBeChance ? '?' : markOf(cell);
  const [before, after] = aroundCell(cell, row);
  return (
    <>
      <span className="nhsuk-u-visually-hidden">{before}</span>
      <span className="heat__size">
        {verdict !== '' && (
          <span className="heat__mark" aria-hidden="true">
            {mark}
          </span>
        )}
        {cellText(cell, row)}
      </span>
      {verdict !== '' && <span className="heat__verdict"> {verdict}</span>}
      <span className="nhsuk-u-visually-hidden">{after}</span>
    </>
  );
}

const markOf = ({ gap }: DisparityCell) => verdictLooks[gap.verdict].mark;

const cellClass = (cell: DisparityCell) =>
  [
    'heat__cell',
    `heat__cell--${cell.estimate.status}`,
    ...(isMadeUp(cell) ? ['heat__cell--synthetic'] : []),
  ].join(' ');

const widestOf = ({ indicators }: DisparityOverviewReply) =>
  Math.max(
    ...indicators.flatMap(({ cells }) => cells.map(({ gap }) => Math.abs(gap.difference?.value ?? 0))),
  );

const hues: Readonly<Record<string, string>> = {
  worse: verdictLooks.worse.fill,
  better: verdictLooks.better.fill,
  higher: verdictLooks.higher.fill,
  lower: verdictLooks.lower.fill,
};

/** The hue is the verdict, its strength the size; a gap not proven has no hue, however wide. */
function cellStyle({ estimate, gap }: DisparityCell, widest: number): CSSProperties {
  const hue = hues[gap.verdict];
  if (estimate.status !== 'shown' || hue === undefined || gap.difference === undefined || widest === 0)
    return {};
  const strength = 22 + Math.round(68 * Math.sqrt(Math.abs(gap.difference.value) / widest));
  return { background: `color-mix(in srgb, ${hue} ${strength}%, ${colours.paper})` };
}
