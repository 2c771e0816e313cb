import '../../shared/question/sentence.css';
import type { ReactNode } from 'react';
import type { DisparityOverviewReply } from '../../../server/contract/gap-replies.ts';
import { InlineSelect, type TextChoice } from '../../shared/question/inline-select.tsx';
import { ChoiceForm } from '../../shared/ui/choice-form.tsx';
import { QUESTION_PARTS } from '../../shared/url/question.ts';

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

/** Whom it is about is asked by one list, which says how groups are told apart. */
const ASKED = [...QUESTION_PARTS, 'by', 'fifths', 'area', 'reference'];

/** The question about gaps as a sentence whose words are the controls. */
export function GapSentence(props: GapSentenceProps) {
  const { query, words } = props;
  return (
    <ChoiceForm className="sentence" label={props.label} asks={ASKED}>
      {props.subject === undefined ? 'Gaps' : <>{props.subject}: gaps</>} between{' '}
      <InlineSelect
        label="Groups"
        name="groups"
        value={props.breakdown}
        choices={words.breakdown}
        onChoose={props.onBreakdown}
      />{' '}
      in{' '}
      <InlineSelect
        label="Area"
        name="area"
        value={query.area}
        choices={words.areas}
        onChoose={props.onArea}
      />{' '}
      against{' '}
      <InlineSelect
        label="Compared with"
        name="reference"
        value={query.reference}
        choices={words.references}
        onChoose={props.onReference}
      />
      {props.children}
    </ChoiceForm>
  );
}
