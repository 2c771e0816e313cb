import { lowerFirst } from '../../../server/contract/phrases.ts';
import { InlineSelect, type TextChoice } from '../../shared/question/inline-select.tsx';
import type { Word } from '../../shared/question/selection.ts';
import { ChoiceForm } from '../../shared/ui/choice-form.tsx';
import type { Asked } from './question.ts';
import { targetPhrase } from './reach-words.ts';
import type { Threshold } from './thresholds.ts';
import { AskedWord } from './uptake-sentence.tsx';

interface ReachSentenceProps {
  readonly asked: Asked;
  readonly vaccines: readonly TextChoice[];
  readonly target: string;
  readonly place: string;
  readonly thresholds: readonly Threshold[];
  onVaccine(indicator: string): void;
  onTarget(target: string): void;
  onWord(word: Word, value: string): void;
}

const steps = ['50', '60', '70', '75', '80', '85', '90', '95'] as const;

/** The list's own sentence: the same dose and ages as above, and up to what people are counted. */
export function ReachSentence(props: ReachSentenceProps) {
  const { asked, vaccines, target, place, thresholds } = props;
  const shares = new Set([...steps, ...thresholds.map(({ value }) => String(value)), target]);
  shares.delete('place');
  const choices = ['place', ...[...shares].toSorted((a, b) => Number(a) - Number(b))];
  return (
    <ChoiceForm className="sentence" label="Who is on the list" asks={['indicator', 'ageBand', 'target']}>
      Where{' '}
      <InlineSelect
        label="Vaccine of the list"
        name="indicator"
        value={asked.definition.id}
        choices={vaccines.map((choice) => ({ ...choice, text: lowerFirst(choice.text) }))}
        onChoose={props.onVaccine}
      />{' '}
      were still needed {asked.selection.ageBand === 'all' ? 'at ' : 'among people aged '}
      <AskedWord asked={asked} word="ageBand" onChoose={(value) => props.onWord('ageBand', value)} /> to{' '}
      <InlineSelect
        label="Target"
        name="target"
        value={target}
        choices={choices.map((value) => ({ value, text: targetPhrase(value, place), fits: true }))}
        onChoose={props.onTarget}
      />
    </ChoiceForm>
  );
}
