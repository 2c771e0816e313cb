import './sentence.css';
import { aims } from '../../../server/contract/dimensions.ts';
import type { IndicatorSummary } from '../../../server/contract/replies.ts';
import { ChoiceForm } from '../ui/choice-form.tsx';
import { QUESTION_PARTS } from '../url/question.ts';
import { markedSynthetic } from '../words/meaning.ts';
import { InlineSelect } from './inline-select.tsx';
import { leadIn, phraseOf, wordLabels } from './phrases.ts';
import { choices, type Definition, type Selection, type Word } from './selection.ts';

interface SentenceProps {
  readonly indicators: readonly IndicatorSummary[];
  readonly indicator: string;
  readonly definition: Definition | undefined;
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
    <ChoiceForm className="sentence" label="The question this page answers" asks={QUESTION_PARTS}>
      <InlineSelect
        label="Indicator"
        name="indicator"
        value={indicator}
        choices={choicesByAim(indicators)}
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
            place={place}
          />
        ))}
    </ChoiceForm>
  );
}

const choicesByAim = (indicators: readonly IndicatorSummary[]) =>
  aims.flatMap(({ id: aim, label }) =>
    indicators
      .filter((indicator) => indicator.aim === aim)
      .map((one) => ({
        value: one.id,
        text: markedSynthetic(one.shortTitle, one),
        fits: true,
        group: label,
      })),
  );

interface SpokenWordProps {
  readonly word: Word;
  readonly definition: Definition;
  readonly selection: Selection;
  readonly place: string;
  onChoose(value: string): void;
}

/** A word with one possible value is plain text, and unsaid where that value says nothing. */
export function SpokenWord({ word, definition, selection, place, onChoose }: SpokenWordProps) {
  const value = selection[word];
  const possible = choices(definition, selection, word);
  if (possible.length < 2 && (value === 'all' || value === '')) return null;
  // The only group there is needs no name: who is counted stands below, and may be more than the name says.
  if (possible.length < 2 && word === 'populationGroup') return null;
  const isWhole = (area: string) => word === 'areaType' && area === 'borough';
  const both = (one: string) => (word === 'period' ? definition.dates?.[one] : undefined);
  const textOf = (one: string) => (isWhole(one) ? `${place} as a whole` : (both(one) ?? phraseOf(word, one)));
  return (
    <>
      {leadIn(word, selection)}
      {possible.length < 2 ? (
        textOf(value)
      ) : (
        <InlineSelect
          label={wordLabels[word]}
          name={word}
          value={value}
          choices={possible.map((choice) => ({ ...choice, text: textOf(choice.value) }))}
          onChoose={onChoose}
        />
      )}
      {word === 'areaType' && !isWhole(value) && ` of ${place}`}
      {word === 'ethnicity' && value !== 'all' && ' only'}
    </>
  );
}
