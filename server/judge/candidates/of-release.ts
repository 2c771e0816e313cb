/** Every comparison a release is judged by: newest periods and default strata, what its pages open with. Pure. */
import { type AreaType, areaTypes } from '../../contract/dimensions.ts';
import type { Place } from '../../contract/place.ts';
import type { Indicator } from '../../indicators/indicator.ts';
import type { Candidate } from '../candidate.ts';
import { PartFigures, type StoredFigure } from '../figures/part.ts';
import { breakdownKinds } from '../groups/breakdown-kinds.ts';
import type { BreakdownContext } from '../groups/group-breakdown.ts';
import { groupFigures } from '../groups/group-figures.ts';
import { type GroupQuestion, groupQuestion, partsOfGroups, periodOf } from '../groups/question.ts';
import { tried } from '../groups/questions-of-areas.ts';
import { areaQuestions } from '../release/area-questions.ts';
import { estimateView } from '../release/estimate-view.ts';
import { methodBreaks } from '../release/method-breaks.ts';
import { roundedToOf } from '../release/rounded-to.ts';
import type { Snapshot } from '../release/snapshot.ts';
import type { StoredArea } from '../release/stored.ts';
import { areaCandidates, type SeriesAt } from './of-areas.ts';
import { changeOf } from './of-changes.ts';
import { groupCandidates } from './of-groups.ts';
import { widerCandidates } from './of-wider-areas.ts';

export interface ReleaseQuestions {
  readonly areas: readonly SeriesAt[];
  readonly groups: readonly { readonly question: GroupQuestion; readonly period: string }[];
}

/**
 * What is judged of a release, resolved as its pages resolve it: areas and groups at newest periods and default strata.
 *
 * @param indicators the catalogue.
 * @param context the release, its place and the fifths of its wards.
 * @returns series at their newest period, and questions about groups.
 * @throws nothing: what a release has no figures for is left out.
 * @example questionsOfRelease([indicator], context).areas.map(({ areaType, period }) => [areaType, period]);
 *   // [['ward', '2024-25'], ['borough', '2024-25']]
 * @example questionsOfRelease([indicator], context).groups.map(({ question: { area } }) => area.name); // ['Exampleton', 'Ash', 'Birch']
 */
export function questionsOfRelease(
  indicators: readonly Indicator[],
  context: BreakdownContext,
): ReleaseQuestions {
  const { snapshot, place } = context;
  const areas = new Map<string, SeriesAt>();
  for (const { id: areaType } of areaTypes) {
    if (!isHere(areaType, snapshot, place)) continue;
    for (const { publishedHere, ...question } of areaQuestions(indicators, snapshot, areaType, place.type)) {
      const { indicator, series, period } = question;
      if (publishedHere) areas.set([series.id, areaType].join(), { indicator, series, areaType, period });
    }
  }
  return { areas: [...areas.values()], groups: groupsOf(indicators, context) };
}

const isHere = (type: AreaType, { areas }: Snapshot, place: Place) =>
  type === place.type || areas.some((area) => area.type === type && isWithin(area, place));
const isWithin = ({ parents }: Pick<StoredArea, 'parents'>, { code }: Place) =>
  parents.some((parent) => parent.code === code);

/** Groups in the place and within each ward, by every scheme and kind of fifths there are. */
function groupsOf(indicators: readonly Indicator[], context: BreakdownContext): ReleaseQuestions['groups'] {
  const { snapshot, place } = context;
  const edition = snapshot.editionOf('ward');
  const wards = snapshot.areas.filter(
    (area) => area.type === 'ward' && area.edition === edition && isWithin(area, place),
  );
  const areas = [snapshot.areaOf(place.code), ...wards].filter((area) => area !== undefined);
  return indicators
    .filter(({ id, valueType }) => valueType === 'proportion' && snapshot.seriesOf(id).length > 0)
    .flatMap((indicator) => areas.flatMap((area) => groupsOfArea(indicator, area, context)));
}

function groupsOfArea(indicator: Indicator, area: StoredArea, context: BreakdownContext) {
  return breakdownKinds(indicator, area, context).flatMap(({ by, scheme, fifths }) =>
    indicator.populationGroups.flatMap(({ id: populationGroup }) => {
      const query = {
        by,
        populationGroup,
        ...(scheme !== undefined && { ethnicScheme: scheme }),
        ...(fifths !== undefined && { fifths }),
      };
      const question = tried(() => groupQuestion(indicator, area, query, context));
      const period = question && tried(() => periodOf(question, undefined));
      return question === undefined || period === undefined ? [] : [{ question, period }];
    }),
  );
}

/**
 * Which figures the candidates are made of, for one reading of the database.
 *
 * @param asked what is judged of the release.
 * @returns series read in all periods, and series read in one.
 * @example figuresOfRelease(questionsOfRelease([indicator], context));
 *   // { whole: [1], moments: [{ series: 2, period: '2024-25' }, { series: 3, period: '2024-25' }] }
 */
export function figuresOfRelease({ areas, groups }: ReleaseQuestions) {
  const followed = areas.filter(({ indicator }) => indicator.periodKind !== 'cumulative');
  const whole = new Set(followed.map(({ series }) => series.id));
  const moments = new Map<string, { readonly series: number; readonly period: string }>();
  const add = (series: number, period: string) => {
    if (!whole.has(series)) moments.set(`${series} ${period}`, { series, period });
  };
  for (const { series, period } of areas) add(series.id, period);
  for (const { question, period } of groups)
    for (const { series } of partsOfGroups(question.breakdown)) add(series, period);
  return { whole: [...whole], moments: [...moments.values()] };
}

/**
 * Every comparison a release is judged by, each once.
 *
 * @param asked what is judged of the release.
 * @param rows its figures, as `figuresOfRelease` names them.
 * @param context the release, its place and the fifths of its wards.
 * @returns in no order that means anything.
 * @throws RangeError for counts that are no part of a whole.
 * @see Benjamini Y, Bogomolov M (2014) Selective inference on multiple families of hypotheses. J R Stat Soc B 76:297-318.
 * @example candidatesOfRelease(questionsOfRelease([indicator], context), rows, context).length; // 11
 */
export function candidatesOfRelease(
  { areas, groups }: ReleaseQuestions,
  rows: readonly StoredFigure[],
  { snapshot, place }: BreakdownContext,
): Candidate[] {
  const bySeries = Map.groupBy(rows, (row) => row.series_id);
  const ofAreas = areas.flatMap((asked) =>
    candidatesOf(asked, bySeries.get(asked.series.id) ?? [], snapshot, place),
  );
  const figures = new Map<number | null, PartFigures>();
  const ofGroups = groups.flatMap(({ question, period }) => {
    const known = figures.get(question.roundedTo) ?? new PartFigures(rows, question.roundedTo);
    figures.set(question.roundedTo, known);
    return groupCandidates(question, period, groupFigures(question, known, period));
  });
  return [...new Map([...ofAreas, ...ofGroups].map((one) => [one.id, one])).values()];
}

/** Areas against the rest of the place, or the place against England and the region; and how each changed. */
function candidatesOf(
  asked: SeriesAt,
  rows: readonly StoredFigure[],
  snapshot: Snapshot,
  place: Place,
): Candidate[] {
  const roundedTo = roundedToOf(asked.series.version_id, snapshot);
  const now = rows.filter((row) => row.period === asked.period);
  const own = rows.filter((row) => row.area_type === asked.areaType);
  const ofPlace = own.filter((row) => row.area_code === place.code);
  const isPlace = asked.areaType === place.type;
  const wider = isPlace ? place.parents : [];
  const whole = ofPlace.find((row) => row.period === asked.period);
  const against = wider.flatMap(({ code, type }) => {
    const row = now.find((one) => one.area_type === type && one.area_code === code);
    if (row === undefined || whole === undefined) return [];
    const figure = { code: place.code, estimate: estimateView(whole) };
    return widerCandidates(asked, [figure], { code, type, estimate: estimateView(row) }, roundedTo);
  });
  const within = isPlace
    ? []
    : areaCandidates(asked, now, snapshot, place).filter(isOfPlace(snapshot, place));
  const followed = isPlace ? ofPlace : own.filter((row) => isCodeWithin(row.area_code, snapshot, place));
  const byArea = [...Map.groupBy(followed, (row) => row.area_code)];
  const changes = byArea.map(([code, points]) => {
    const figures = points.map((row) => ({ period: row.period, estimate: estimateView(row) }));
    const breaks = methodBreaks(asked.indicator.id, code, snapshot);
    return changeOf(asked, code, figures, roundedTo, breaks).candidate;
  });
  return [...within, ...against, ...changes];
}

const isOfPlace =
  (snapshot: Snapshot, place: Place) =>
  ({ comparison }: Candidate) =>
    isCodeWithin(comparison.area, snapshot, place);

function isCodeWithin(code: string, snapshot: Snapshot, place: Place): boolean {
  const area = snapshot.areaOf(code);
  return area !== undefined && isWithin(area, place);
}
