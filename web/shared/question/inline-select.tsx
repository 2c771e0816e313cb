import { useEffect, useRef } from 'react';
import type { Choice } from './selection.ts';

export interface TextChoice extends Choice {
  readonly text: string;
  /** The heading it stands under; where none has one, there are no headings. */
  readonly group?: string;
}
interface InlineSelectProps {
  readonly label: string;
  /** The parameter of the address it stands for. */
  readonly name: string;
  readonly value: string;
  readonly choices: readonly TextChoice[];
  onChoose(value: string): void;
}

/**
 * A native list behind a word of the sentence: the word takes just its own width and may wrap, the list above it
 * is what is focused, read out and opened.
 */
export function InlineSelect({ label, name, value, choices, onChoose }: InlineSelectProps) {
  const others = choices.filter(({ fits }) => !fits);
  const list = useRef<HTMLSelectElement>(null);
  const asDrawn = useRef({ value, isOffered: choices.some((choice) => choice.value === value), onChoose });
  // What was chosen while the script was still on its way is followed now; a list without its value shows another, which nobody chose.
  useEffect(() => {
    const chosen = list.current?.value;
    const { value: drawn, isOffered, onChoose: follow } = asDrawn.current;
    if (isOffered && chosen !== undefined && chosen !== drawn) follow(chosen);
  }, []);
  return (
    <span className="word">
      <span className="word__text" aria-hidden="true">
        {choices.find((choice) => choice.value === value)?.text ?? value}
      </span>
      <select
        ref={list}
        className="word__list"
        name={name}
        aria-label={label}
        value={value}
        onChange={(event) => onChoose(event.target.value)}
      >
        <GroupedOptions choices={choices.filter(({ fits }) => fits)} />
        {others.length > 0 && (
          <optgroup label="Changes other words too">
            <Options choices={others} />
          </optgroup>
        )}
      </select>
    </span>
  );
}

function GroupedOptions({ choices }: { choices: readonly TextChoice[] }) {
  const groups = [...Map.groupBy(choices, ({ group }) => group)];
  return groups.map(([group, own]) =>
    group === undefined ? (
      <Options key="" choices={own} />
    ) : (
      <optgroup key={group} label={group}>
        <Options choices={own} />
      </optgroup>
    ),
  );
}

const Options = ({ choices }: { choices: readonly TextChoice[] }) =>
  choices.map(({ value, text }) => (
    <option key={value} value={value}>
      {text.charAt(0).toUpperCase() + text.slice(1)}
    </option>
  ));
