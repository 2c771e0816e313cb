import './choice-form.css';
import { useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { parametersOf } from '../url/read-search.ts';

interface ChoiceFormProps {
  /** Parameters of the address that are chosen within; the others stay as they are. */
  readonly asks: readonly string[];
  readonly label?: string;
  readonly className?: string;
  /** False where what is chosen within are buttons, each of which sends the form by itself. */
  readonly hasButton?: boolean;
  readonly children: ReactNode;
}

/**
 * Choices that can be made without script too: the form then asks for the page again, with what is chosen in its address. Where
 * there is script a choice is followed at once, and nothing is sent.
 */
export function ChoiceForm({ asks, label, className, hasButton = true, children }: ChoiceFormProps) {
  const search = useSearch({ strict: false });
  return (
    <form
      method="get"
      className={`choice-form ${className ?? ''}`.trim()}
      aria-label={label}
      onSubmit={(event) => event.preventDefault()}
    >
      {parametersOf(search)
        .filter(([name]) => !asks.includes(name))
        .map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
      {children}
      {hasButton && (
        <noscript>
          <button type="submit" className="quiet-button">
            Show
          </button>
        </noscript>
      )}
    </form>
  );
}
