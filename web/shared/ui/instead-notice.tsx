import type { ReactNode } from 'react';

export interface Unanswered {
  readonly sentence: string;
  /** Where what was asked for, or something near it, can be had. */
  readonly near?: ReactNode;
}

/** Opens a page whose link asks for what is not there: what is missing, and what is shown in its place. */
export function InsteadNotice({ parts }: { parts: readonly Unanswered[] }) {
  if (parts.length === 0) return null;
  return (
    <section className="notice instead" aria-label="Shown instead of what the link asks for">
      {parts.map(({ sentence, near }) => (
        <p key={sentence}>
          {sentence}
          {near !== undefined && <> {near}</>}
        </p>
      ))}
    </section>
  );
}
