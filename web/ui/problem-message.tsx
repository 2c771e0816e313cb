import type { ReactNode } from 'react';
import { ProblemError } from '../api/client.ts';

const worthRetrying = (status: number) => status === 0 || status === 429 || status >= 500;

interface ProblemMessageProps {
  readonly error: Error;
  /** What to do where asking again will not help. */
  readonly advice?: ReactNode;
  onRetry?(): void;
}

/** Says what went wrong and what to do next. */
export function ProblemMessage({
  error,
  onRetry,
  advice = 'Choose another question above.',
}: ProblemMessageProps) {
  const problem = error instanceof ProblemError ? error.problem : undefined;
  return (
    <div className="problem" role="alert">
      <h2 className="nhsuk-heading-m">{problem?.title ?? 'This page could not be drawn'}</h2>
      <p>{problem?.detail ?? 'Reload the page. If it happens again, choose another question.'}</p>
      {problem !== undefined && !worthRetrying(problem.status) && <p>{advice}</p>}
      {problem?.allowed && problem.allowed.length > 0 && <p>It could be: {problem.allowed.join(', ')}.</p>}
      {onRetry && (problem === undefined || worthRetrying(problem.status)) && (
        <button type="button" className="nhsuk-button nhsuk-button--secondary" onClick={onRetry}>
          Try again
        </button>
      )}
    </div>
  );
}
