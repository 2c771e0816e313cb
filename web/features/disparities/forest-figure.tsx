import './forest.css';
import type { DisparitiesReply } from '../../../server/contract/disparity-replies.ts';
import { paths } from '../../../server/contract/paths.ts';
import type { IndicatorReply } from '../../../server/contract/replies.ts';
import { ChartFrame } from '../../shared/charts/chart-frame.tsx';
import { IntervalKey } from '../../shared/charts/interval-plot.tsx';
import { Caution } from '../../shared/ui/caution.tsx';
import { Caveats } from '../../shared/ui/caveats.tsx';
import { DownloadLink } from '../../shared/ui/download-link.tsx';
import { HowJudged } from '../../shared/ui/how-judged.tsx';
import { SourceLine } from '../../shared/ui/source-line.tsx';
import { SyntheticNotice } from '../../shared/ui/synthetic-notice.tsx';
import { basesOf } from '../../shared/words/figure-words.ts';
import { answerTitle } from './answer-words.ts';
import { Forest } from './forest.tsx';
import { GapTable } from './gap-table.tsx';
import { inSentence } from './in-sentence.ts';

interface ForestFigureProps {
  readonly definition: IndicatorReply;
  readonly reply: DisparitiesReply;
  readonly release: { readonly release?: number };
  readonly chosen: string | undefined;
  readonly busy: boolean;
  onGroup(group: string): void;
}

/** The groups of one indicator in one area: figures with intervals, gaps, verdicts and people. */
export function ForestFigure({ definition, reply, release, chosen, busy, onGroup }: ForestFigureProps) {
  const { indicator, ...query } = reply.query;
  const { standardisation, breakdown, comparison } = reply;
  const reference = reply.groups.flatMap(({ gap }) => gap.reference?.label ?? [])[0];
  return (
    <ChartFrame
      title={answerTitle(reply, definition.shortTitle)}
      measure={`${reply.title}. ${breakdown.label}. Against ${comparison.against}.`}
      basis={basesOf(reply.groups)}
      source={<SourceLine source={definition.source} />}
      busy={busy}
      downloads={
        <p className="downloads">
          <DownloadLink
            href={paths.disparitiesCsv(indicator, { ...query, ...release })}
            text="Download these gaps (CSV)"
          />
        </p>
      }
    >
      <Caution meaning={reply} />
      <SyntheticNotice figures={reply.groups} />
      {standardisation.disagrees && standardisation.reading !== '' && (
        <p className="notice">
          <strong>Age matters here.</strong> {standardisation.reading}
        </p>
      )}
      <IntervalKey
        place={
          reference === undefined ? 'What it is compared with' : `Compared with: ${inSentence(reference)}`
        }
        country={standardisation.available ? 'The same figure, age-standardised' : undefined}
      />
      <p className="gaps__note">Choose a group to follow it over time and on the map below.</p>
      <Forest reply={reply} chosen={chosen} onGroup={onGroup} />
      <details className="as-table">
        <summary>View as table</summary>
        <GapTable reply={reply} />
      </details>
      <p className="gaps__note">
        {comparison.test}.{' '}
        {standardisation.available && !standardisation.disagrees && `${standardisation.reading} `}
        {standardisation.reason}
      </p>
      <HowJudged
        compared={reply.groups.map(({ label, gap }) => ({ name: label, answer: gap }))}
        query={{ indicator, area: query.area, ...release }}
      />
      <Caveats definition={definition} />
    </ChartFrame>
  );
}
