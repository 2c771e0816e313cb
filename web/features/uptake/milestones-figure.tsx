import { paths } from '../../../server/contract/paths.ts';
import type { IndicatorReply } from '../../../server/contract/replies.ts';
import type { Milestone, MilestonesReply } from '../../../server/contract/uptake-replies.ts';
import { ChartFrame } from '../../shared/charts/chart-frame.tsx';
import { IllustrativeMark } from '../../shared/documents/cited.tsx';
import { DownloadLink } from '../../shared/ui/download-link.tsx';
import { SourceLine } from '../../shared/ui/source-line.tsx';
import { SyntheticMark } from '../../shared/ui/synthetic-notice.tsx';
import { formatDay } from '../../shared/words/format.ts';
import { adjustmentWords } from '../../shared/words/meaning.ts';
import { GroupPlot, type PlotRow } from './group-plot.tsx';
import { behindWords, betweenWords, reachedWords, weeksDrawn } from './milestone-words.ts';
import { shortGroupName } from './over-time-lines.ts';

interface MilestonesFigureProps {
  readonly definition: IndicatorReply;
  readonly reply: MilestonesReply;
  readonly release: { readonly release?: number };
  readonly chosen: string | undefined;
  readonly busy: boolean;
}

/** How many weeks each group took to reach a share, and how many behind the place that is. */
export function MilestonesFigure(props: MilestonesFigureProps) {
  const { definition, reply, chosen } = props;
  const { indicator, shares, ...query } = reply.query;
  const { eligibility } = reply;
  const isDrawn = shares.some((share) => isReachedByAny(rowsOf(reply, share)));
  return (
    <ChartFrame
      title={`Weeks until ${shares.map((share) => `${share}%`).join(' and ')} had it, by group`}
      measure={`${reply.title}${adjustmentWords(reply)}. ${reply.breakdown.label}.`}
      basis={reply.basis}
      source={<SourceLine source={definition.source} />}
      busy={props.busy}
      downloads={
        <p className="downloads">
          <DownloadLink
            href={paths.milestonesCsv(indicator, { ...query, shares: shares.join(','), ...props.release })}
            text="Download the weeks (CSV)"
          />
        </p>
      }
    >
      {reply.basis.includes('synthetic') && (
        <p className="synthetic-line">
          <SyntheticMark /> Made for demonstration, not real.
        </p>
      )}
      <p className="uptake__note">
        Weeks are counted from {formatDay(eligibility.date)} (
        {eligibility.event === undefined ? 'the first date held' : eligibility.label}).{' '}
        {eligibility.synthetic && <IllustrativeMark />} Dates are those with figures, so a share may have been
        reached before the date named.{isDrawn && ` The upright line is ${reply.place.name} as a whole.`}
      </p>
      <div className="milestones">
        {shares.map((share) => (
          <section key={share} aria-label={`${share}%`}>
            <h3>{share}%</h3>
            <Milestones reply={reply} share={share} chosen={chosen} />
          </section>
        ))}
      </div>
    </ChartFrame>
  );
}

interface MilestonesProps {
  readonly reply: MilestonesReply;
  readonly share: number;
  readonly chosen: string | undefined;
}

function Milestones({ reply, share, chosen }: MilestonesProps) {
  const rows = rowsOf(reply, share);
  if (!isReachedByAny(rows)) return <NoneReached rows={rows} share={share} />;
  return (
    <GroupPlot
      label={`Weeks until ${share}%`}
      rows={rows.map((row) => ({ ...row, chosen: row.id === chosen }))}
    />
  );
}

interface MilestoneRow extends PlotRow, Pick<Milestone, 'status' | 'reason'> {}

const isReachedByAny = (rows: readonly MilestoneRow[]) => rows.some(({ status }) => status === 'reached');

/** A row for each would say the same of all; only those that cannot be told are named. */
function NoneReached({ rows, share }: { readonly rows: readonly MilestoneRow[]; readonly share: number }) {
  const untold = rows.filter(({ status }) => status === 'cannot-tell');
  return (
    <>
      <p>No group with a figure had reached {share}% by the newest date.</p>
      {untold.map(({ id, name, reason }) => (
        <p key={id} data-group={id}>
          {name}: {reason}
        </p>
      ))}
    </>
  );
}

const at = (milestones: readonly Milestone[], share: number) =>
  milestones.find((milestone) => milestone.share === share);

function rowsOf(reply: MilestonesReply, share: number): MilestoneRow[] {
  const { groups, unknown, whole, place, area } = reply;
  const placed = at(place.milestones, share);
  const beside = placed ? weeksDrawn(placed) : null;
  const all = [
    { group: 'all', label: `Everyone in ${area.name}`, milestones: whole.milestones },
    ...groups,
    ...(unknown ? [{ group: 'unknown', label: 'Not stated or not known', ...unknown }] : []),
  ];
  return all.flatMap(({ group, label, milestones }) => {
    const milestone = at(milestones, share);
    if (milestone === undefined) return [];
    const small = milestone.status === 'cannot-tell' ? milestone.reason : betweenWords(milestone);
    return [
      {
        id: group,
        name: group === 'all' || group === 'unknown' ? label : shortGroupName(reply, group, label),
        status: milestone.status,
        ...(milestone.reason !== undefined && { reason: milestone.reason }),
        drawn: weeksDrawn(milestone),
        beside,
        value: (
          <>
            <strong>
              {group === 'all' && milestone.weeksBehind === 0 ? 'the place' : behindWords(milestone)}
            </strong>
            {milestone.reached && (
              <>
                <br />
                {reachedWords(milestone.reached)}
              </>
            )}
          </>
        ),
        ...(small !== undefined && { small }),
      },
    ];
  });
}
