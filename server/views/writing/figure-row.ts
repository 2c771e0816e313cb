/** What a row about one indicator says of it, on the board and on the page of an area alike. Pure. */
import { ageField } from '../../contract/ages.ts';
import type { Estimate } from '../../contract/estimate.ts';
import type { FigureRow, IndicatorRow } from '../../contract/figure-row.ts';
import { missing } from '../../contract/without-figure.ts';
import type { AreaQuestion } from '../../judge/release/area-questions.ts';
import type { Snapshot } from '../../judge/release/snapshot.ts';
import { meaningOf } from '../comparing/meaning.ts';
import { datedBy, periodWords, titleOf } from './words.ts';

type Asked = Pick<AreaQuestion, 'indicator' | 'group' | 'stratum' | 'period'>;

export const figureRow = (asked: Asked, snapshot: Pick<Snapshot, 'asOf'>): FigureRow => ({
  ...indicatorRow(asked),
  stratum: asked.stratum,
  period: asked.period,
  periodLabel: periodWords(asked.indicator, asked.period),
  ...ageField(asked.period, datedBy(asked.indicator, snapshot)),
});

/** What is said of the indicator and its population group; with a period, the title dates the population it is counted among. */
export function indicatorRow({
  indicator,
  group,
  stratum,
  period,
}: Omit<Asked, 'period'> & Partial<Pick<Asked, 'period'>>): IndicatorRow {
  const { publisher, shortPublisher = publisher, title, url, licence } = indicator.source;
  return {
    indicator: indicator.id,
    title: titleOf(indicator, stratum, period),
    shortTitle: indicator.shortTitle,
    aim: indicator.aim,
    populationGroup: group.id,
    membership: group.membership,
    unit: indicator.unit,
    decimals: indicator.decimals,
    polarity: indicator.polarity,
    ...meaningOf(indicator),
    source: { publisher, shortPublisher, title, url, licence },
  };
}

/** What stands where a period has no figure for the area. */
export const NO_FIGURE = 'There is no figure for this area.';
export const noFigure: Estimate = missing('not-available', NO_FIGURE);
