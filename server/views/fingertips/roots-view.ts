/** Indicators with the ages and sexes they are of, and their newest figures, as Fingertips groups them. Pure. */
import type { Verdict } from '../../contract/dimensions.ts';
import type { CoreDataSet } from '../../contract/fingertips/replies.ts';
import type { Place } from '../../contract/place.ts';
import type { Snapshot } from '../../judge/release/snapshot.ts';
import { type FiguresAsked, figuresOf, type PlacedFigure, type RowOfSeries } from './figures.ts';
import { aimGroupOf, areaTypeOf } from './listed.ts';
import { unitOf } from './metadata-view.ts';
import type { SeriesAsked } from './series-asked.ts';
import { timePeriod } from './time-period.ts';

/** Of everyone alone: categories are no roots. */
const ofEveryone = (asked: readonly SeriesAsked[]) =>
  asked.filter(({ codes }) => codes.category === undefined);

const stratumView = ({ codes: { sex, age } }: SeriesAsked) => ({
  Sex: { Id: sex.id, Name: sex.name },
  Age: { Id: age.id, Name: age.name },
});

/** Sex and age belong to a title where the indicator has figures of several. */
function stateOf({ listed }: SeriesAsked, asked: readonly SeriesAsked[]) {
  const own = asked.filter((one) => one.listed.number === listed.number);
  const severalOf = (ids: number[]) => new Set(ids).size > 1;
  return {
    StateSex: severalOf(own.map(({ codes }) => codes.sex.id)),
    StateAge: severalOf(own.map(({ codes }) => codes.age.id)),
  };
}

export function rootsView(asked: readonly SeriesAsked[]) {
  const roots = ofEveryone(asked);
  return roots.map((one) => ({
    IID: one.listed.number,
    GroupId: aimGroupOf(one.listed.indicator),
    ...stratumView(one),
    ...stateOf(one, roots),
    IndicatorName: one.listed.name,
    Unit: unitOf(one.listed.indicator),
  }));
}

export function latestView(
  asked: FiguresAsked,
  rows: readonly RowOfSeries[],
  snapshot: Snapshot,
  place: Place,
) {
  const roots = ofEveryone(asked.asked);
  const figures = [...figuresOf({ ...asked, asked: roots }, rows, snapshot, place)].filter(
    ({ area }) => area.type === asked.areas.child,
  );
  const bySeries = Map.groupBy(figures, (figure) => figure.asked);
  return roots.flatMap((root, at) => {
    const own = bySeries.get(root) ?? [];
    const newest = own.findLast(({ estimate }) => estimate.status === 'shown')?.period ?? own.at(-1)?.period;
    if (newest === undefined) return [];
    return [
      {
        IID: root.listed.number,
        Sequence: at + 1,
        ...stratumView(root),
        ...stateOf(root, roots),
        Grouping: [
          { ComparatorId: 4, MethodId: 10001, Period: timePeriod(root.listed.indicator, newest).label },
        ],
        Data: own.filter(({ period }) => period === newest).map(coreData),
      },
    ];
  });
}

const NONE = -1;

function coreData({
  asked,
  area,
  estimate,
  notes,
  againstEngland,
  againstParent,
}: PlacedFigure): CoreDataSet {
  const shown = estimate.status === 'shown' ? estimate : undefined;
  const { codes, listed } = asked;
  return {
    AreaCode: area.code,
    AreaTypeId: areaTypeOf(area.type)?.id ?? NONE,
    AgeId: codes.age.id,
    SexId: codes.sex.id,
    Val: shown?.value ?? NONE,
    ValF: shown === undefined ? '' : shown.value.toFixed(listed.indicator.decimals),
    LoCI: shown?.lower95 ?? NONE,
    UpCI: shown?.upper95 ?? NONE,
    Count: shown?.numerator ?? NONE,
    Denom: shown?.denominator ?? NONE,
    ...(notes[0] !== undefined && { NoteId: notes[0].id }),
    Sig: { 4: significance[againstEngland], 1: significance[againstParent] },
  };
}

const significance: Readonly<Record<Verdict, number>> = {
  'not-compared': 0,
  worse: 1,
  lower: 1,
  similar: 2,
  better: 3,
  higher: 3,
};
