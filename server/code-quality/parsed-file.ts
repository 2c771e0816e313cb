import { dirname, posix } from 'node:path';
import { parseSync, Visitor } from 'oxc-parser';
import type { CodeFile } from './source-files.ts';

/** A function, a method or an arrow, with everything in it. */
interface FunctionLength {
  readonly path: string;
  /** The line it begins at. */
  readonly line: number;
  readonly lines: number;
}

export interface ParsedFile {
  readonly path: string;
  readonly functions: readonly FunctionLength[];
  /** Files of the project it imports or exports from, types too. */
  readonly imports: readonly string[];
  /** Names it declares and exports. */
  readonly exports: readonly string[];
}

/** @throws Error where the file is no TypeScript. */
export function parseFile({ path, text }: CodeFile): ParsedFile {
  const { program, module, errors } = parseSync(path, text);
  const [error] = errors;
  if (error !== undefined) throw new Error(`${path}: ${error.message}`);
  const lineAt = linesOf(text);
  const functions: FunctionLength[] = [];
  const measure = ({ start, end }: { readonly start: number; readonly end: number }) => {
    const line = lineAt(start);
    functions.push({ path, line, lines: lineAt(end) - line + 1 });
  };
  new Visitor({
    FunctionDeclaration: measure,
    FunctionExpression: measure,
    ArrowFunctionExpression: measure,
  }).visit(program);
  const exported = module.staticExports.flatMap(({ entries }) => entries);
  const specifiers = [
    ...module.staticImports.map(({ moduleRequest }) => moduleRequest.value),
    ...exported.flatMap(({ moduleRequest }) => (moduleRequest === null ? [] : [moduleRequest.value])),
    ...module.dynamicImports.map(({ moduleRequest: { start, end } }) => text.slice(start + 1, end - 1)),
  ];
  const own = specifiers.filter((one) => one.startsWith('.'));
  return {
    path,
    functions,
    imports: [...new Set(own.map((one) => posix.join(dirname(path), one.replace(/\?.*$/, ''))))],
    exports: exported.flatMap(({ exportName, moduleRequest }) =>
      moduleRequest === null && exportName.name !== null ? [exportName.name] : [],
    ),
  };
}

/** The line, from 1, of a place in a text. */
function linesOf(text: string): (place: number) => number {
  const ends = [...text.matchAll(/\n/g)].map(({ index }) => index);
  return (place) => {
    const line = ends.findIndex((end) => end >= place);
    return (line === -1 ? ends.length : line) + 1;
  };
}
