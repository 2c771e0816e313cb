import type { DisparityOverviewReply } from '../../../server/contract/gap-replies.ts';
import { paths } from '../../../server/contract/paths.ts';
import { ChartFrame } from '../../shared/charts/chart-frame.tsx';
import { DownloadLink } from '../../shared/ui/download-link.tsx';
import { SyntheticNotice } from '../../shared/ui/synthetic-notice.tsx';
import { expectedWords } from '../../shared/words/chance-words.ts';
import { countOf } from '../../shared/words/format.ts';
import { PROVEN_RULE } from '../../shared/words/rounded-words.ts';
import { HeatMap } from './heat-map.tsx';
import { groupsLabel, overviewTitle, worseCounts } from './heat-words.ts';
import { heldWords, outcomesOf } from './held-words.ts';

interface OverviewFigureProps {
  readonly reply: DisparityOverviewReply;
  readonly release: { readonly release?: number };
  readonly indicator: string | undefined;
  readonly group: string | undefined;
  readonly busy: boolean;
  onChoose(indicator: string, group: string | undefined): void;
}

/** Where our largest proven gaps are: every outcome by every group, at one look. */
export function OverviewFigure({ reply, release, indicator, group, busy, onChoose }: OverviewFigureProps) {
  const { comparison, breakdown, query } = reply;
  const outcomes = { ...reply, indicators: outcomesOf(reply) };
  if (outcomes.indicators.length === 0) return <p className="notice">{heldWords(reply)}</p>;
  return (
    <ChartFrame
      title={overviewTitle(reply)}
      measure={`${reply.title}: percentage points above (+) or below (−) ${comparison.against}. ${groupsLabel(reply)}.`}
      basis={[...new Set(outcomes.indicators.flatMap(({ basis }) => basis))]}
      source="each outcome has its own, named with its figures below. Every outcome is of its newest period."
      busy={busy}
      downloads={
        <p className="downloads">
          <DownloadLink
            href={paths.disparityOverviewCsv({ ...query, ...release })}
            text="Download every gap (CSV)"
          />
        </p>
      }
    >
      <SyntheticNotice
        figures={outcomes.indicators.flatMap(({ cells }) => cells.map(({ estimate }) => estimate))}
      />
      <p>{heldWords(reply)}</p>
      <p className="gaps__chance">
        <strong>{worseCounts(reply)}</strong> {comparedWords(reply)}
      </p>
      <HeatMap reply={outcomes} indicator={indicator} group={group} onChoose={onChoose} />
      {isOneKind(reply) && <p className="gaps__note">{breakdown.description}</p>}
    </ChartFrame>
  );
}

const isOneKind = ({ indicators }: DisparityOverviewReply) =>
  new Set(indicators.map(({ fifths }) => fifths)).size === 1;

function comparedWords({ comparison, synthetic }: DisparityOverviewReply): string {
  if (comparison.compared === 0)
    return `No real gap was tested. ${countOf(synthetic.compared, 'gap', 'gaps')} of synthetic figures were.`;
  const real = `${countOf(comparison.compared, 'real gap was', 'real gaps were')} tested here; if each were tested by itself, chance alone would flag about ${expectedWords(comparison.expectedByChance)}. ${PROVEN_RULE}`;
  return synthetic.compared === 0
    ? real
    : `${real} ${countOf(synthetic.compared, 'gap', 'gaps')} of synthetic figures were tested apart.`;
}
