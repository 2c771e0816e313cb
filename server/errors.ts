/** The closed list of what can go wrong for a caller, and how it is said (RFC 9457). */
import type { Problem } from './contract/problem.ts';

const kinds = {
  'invalid-query': { status: 400, title: 'A parameter is not as the contract says' },
  'unreadable-request': { status: 400, title: 'The request cannot be read' },
  'not-found': { status: 404, title: 'There is nothing at this address' },
  'method-not-allowed': { status: 405, title: 'This address can only be read' },
  'not-available': { status: 422, title: 'There are no figures for this choice' },
  'too-many-requests': { status: 429, title: 'Too many requests' },
  internal: { status: 500, title: 'Something went wrong here' },
  'nothing-published': { status: 503, title: 'Nothing is published here yet' },
  unavailable: { status: 503, title: 'Figures cannot be served just now' },
} as const;
export type ProblemCode = keyof typeof kinds;

/** What cannot be answered just now (503) is worth asking again so soon: a database that is back is noticed within a second. */
export const RETRY_SECONDS = 10;

export class ProblemError extends Error {
  readonly problem: Problem;

  constructor(code: ProblemCode, detail: string, more: Pick<Problem, 'field' | 'allowed'> = {}) {
    super(detail);
    this.name = 'ProblemError';
    this.problem = problemOf(code, detail, more);
  }
}

export function problemOf(
  code: ProblemCode,
  detail: string,
  more: Pick<Problem, 'field' | 'allowed'> = {},
): Problem {
  return {
    type: `/docs#${code}`,
    title: kinds[code].title,
    status: kinds[code].status,
    code,
    detail,
    ...more,
  };
}

interface ValidationFault {
  readonly keyword: string;
  readonly instancePath: string;
  readonly params: Readonly<Record<string, unknown>>;
  /** The schema that was broken and the value that broke it. */
  readonly parentSchema?: { readonly description?: string };
  readonly data?: unknown;
}

/** A failed schema, said with the parameter's name and what it accepts. */
export function problemOfValidation(faults: readonly ValidationFault[]): Problem {
  const [fault] = faults;
  if (fault === undefined) return problemOf('invalid-query', 'The request is not as the contract says.');
  if (fault.keyword === 'additionalProperties') {
    const field = String(fault.params.additionalProperty);
    return problemOf('invalid-query', `There is no parameter "${field}" here.`, { field });
  }
  const field = fault.instancePath.slice(1) || String(fault.params.missingProperty ?? 'query');
  if (fault.keyword === 'required') return problemOf('invalid-query', `"${field}" is missing.`, { field });
  const allowed = Array.isArray(fault.params.allowedValues)
    ? fault.params.allowedValues.map(String)
    : undefined;
  const about = fault.parentSchema?.description;
  const right = allowed
    ? `It can be: ${allowed.join(', ')}.`
    : `It stands for: ${about ?? 'what the documentation says.'}`;
  return problemOf('invalid-query', `"${field}" cannot be "${String(fault.data)}". ${right}`, {
    field,
    ...(allowed && { allowed }),
  });
}
