import type { TextChoice } from '../../shared/question/inline-select.tsx';
import type { Word } from '../../shared/question/selection.ts';
import { ProblemMessage } from '../../shared/ui/problem-message.tsx';
import { releaseOf } from '../../shared/url/page-search.ts';
import { reachQueryOf } from './asked-queries.ts';
import type { PartProps } from './part-props.ts';
import { ReachFigure } from './reach-figure.tsx';
import { ReachSentence } from './reach-sentence.tsx';
import type { Threshold } from './thresholds.ts';
import { useReach } from './use-drawn.ts';

interface ReachPartProps extends PartProps {
  readonly place: string;
  readonly vaccines: readonly TextChoice[];
  readonly thresholds: readonly Threshold[];
  onVaccine(indicator: string): void;
  onWord(word: Word, value: string): void;
}

/** Who was not reached, with a sentence of its own that changes the question of the page. */
export function ReachPart(props: ReachPartProps) {
  const { asked, search, place, onChange } = props;
  if (reachQueryOf(asked, search) === undefined)
    return (
      <p className="notice">
        There is no list of who was not reached: this indicator is not published by ethnic group for areas
        within {place}.
      </p>
    );
  return (
    <>
      <ReachSentence
        asked={asked}
        vaccines={props.vaccines}
        target={search.target ?? 'place'}
        place={place}
        thresholds={props.thresholds}
        onVaccine={props.onVaccine}
        onTarget={(target) => onChange({ target: target === 'place' ? undefined : target })}
        onWord={props.onWord}
      />
      <List asked={asked} search={search} onChange={onChange} />
    </>
  );
}

function List({ asked, search, onChange }: PartProps) {
  const reach = useReach(asked, search);
  if (reach === undefined) return null;
  if (reach.error !== null) return <ProblemMessage error={reach.error} onRetry={reach.retry} />;
  if (reach.picture === undefined) return null;
  return (
    <ReachFigure
      {...reach.picture}
      release={releaseOf(search)}
      shown={search.rows ?? 'groups'}
      busy={reach.busy}
      onShow={(rows) => onChange({ rows: rows === 'groups' ? undefined : rows })}
    />
  );
}
