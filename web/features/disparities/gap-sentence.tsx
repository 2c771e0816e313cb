import '../../shared/question/sentence.css';
import type { ReactNode } from 'react';
import type { DisparityOverviewReply } from '../../../server/contract/gap-replies.ts';
import { InlineSelect, type TextChoice } from '../../shared/question/inline-select.tsx';

export interface SharedWords {
  readonly breakdown: readonly TextChoice[];
  readonly areas: readonly TextChoice[];
  readonly references: readonly TextChoice[];
}
interface GapSentenceProps {
  readonly label: string;
  /** What the gaps are in: a word of its own, or nothing where they are in everything. */
  readonly subject?: ReactNode;
  readonly query: Pick<DisparityOverviewReply['query'], 'area' | 'reference'>;
  readonly breakdown: string;
  readonly words: SharedWords;
  readonly children?: ReactNode;
  onBreakdown(value: string): void;
  onArea(code: string): void;
  onReference(reference: string): void;
}

/** The question about gaps as a sentence whose words are the controls. */
export function GapSentence(props: GapSentenceProps) {
  const { query, words } = props;
  return (
    <form className="sentence" aria-label={props.label} onSubmit={(event) => event.preventDefault()}>
      {props.subject === undefined ? 'Gaps' : <>{props.subject}: gaps</>} between{' '}
      <InlineSelect
        label="Groups"
        value={props.breakdown}
        choices={words.breakdown}
        onChoose={props.onBreakdown}
      />{' '}
      in <InlineSelect label="Area" value={query.area} choices={words.areas} onChoose={props.onArea} />{' '}
      against{' '}
      <InlineSelect
        label="Compared with"
        value={query.reference}
        choices={words.references}
        onChoose={props.onReference}
      />
      {props.children}
    </form>
  );
}
