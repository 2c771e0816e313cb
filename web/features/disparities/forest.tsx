import type { DisparitiesReply, DisparityGroup } from '../../../server/contract/disparity-replies.ts';
import type { Estimate } from '../../../server/contract/estimate.ts';
import { IntervalPlot } from '../../shared/charts/interval-plot.tsx';
import { intervalScale, type Scale } from '../../shared/charts/interval-scale.ts';
import { roundTicks } from '../../shared/charts/round-ticks.ts';
import { ChoiceForm } from '../../shared/ui/choice-form.tsx';
import { isSynthetic, SyntheticMark } from '../../shared/ui/synthetic-notice.tsx';
import { intervalWords, valueWords } from '../../shared/words/figure-words.ts';
import { formatEdge, formatValue } from '../../shared/words/format.ts';
import { gapSentence } from './forest-words.ts';
import { GapMark } from './gap-mark.tsx';
import { groupsInOrder } from './group-order.ts';

interface ForestProps {
  readonly reply: DisparitiesReply;
  readonly chosen: string | undefined;
  onGroup(group: string): void;
}

/** A figure as the plot draws it. */
const drawn = (figure: { value: number; lower95?: number; upper95?: number } | undefined): Estimate | null =>
  figure === undefined ? null : { status: 'shown', interval: 'ours', basis: 'published', ...figure };

/** Every group as a dot with its interval, what it is compared with as an upright line, and the same in words. */
export function Forest({ reply, chosen, onGroup }: ForestProps) {
  const groups = groupsInOrder(reply);
  const references = groups.map(({ gap }) => drawn(gap.reference));
  const standardised = groups.map(({ standardised: one }) => drawn(one));
  const scale = intervalScale([...groups, ...references, ...standardised]);
  return (
    <>
      <ChoiceForm asks={['group']} hasButton={false}>
        <ul className="forest" aria-label={reply.title}>
          {groups.map((group, index) => (
            <ForestRow
              key={group.group}
              group={group}
              reply={reply}
              scale={scale}
              reference={group.gap.isReference ? null : (references[index] ?? null)}
              standardised={standardised[index] ?? null}
              chosen={group.group === chosen}
              onGroup={onGroup}
            />
          ))}
        </ul>
      </ChoiceForm>
      {scale && <Axis scale={scale} reply={reply} />}
    </>
  );
}

interface ForestRowProps {
  readonly group: DisparityGroup;
  readonly reply: DisparitiesReply;
  readonly scale: Scale | undefined;
  readonly reference: Estimate | null;
  readonly standardised: Estimate | null;
  readonly chosen: boolean;
  onGroup(group: string): void;
}

function ForestRow(props: ForestRowProps) {
  const { group, reply, scale, reference, standardised } = props;
  const interval = intervalWords(group, reply);
  return (
    <li className={props.chosen ? 'forest__row forest__row--chosen' : 'forest__row'} data-group={group.group}>
      <div className="forest__name">
        <button
          type="submit"
          name="group"
          value={group.group}
          className="link-button"
          aria-pressed={props.chosen}
          onClick={() => props.onGroup(group.group)}
        >
          {group.label}
        </button>
        <Shares group={group} />
      </div>
      <div className="forest__value">
        <strong>{valueWords(group, reply)}</strong>
        {interval !== '–' && <span className="forest__small">{interval}</span>}
        {isSynthetic(group) && <SyntheticMark />}
      </div>
      <div className="forest__plot">
        {scale && group.status === 'shown' && (
          <IntervalPlot scale={scale} estimate={group} place={reference} country={standardised} />
        )}
      </div>
      <div className="forest__gap">
        {group.status === 'shown' ? <GapMark gap={group.gap} /> : <p>{group.explanation}</p>}
        {gapSentence(group, reply).map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </div>
    </li>
  );
}

/** How many of the people, and how many of those affected. */
function Shares({ group: { populationShare, affectedShare } }: { group: DisparityGroup }) {
  if (populationShare === null) return null;
  return (
    <span className="forest__small">
      {formatValue(populationShare, SHARE)} of those counted
      {affectedShare !== null && `, ${formatValue(affectedShare, SHARE)} of those affected`}
    </span>
  );
}

/** Near the right end a label stands to the left of its mark, or it would leave a phone's page. */
const placed = (at: number) =>
  at > 90
    ? { className: 'forest__tick-before', style: { right: `${100 - at}%` } }
    : { style: { left: `${at}%` } };

const SHARE = { unit: 'percent', decimals: 1 } as const;

function Axis({ scale, reply }: { scale: Scale; reply: DisparitiesReply }) {
  return (
    <div className="forest__axis" aria-hidden="true">
      <div>
        {roundTicks(scale.from, scale.to).map((tick) => (
          <span key={tick} {...placed(scale.at(tick))}>
            {formatEdge(tick, { unit: reply.unit, decimals: Number.isInteger(tick) ? 0 : 1 })}
          </span>
        ))}
      </div>
    </div>
  );
}
