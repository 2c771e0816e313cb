/** Whether a document is laid out as its kind should be. Pure. */
import { Settings } from 'typebox/system';
import { Value } from 'typebox/value';
import { type DocumentKind, documentKinds } from '../contract/dimensions.ts';
import { documentSchemas } from '../contract/documents/schemas.ts';
import type { FileProblem } from './problems.ts';

export type DocumentFault = Pick<FileProblem, 'at' | 'value' | 'expected'>;

// Whoever sent the file mends it once: every fault is listed, not the first eight.
Settings.Set({ maxErrors: 1000 });

export function faultsOf(body: unknown): DocumentFault[] {
  const kind = typeof body === 'object' && body !== null && 'kind' in body ? body.kind : undefined;
  if (!isKind(kind)) {
    const expected = `expected one of: ${documentKinds.map(({ id }) => id).join(', ')}`;
    return [{ at: 'kind', ...(kind !== undefined && { value: String(kind) }), expected }];
  }
  return Value.Errors(documentSchemas[kind], body)
    .filter(({ keyword }) => keyword !== 'boolean')
    .flatMap((error) => said(error, body));
}

const isKind = (kind: unknown): kind is DocumentKind => documentKinds.some(({ id }) => id === kind);

type LayoutError = ReturnType<typeof Value.Errors>[number];

function said({ keyword, instancePath, params, message }: LayoutError, body: unknown): DocumentFault[] {
  const at = pathWords(instancePath);
  const given = params as Readonly<Record<string, unknown>>;
  const within = (field: string) => (at === '' ? field : `${at}.${field}`);
  if (keyword === 'required') {
    return listed(given.requiredProperties).map((field) => ({
      at: within(field),
      expected: 'expected this field; it is missing',
    }));
  }
  if (keyword === 'additionalProperties') {
    return listed(given.additionalProperties).map((field) => ({
      at: within(field),
      expected: 'there is no such field; the layout is in server/contract/documents/README.md',
    }));
  }
  const value = valueAt(body, instancePath);
  const wanted =
    keyword === 'enum' ? `expected one of: ${listed(given.allowedValues).join(', ')}` : undefined;
  const expected = wanted ?? WANTED[keyword]?.(given) ?? `it ${message}`;
  return [
    { at: at || 'the whole', value: typeof value === 'string' ? value : JSON.stringify(value), expected },
  ];
}

const WANTED: Readonly<Record<string, (params: Readonly<Record<string, unknown>>) => string>> = {
  format: ({ format }) =>
    format === 'date' ? 'expected a day of the calendar, such as 2026-11-22' : `expected a valid ${format}`,
  minLength: () => 'expected words, not nothing',
  minItems: () => 'expected at least one',
  type: ({ type }) => `expected ${String(type) === 'array' ? 'a list' : `a value of type ${String(type)}`}`,
  pattern: ({ pattern }) => `expected something that fits ${String(pattern)}`,
};

const listed = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);

const partsOf = (pointer: string) => pointer.split('/').slice(1);

/** `/targets/2/indicator` as people write it: `targets[2].indicator`. */
function pathWords(pointer: string): string {
  return partsOf(pointer)
    .map((part) => (/^\d+$/.test(part) ? `[${part}]` : `.${part}`))
    .join('')
    .replace(/^\./, '');
}

function valueAt(body: unknown, pointer: string): unknown {
  return partsOf(pointer).reduce<unknown>(
    (value, part) => (value as Readonly<Record<string, unknown>> | undefined)?.[part],
    body,
  );
}
