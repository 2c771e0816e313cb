import './sentence.css';
import type { IndicatorReply, IndicatorSummary } from '../../server/contract/replies.ts';
import { InlineSelect } from './inline-select.tsx';
import { leadIn, phraseOf, wordLabels } from './phrases.ts';
import { choices, type Selection, type Word } from './selection.ts';

interface SentenceProps {
  readonly indicators: readonly IndicatorSummary[];
  readonly indicator: string;
  readonly definition: IndicatorReply | undefined;
  readonly selection: Selection | undefined;
  readonly place: string;
  onIndicator(id: string): void;
  onWord(word: Word, value: string): void;
}

const spoken: readonly Word[] = [
  'populationGroup',
  'ageBand',
  'ethnicity',
  'sex',
  'deprivation',
  'denominator',
  'areaType',
  'period',
];

/** The question as a sentence whose words are the controls. */
export function Sentence(props: SentenceProps) {
  const { indicators, indicator, definition, selection, place } = props;
  return (
    <form
      className="sentence"
      aria-label="The question this page answers"
      onSubmit={(event) => event.preventDefault()}
    >
      <InlineSelect
        label="Indicator"
        value={indicator}
        choices={indicators.map(({ id, shortTitle }) => ({ value: id, text: shortTitle, fits: true }))}
        onChoose={props.onIndicator}
      />
      {definition &&
        selection &&
        spoken.map((word) => (
          <SpokenWord
            key={word}
            word={word}
            definition={definition}
            selection={selection}
            onChoose={(value) => props.onWord(word, value)}
            after={word === 'areaType' ? ` of ${place}` : ''}
          />
        ))}
    </form>
  );
}

interface SpokenWordProps {
  readonly word: Word;
  readonly definition: IndicatorReply;
  readonly selection: Selection;
  readonly after: string;
  onChoose(value: string): void;
}

/** A word with one possible value is plain text, and unsaid where that value says nothing. */
function SpokenWord({ word, definition, selection, after, onChoose }: SpokenWordProps) {
  const value = selection[word];
  const possible = choices(definition, selection, word);
  if (possible.length < 2 && (value === 'all' || value === '')) return null;
  return (
    <>
      {leadIn(word, selection)}
      {possible.length < 2 ? (
        phraseOf(word, value)
      ) : (
        <InlineSelect
          label={wordLabels[word]}
          value={value}
          choices={possible.map((choice) => ({ ...choice, text: phraseOf(word, choice.value) }))}
          onChoose={onChoose}
        />
      )}
      {after}
    </>
  );
}
