import '../../shared/question/sentence.css';
import { ethnicSchemes, labelOf } from '../../../server/contract/dimensions.ts';
import { InlineSelect, type TextChoice } from '../../shared/question/inline-select.tsx';
import { phraseOf } from '../../shared/question/phrases.ts';
import { choices, type Word } from '../../shared/question/selection.ts';
import { ChoiceForm } from '../../shared/ui/choice-form.tsx';
import { QUESTION_PARTS } from '../../shared/url/question.ts';
import type { Asked } from './question.ts';

interface UptakeSentenceProps {
  readonly asked: Asked;
  readonly vaccines: readonly TextChoice[];
  readonly areas: readonly TextChoice[];
  onVaccine(indicator: string): void;
  onArea(code: string): void;
  onWord(word: Word, value: string): void;
}

const ASKED = [...QUESTION_PARTS, 'area'];

/** The question as a sentence whose words are the controls. */
export function UptakeSentence({ asked, vaccines, areas, onVaccine, onArea, onWord }: UptakeSentenceProps) {
  const spoken = (word: Word) => (
    <AskedWord asked={asked} word={word} onChoose={(value) => onWord(word, value)} />
  );
  const { selection } = asked;
  return (
    <ChoiceForm className="sentence" label="The question this page answers" asks={ASKED}>
      <InlineSelect
        label="Vaccine"
        name="indicator"
        value={asked.definition.id}
        choices={vaccines}
        onChoose={onVaccine}
      />{' '}
      among {spoken('ethnicity')} {selection.ageBand === 'all' ? 'of ' : 'aged '}
      {spoken('ageBand')} in{' '}
      <InlineSelect label="Area" name="area" value={asked.area.code} choices={areas} onChoose={onArea} />
      {selection.denominator !== '' && <>, counted among {spoken('denominator')}</>}, as at {spoken('period')}
    </ChoiceForm>
  );
}

const headingOf = (word: Word, value: string) =>
  word === 'ethnicity' && value !== 'all' ? labelOf(ethnicSchemes, value.split('/')[0] ?? '') : 'Everyone';

interface AskedWordProps {
  readonly asked: Asked;
  readonly word: Word;
  onChoose(value: string): void;
}

/** A word with one possible value is plain text. */
export function AskedWord({ asked: { words, selection }, word, onChoose }: AskedWordProps) {
  const possible = choices(words, selection, word);
  if (possible.length < 2) return phraseOf(word, selection[word]);
  const label = word === 'denominator' ? 'Counted among' : word === 'ageBand' ? 'Age' : 'Ethnic group';
  return (
    <InlineSelect
      name={word}
      label={word === 'period' ? 'Date' : label}
      value={selection[word]}
      choices={possible.map((choice) => ({
        ...choice,
        text: phraseOf(word, choice.value),
        ...(word === 'ethnicity' && { group: headingOf(word, choice.value) }),
      }))}
      onChoose={onChoose}
    />
  );
}
