/** The tables of a whole release: what it measures, where, and every figure. Pure. */
import type { SelectedEstimate } from '../../../db/queries/estimates.ts';
import { type AreaType, areaTypes } from '../../contract/dimensions.ts';
import type { Estimate } from '../../contract/estimate.ts';
import { atAges } from '../../contract/good-or-bad.ts';
import type { Stratum } from '../../contract/queries.ts';
import type { Indicator } from '../../indicators/indicator.ts';
import { estimateView } from '../../judge/release/estimate-view.ts';
import { stratumOf } from '../../judge/release/resolve-stratum.ts';
import type { SeriesWithCoverage, Snapshot } from '../../judge/release/snapshot.ts';
import { meaningOf } from '../comparing/meaning.ts';
import { aboutIndicator, stratumInEachRow } from '../tables/about-indicator.ts';
import { figureColumns, wordsOfBases } from '../tables/figure-columns.ts';
import {
  aimColumns,
  areaColumns,
  indicatorColumns,
  meaningColumns,
  periodColumns,
  sourceColumns,
} from '../tables/subject-columns.ts';
import { columnsOf, type FileTable, fileTableOf, required, textColumn } from '../tables/table.ts';
import { periodWords, titleOf } from '../writing/words.ts';

type Row = SelectedEstimate & { readonly series_id: number };

/** What is said of every figure of a series. */
interface Of {
  readonly stratum: Stratum;
  readonly subject: ReturnType<typeof subjectOf>;
}
interface Line {
  readonly of: Of;
  readonly area: { readonly code: string; readonly name: string; readonly type: AreaType };
  readonly period: { readonly period: string; readonly label: string };
  readonly figure: Estimate;
}

/** @param rows some of the figures, of the series given: a table of a whole indicator may be too large to be held. */
export function figuresTable(
  indicator: Indicator,
  series: readonly SeriesWithCoverage[],
  rows: readonly Row[],
  snapshot: Pick<Snapshot, 'release' | 'nameOf'>,
): FileTable {
  const known = new Map(series.map((one) => [one.id, ofSeries(indicator, one)]));
  const lines = rows.flatMap((row): Line[] => {
    const of = known.get(row.series_id);
    if (of === undefined) return [];
    const { area_code: code, area_type: type, period } = row;
    return [
      {
        of,
        area: { code, type, name: snapshot.nameOf(type, code) ?? code },
        period: { period, label: periodWords(indicator, period) },
        figure: estimateView(row),
      },
    ];
  });
  return fileTableOf<Line>(
    {
      ...aboutIndicator(indicator, { ageBand: indicator.allAges ?? 'all' }),
      title: indicator.title,
      period: 'every period held, one in each row',
      basis: wordsOfBases(basesOf(series)),
      release: snapshot.release,
    },
    {
      columns: [
        ...columnsOf(({ area }: Line) => area, areaColumns),
        ...columnsOf(({ period }: Line) => period, periodColumns),
        ...columnsOf(({ of }: Line) => of.subject, [...indicatorColumns, ...meaningColumns]),
        ...columnsOf(({ of }: Line) => of.stratum, stratumInEachRow),
        ...columnsOf(({ figure }: Line) => figure, figureColumns),
      ],
      key: KEY,
      rows: lines,
    },
  );
}

const KEY = [
  'Area type code',
  'Area code',
  'Period',
  'Ethnic scheme code',
  'Ethnic group code',
  'Age band code',
  'Sex code',
  'Deprivation fifth code',
  'Denominator code',
];

const basesOf = (series: readonly SeriesWithCoverage[]) =>
  series.flatMap(({ coverage }) => coverage.map(({ basis }) => basis));

const ofSeries = (indicator: Indicator, series: SeriesWithCoverage): Of => {
  const stratum = stratumOf(series, { id: 'all' });
  return { stratum, subject: subjectOf(indicator, stratum) };
};

const subjectOf = (indicator: Indicator, stratum: Stratum) => ({
  indicator: indicator.id,
  title: titleOf(indicator, stratum),
  unit: indicator.unit,
  polarity: indicator.polarity,
  ...meaningOf(atAges(indicator, stratum.ageBand)),
});

const ofRelease = (snapshot: Pick<Snapshot, 'release'>) => ({
  period: 'as of the release',
  basis: 'Definitions and lists, no figures',
  release: snapshot.release,
  notes: [],
});

/** What the release measures. */
export function definitionsTable(
  indicators: readonly Indicator[],
  snapshot: Pick<Snapshot, 'release'>,
): FileTable {
  return fileTableOf<Indicator>(
    {
      ...ofRelease(snapshot),
      title: 'What is measured',
      source: 'named in each row',
      licence: 'named in each row',
    },
    {
      columns: [
        ...columnsOf(({ id, title }: Indicator) => ({ indicator: id, title }), indicatorColumns),
        ...columnsOf(
          ({ aim, populationGroups }: Indicator) => ({ aim, populationGroup: populationGroups[0]?.id ?? '' }),
          aimColumns.filter(({ title }) => title.startsWith('Aim')),
        ),
        ...columnsOf((indicator: Indicator) => ({ ...indicator, ...meaningOf(indicator) }), meaningColumns),
        ...required([
          textColumn<Indicator>('Numerator', 'What is counted.', ({ numerator }) => numerator),
          textColumn<Indicator>('Denominator', 'Among whom.', ({ denominator }) => denominator),
          textColumn<Indicator>('Method', 'How figures and limits are worked out.', ({ method }) => method),
          textColumn<Indicator>(
            'Protection',
            'How people are protected in these figures.',
            ({ disclosureRule }) => disclosureRule,
          ),
        ]),
        textColumn('Caveats', 'What to keep in mind when reading the figures.', ({ caveats }) =>
          caveats.join(' '),
        ),
        ...columnsOf((indicator: Indicator) => indicator, sourceColumns),
      ],
      key: ['Indicator code'],
      rows: indicators,
    },
  );
}

/** Where it measures. */
export function areasTable({ areas, release }: Pick<Snapshot, 'release' | 'areas'>): FileTable {
  return fileTableOf<Snapshot['areas'][number]>(
    {
      ...ofRelease({ release }),
      title: 'Areas and what they lie in',
      source: 'Office for National Statistics and NHS England, as the page of methods says',
      licence: 'Open Government Licence v3.0',
    },
    {
      columns: [
        ...areaColumns,
        ...required([
          textColumn<Snapshot['areas'][number]>(
            'Edition',
            'Edition of the boundaries.',
            ({ edition }) => edition || 'none',
          ),
        ]),
        textColumn(
          'Lies in',
          'Codes of the areas it lies in, smallest first, with spaces between.',
          ({ parents }) => parents.map(({ code }) => code).join(' '),
        ),
      ],
      key: ['Area type code', 'Area code', 'Edition'],
      rows: areas.filter(({ type }) => areaTypes.some(({ id }) => id === type)),
    },
  );
}
