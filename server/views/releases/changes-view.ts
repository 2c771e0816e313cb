/** What changed between two releases. Pure. */

import type { ChangedElsewhere, ChangedFigure } from '../../../db/queries/changes.ts';
import type { ReleaseWithVersions, SelectedArea } from '../../../db/queries/releases.ts';
import type { StoredWithdrawal } from '../../../db/queries/withdrawals.ts';
import type { ChangedCell, ChangesReply } from '../../contract/changes-reply.ts';
import type { AreaType, Basis } from '../../contract/dimensions.ts';
import type { Estimate } from '../../contract/estimate.ts';
import { comparePeriods } from '../../contract/periods.ts';
import { missing } from '../../contract/without-figure.ts';
import type { Indicator } from '../../indicators/indicator.ts';
import { estimateView } from '../../judge/release/estimate-view.ts';
import { stratumOf } from '../../judge/release/resolve-stratum.ts';
import type { Snapshot } from '../../judge/release/snapshot.ts';
import { agedPeriodWords, titleOf } from '../writing/words.ts';
import { changesSummary } from './changes-sentences.ts';
import { definitionChanges } from './definition-changes.ts';
import { versionView } from './releases-view.ts';
import { type JudgedBoard, verdictFlips } from './verdict-flips.ts';
import { withdrawalsView } from './withdrawals-view.ts';

/** One of the two releases. */
export interface Side {
  readonly release: ReleaseWithVersions;
  readonly snapshot: Snapshot;
  readonly judged: JudgedBoard;
}

/** The versions only one of the two releases holds: all that can differ. */
export function versionsApart(own: ReleaseWithVersions, other: ReleaseWithVersions): number[] {
  const held = new Set(other.versions.map(({ id }) => id));
  return own.versions.map(({ id }) => id).filter((id) => !held.has(id));
}

export function changesView(
  area: SelectedArea,
  before: Side,
  after: Side,
  figures: readonly ChangedFigure[],
  elsewhere: readonly ChangedElsewhere[],
  withdrawals: readonly StoredWithdrawal[],
): ChangesReply {
  const apart = new Set(versionsApart(after.release, before.release));
  const cells = figures.flatMap((figure) => cellOf(figure, before.snapshot, after.snapshot));
  const moved = (test: (from: Estimate['status'], to: Estimate['status']) => boolean) =>
    cells.filter((cell) => test(cell.before.status, cell.after.status));
  const { code, name, type } = area;
  const changes = {
    from: { id: before.release.id, publishedAt: before.release.published_at },
    to: { id: after.release.id, publishedAt: after.release.published_at },
    area: { code, name, type },
    newPeriods: newPeriods(before.snapshot, after.snapshot, type),
    revisions: moved((from, to) => from === 'shown' && to === 'shown'),
    withheld: moved((from, to) => from !== 'withheld' && to === 'withheld'),
    shown: moved((from, to) => from !== 'shown' && to === 'shown'),
    missing: moved((from, to) => from !== 'missing' && to === 'missing'),
    withdrawn: moved((from, to) => from !== 'withdrawn' && to === 'withdrawn'),
    withdrawals: withdrawalsView(withdrawals, [...before.release.versions, ...after.release.versions]),
    verdicts: verdictFlips(before.judged, after.judged),
    definitions: definedAnew(before.snapshot, after.snapshot),
    newIndicators: onlyIn(after.snapshot, before.snapshot),
    discontinuedIndicators: onlyIn(before.snapshot, after.snapshot),
  };
  return {
    release: after.release.id,
    query: { since: before.release.id, area: code },
    summary: changesSummary(changes),
    ...changes,
    elsewhere: elsewhere
      .filter(({ revised, withheld, shown }) => revised + withheld + shown > 0)
      .flatMap(({ indicator: id, ...counts }) => {
        const indicator = after.snapshot.catalogue.find(id);
        return indicator === undefined ? [] : [{ ...namedIn(indicator, after.snapshot), ...counts }];
      }),
    datasets: after.release.versions.filter(({ id }) => apart.has(id)).map(versionView),
  };
}

const isHeld = (indicator: Indicator, snapshot: Snapshot) => snapshot.seriesOf(indicator.id).length > 0;

function onlyIn(own: Snapshot, other: Snapshot): ChangesReply['newIndicators'] {
  return own.catalogue.indicators
    .filter((one) => isHeld(one, own) && !isHeld(one, other))
    .map((one) => namedIn(one, own));
}

function definedAnew(before: Snapshot, after: Snapshot): ChangesReply['definitions'] {
  return after.catalogue.indicators
    .filter((one) => isHeld(one, before) && isHeld(one, after))
    .flatMap((indicator) => {
      const was = before.catalogue.find(indicator.id);
      const parts = was === undefined ? [] : definitionChanges(was, indicator);
      return parts.length === 0 ? [] : [{ ...namedIn(indicator, after), parts }];
    });
}

function namedIn(indicator: Indicator, snapshot: Snapshot): ChangesReply['newIndicators'][number] {
  const coverage = snapshot.seriesOf(indicator.id).flatMap((series) => series.coverage);
  const { id, title, shortTitle, aim } = indicator;
  return {
    indicator: id,
    title,
    shortTitle,
    aim,
    basis: [...new Set<Basis>(coverage.map((row) => row.basis))],
  };
}

function newPeriods(before: Snapshot, after: Snapshot, type: AreaType): ChangesReply['newPeriods'] {
  return after.catalogue.indicators
    .filter((one) => isHeld(one, before) && isHeld(one, after))
    .flatMap((indicator) => {
      const held = new Set(periodsShown(indicator, before, type));
      const fresh = periodsShown(indicator, after, type).filter((period) => !held.has(period));
      if (fresh.length === 0) return [];
      const periods = [...new Set(fresh)]
        .sort(comparePeriods)
        .map((period) => ({ period, label: agedPeriodWords(indicator, period, after) }));
      return [{ ...namedIn(indicator, after), periods }];
    });
}

const periodsShown = (indicator: Indicator, snapshot: Snapshot, type: AreaType) =>
  snapshot
    .seriesOf(indicator.id)
    .flatMap((series) => series.coverage)
    .filter((row) => row.area_type === type && row.shown > 0)
    .map((row) => row.period);

/** A cell of a stratum and period that the earlier release held; what is wholly new is told otherwise. */
function cellOf(figure: ChangedFigure, before: Snapshot, after: Snapshot): ChangedCell[] {
  const indicator = after.catalogue.find(figure.indicator);
  const heldBefore = indicator && holds(before, figure);
  if (indicator === undefined || !heldBefore || !isHeld(indicator, after)) return [];
  const { populationGroup: _, ...stratum } = stratumOf(figure, { id: 'all' });
  return [
    {
      ...namedIn(indicator, after),
      basis: [(figure.after ?? figure.before)?.basis ?? 'published'],
      title: titleOf(indicator, { ...stratum, populationGroup: 'all' }, figure.period),
      unit: indicator.unit,
      decimals: indicator.decimals,
      stratum,
      period: figure.period,
      periodLabel: agedPeriodWords(indicator, figure.period, after),
      before: figure.before ? estimateView(figure.before) : GONE,
      after: figure.after ? estimateView(figure.after) : GONE,
    },
  ];
}
const GONE: Estimate = missing('not-available', 'The release holds no such figure.');

const holds = (snapshot: Snapshot, figure: ChangedFigure) =>
  snapshot
    .seriesOf(figure.indicator)
    .some(
      (series) =>
        series.denominator === figure.denominator &&
        series.ethnic_group === figure.ethnic_group &&
        series.age_band === figure.age_band &&
        series.sex === figure.sex &&
        series.deprivation === figure.deprivation &&
        series.coverage.some((row) => row.area_type === figure.area_type && row.period === figure.period),
    );
