import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { RequestError } from '../api/client.ts';
import { usePageHead } from './page-head.ts';

const worthRetrying = (status: number) => status === 0 || status === 429 || status >= 500;

/** The same question of the newest release. */
const newest = ({ release: _, ...rest }: { release?: string }) => rest;

interface ProblemMessageProps {
  readonly error: Error;
  /** True where it is all there is of the page. */
  readonly isPage?: boolean;
  /** What to do where asking again will not help. */
  readonly advice?: ReactNode;
  /** What may have been meant. */
  readonly near?: ReactNode;
  onRetry?(): void;
}

/** Says what went wrong and what to do next. */
export function ProblemMessage({
  error,
  isPage = false,
  onRetry,
  near,
  advice = 'Choose another question above.',
}: ProblemMessageProps) {
  const problem = error instanceof RequestError ? error.problem : undefined;
  const Heading = isPage ? 'h1' : 'h2';
  usePageHead({ status: problem?.status ?? 500 });
  return (
    <div className="problem" role="alert">
      <Heading className="nhsuk-heading-m">{problem?.title ?? 'This page could not be drawn'}</Heading>
      <p>{problem?.detail ?? 'Reload the page. If it happens again, choose another question.'}</p>
      {problem !== undefined && !worthRetrying(problem.status) && <p>{advice}</p>}
      {problem?.status === 404 && problem.field !== 'release' && near}
      {problem?.field === 'release' && (
        <p>
          <Link to="." search={newest}>
            See the newest figures
          </Link>
        </p>
      )}
      {onRetry && (problem === undefined || worthRetrying(problem.status)) && (
        <button type="button" className="nhsuk-button nhsuk-button--secondary" onClick={onRetry}>
          Try again
        </button>
      )}
    </div>
  );
}
