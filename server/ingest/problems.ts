/** What is wrong with a file, said so that whoever sent it can mend it. */

export interface WhereInFile {
  readonly file: string;
  readonly sheet?: string;
  /** As a spreadsheet numbers it: the header is row 1. */
  readonly row?: number;
  readonly column?: string;
  /** Where in a document: `targets[2].indicator`. */
  readonly at?: string;
}

export interface FileProblem extends WhereInFile {
  readonly value?: string;
  /** What stands there is at fault and is kept unsaid. */
  readonly unsaid?: true;
  /** Nothing is wrong with the file: it waits for what another brings. */
  readonly waits?: true;
  /** What is wrong and what would be right. */
  readonly expected: string;
}

/** Beyond this many the rest are only counted: the file is of another kind, and a longer list helps nobody. */
const LISTED = 1000;

export class ProblemList {
  readonly listed: FileProblem[] = [];
  count = 0;

  add(problem: FileProblem): void {
    this.count++;
    if (this.listed.length < LISTED) this.listed.push(problem);
  }
}

export class LoadRefused extends Error {
  readonly problems: ProblemList;

  constructor(problems: ProblemList) {
    const inOrder = [...Map.groupBy(problems.listed, (problem) => problem.file).values()].flatMap((ofFile) =>
      ofFile.toSorted((a, b) => (a.row ?? 0) - (b.row ?? 0)),
    );
    problems.listed.splice(0, problems.listed.length, ...inOrder);
    const lines = [...Map.groupBy(inOrder, kindOf).values()].flatMap(linesOf);
    if (problems.count > LISTED) lines.push(`and ${problems.count - LISTED} more`);
    super(
      `nothing was loaded: ${problems.count} problem${problems.count === 1 ? '' : 's'}\n${lines.join('\n')}`,
    );
    this.name = 'LoadRefused';
    this.problems = problems;
  }
}

/** Problems of one kind that are told each; a column of the wrong unit is wrong in every row. */
const TOLD = 8;

/** Of one file, sheet and column, and alike but for the numbers in them. */
const kindOf = ({ file, sheet = '', column = '', expected }: FileProblem): string =>
  [file, sheet, column, expected.replaceAll(/\d+/g, '#')].join('|');

function linesOf(alike: readonly FileProblem[]): string[] {
  const told = alike.slice(0, TOLD).map(describe);
  const rest = alike.length - TOLD;
  const [last] = alike.slice(-1);
  if (rest <= 0 || last === undefined) return told;
  return [
    ...told,
    `  ${last.file}: ${rest} more of the same kind${last.row === undefined ? '' : `, the last in row ${last.row}`}`,
  ];
}

export function describe(problem: FileProblem): string {
  const where = [
    problem.file,
    problem.sheet && `sheet "${problem.sheet}"`,
    problem.row && `row ${problem.row}`,
    problem.column && `column "${problem.column}"`,
    problem.at && `at ${problem.at}`,
  ];
  const value = problem.value === undefined ? '' : `${JSON.stringify(problem.value)}: `;
  return `  ${where.filter(Boolean).join(', ')}: ${value}${problem.expected}`;
}
