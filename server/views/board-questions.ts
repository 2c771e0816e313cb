/** What the board asks of one area: the indicators of its list, and the groups there are figures by. Pure. */
import {
  type AreaType,
  type Breakdown,
  deprivationFifths,
  type EthnicScheme,
  ethnicSchemes,
} from '../contract/dimensions.ts';
import { comparePeriods } from '../contract/periods.ts';
import { boardList } from '../indicators/board.ts';
import type { Indicator } from '../indicators/indicator.ts';
import { PERIODS } from '../judge/figures/gap-change.ts';
import { type AreaQuestion, areaQuestions } from '../judge/release/area-questions.ts';
import { hasCoverage } from '../judge/release/resolve.ts';
import { roundedToOf } from '../judge/release/rounded-to.ts';
import type { SeriesWithCoverage, Snapshot } from '../judge/release/snapshot.ts';

export interface BoardGroup {
  readonly id: string;
  readonly label: string;
  readonly series: SeriesWithCoverage;
}
/** The groups of one breakdown, in the order of their list. */
export interface BoardGroups {
  readonly by: Breakdown;
  readonly scheme?: EthnicScheme;
  readonly groups: readonly BoardGroup[];
}
export interface BoardQuestion extends AreaQuestion {
  readonly breakdowns: readonly BoardGroups[];
  /** What counts are rounded to the nearest of; null where they are not. */
  readonly roundedTo: number | null;
}

/** By aim, population group and place in the list; indicators without a figure for the area are left out. */
export function boardQuestions(
  indicators: readonly Indicator[],
  snapshot: Snapshot,
  areaType: AreaType,
): BoardQuestion[] {
  const listed = indicators.filter((indicator) =>
    indicator.populationGroups.some(({ id }) => placeInList(indicator, id) >= 0),
  );
  return areaQuestions(listed, snapshot, areaType, areaType)
    .filter(({ indicator, group, publishedHere }) => publishedHere && placeInList(indicator, group.id) >= 0)
    .map((question) => ({
      ...question,
      breakdowns: breakdownsOf(question, snapshot, areaType),
      roundedTo: roundedToOf(question.series.version_id, snapshot),
    }))
    .sort((a, b) => (a.group.id === b.group.id && a.indicator.aim === b.indicator.aim ? inList(a, b) : 0));
}

const placeInList = ({ aim, id }: Indicator, group: AreaQuestion['group']['id']) =>
  boardList[aim][group].indexOf(id);
const inList = (a: AreaQuestion, b: AreaQuestion) =>
  placeInList(a.indicator, a.group.id) - placeInList(b.indicator, b.group.id);

/** As many periods of a group as its trend is tested over. */
export function lastPeriods({ coverage }: SeriesWithCoverage, areaType: AreaType): string[] {
  return coverage
    .filter((row) => row.area_type === areaType)
    .map((row) => row.period)
    .sort(comparePeriods)
    .slice(-PERIODS);
}

/** Neither high nor low being better, no gap is good or bad, so none is asked for. */
function breakdownsOf(
  { indicator, series }: AreaQuestion,
  snapshot: Snapshot,
  areaType: AreaType,
): BoardGroups[] {
  if (indicator.polarity === 'neutral') return [];
  const alike = snapshot
    .seriesOf(indicator.id)
    .filter(
      (one) =>
        one.denominator === series.denominator &&
        one.age_band === series.age_band &&
        one.sex === series.sex &&
        hasCoverage(one, areaType),
    );
  const ethnic = ethnicSchemes
    .map(({ id, groups }) => ({
      by: 'ethnicGroup' as const,
      scheme: id,
      groups: groupsOf(groups, (group) =>
        alike.find((one) => one.ethnic_group === `${id}/${group}` && one.deprivation === 'all'),
      ),
    }))
    .find(({ groups }) => groups.length > 1);
  const fifths = groupsOf(deprivationFifths, (fifth) =>
    alike.find((one) => one.deprivation === fifth && one.ethnic_group === 'all'),
  );
  const all: BoardGroups[] = ethnic === undefined ? [] : [ethnic];
  if (fifths.length > 1) all.push({ by: 'deprivation', groups: fifths });
  return all;
}

/** People of unknown group are no group to be compared, and everyone is none either. */
function groupsOf(
  terms: readonly { readonly id: string; readonly label: string }[],
  seriesOf: (id: string) => SeriesWithCoverage | undefined,
): BoardGroup[] {
  return terms.flatMap(({ id, label }) => {
    const series = id === 'all' || id === 'unknown' ? undefined : seriesOf(id);
    return series === undefined ? [] : [{ id, label, series }];
  });
}
