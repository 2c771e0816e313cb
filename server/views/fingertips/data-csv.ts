/** Figures in the 27 columns that clients of Fingertips read. Pure. */
import { ENGLAND } from '../../contract/fingertips/code-lists.ts';
import type { Place } from '../../contract/place.ts';
import type { Snapshot } from '../../judge/release/snapshot.ts';
import type { Cell } from '../tables/table.ts';
import { csvText } from './csv-text.ts';
import { type FiguresAsked, figuresOf, type PlacedFigure, type RowOfSeries } from './figures.ts';
import { areaTypeOf } from './listed.ts';
import { timePeriod } from './time-period.ts';
import { verdictWord } from './verdict-words.ts';

/** A type of area as the header names it. */
export interface HeadingType {
  readonly id: number;
  readonly short: string;
}

export const dataHeader = (parent: HeadingType): string[] => [
  'Indicator ID',
  'Indicator Name',
  'Parent Code',
  'Parent Name',
  'Area Code',
  'Area Name',
  'Area Type',
  'Sex',
  'Age',
  'Category Type',
  'Category',
  'Time period',
  'Value',
  'Lower CI 95.0 limit',
  'Upper CI 95.0 limit',
  'Lower CI 99.8 limit',
  'Upper CI 99.8 limit',
  'Count',
  'Denominator',
  'Value note',
  'Recent Trend',
  'Compared to England value or percentiles',
  parent.id === ENGLAND ? 'Compared to percentiles' : `Compared to ${parent.short} value or percentiles`,
  'Time period Sortable',
  'New data',
  'Compared to goal',
  'Time period range',
];

export function dataCsv(
  asked: FiguresAsked,
  parent: HeadingType,
  rows: readonly RowOfSeries[],
  snapshot: Snapshot,
  place: Place,
): string {
  const named = namesIn(snapshot, place);
  return csvText(
    dataHeader(parent),
    figuresOf(asked, rows, snapshot, place).map((figure) => line(figure, named)),
  );
}

function line(figure: PlacedFigure, named: (code: string | undefined) => string): Cell[] {
  const { asked, area, estimate, notes, trend } = figure;
  const { listed, codes } = asked;
  const period = timePeriod(listed.indicator, figure.period);
  const shown = estimate.status === 'shown' ? estimate : undefined;
  return [
    listed.number,
    listed.name,
    figure.parent,
    named(figure.parent),
    area.code,
    named(area.code),
    areaTypeOf(area.type)?.short,
    codes.sex.name,
    codes.age.name,
    codes.category?.type.name,
    codes.category?.name,
    period.label,
    shown?.value,
    shown?.lower95,
    shown?.upper95,
    shown?.lower998,
    shown?.upper998,
    shown?.numerator,
    shown?.denominator,
    notes.map(({ text }) => text).join('; '),
    trend?.text,
    verdictWord(figure.againstEngland),
    verdictWord(figure.againstParent),
    period.sortable,
    undefined,
    undefined,
    period.range,
  ];
}

const namesIn =
  (snapshot: Snapshot, place: Place) =>
  (code: string | undefined): string => {
    if (code === undefined) return '';
    const known = snapshot.areaOf(code)?.name ?? place.parents.find((one) => one.code === code)?.name;
    return known ?? code;
  };
