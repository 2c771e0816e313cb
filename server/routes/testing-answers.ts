/** Every answer in replies and files, by the id of its comparison. For tests. */
import { changeVerdicts, gapTrends, judgings, verdicts } from '../contract/dimensions.ts';
import { readCsv } from './testing-csv.ts';

/** What a comparison was said to have come to, as one text. */
export type Said = string;

/** Where each answer of each comparison was seen. */
export class Answers {
  readonly #seen = new Map<string, Map<Said, Set<string>>>();

  add(comparison: string, said: Said, where: string): void {
    const answers = this.#seen.get(comparison) ?? new Map<Said, Set<string>>();
    this.#seen.set(comparison, answers);
    answers.set(said, (answers.get(said) ?? new Set()).add(where));
  }

  /** Comparisons with more than one answer, each with where they were seen. */
  contradictions(): string[] {
    return [...this.#seen].flatMap(([comparison, answers]) =>
      answers.size === 1
        ? []
        : [`${comparison}: ${[...answers].map(([said, where]) => `${said} in ${[...where][0]}`).join('; ')}`],
    );
  }

  /** How many comparisons were seen in so many places or more. */
  seenIn(places: number): number {
    const wheres = [...this.#seen.values()].map(
      (answers) => new Set([...answers.values()].flatMap((all) => [...all])),
    );
    return wheres.filter((where) => where.size >= places).length;
  }

  get size(): number {
    return this.#seen.size;
  }

  /** How many of the answers say so. */
  count(verdict: string): number {
    return [...this.#seen.values()].filter((answers) => [...answers.keys()][0]?.startsWith(verdict)).length;
  }
}

const saidOf = (verdict: unknown, couldBeChance: unknown, compared: unknown, judged: unknown): Said =>
  `${plain[String(verdict)] ?? verdict}, ${couldBeChance === true ? 'could be chance' : 'sure'}, of ${compared}, ${judged}`;

/** Change has words of its own for the same two answers. */
const plain: Readonly<Record<string, string>> = {
  'no-clear-change': 'similar',
  'cannot-be-tested': 'not-compared',
};

/** Adds every answer of a reply, wherever it lies in it. */
export function addReply(answers: Answers, reply: unknown, where: string): void {
  if (Array.isArray(reply)) for (const part of reply) addReply(answers, part, where);
  if (reply === null || typeof reply !== 'object' || Array.isArray(reply)) return;
  const { comparison, verdict, couldBeChance, compared, judged } = reply as Record<string, unknown>;
  if (typeof comparison === 'string' && verdict !== undefined)
    answers.add(comparison, saidOf(verdict, couldBeChance, compared, judged), where);
  else if (typeof verdict === 'string' && verdict in known && !isSomethingElse(reply))
    throw new Error(`${where} has a verdict "${verdict}" without its comparison`);
  for (const part of Object.values(reply)) addReply(answers, part, where);
}

/** A trend and what a source itself says are no comparisons of ours. */
const isSomethingElse = (reply: object) => 'test' in reply || 'against' in reply;

const known: Readonly<Record<string, true>> = Object.fromEntries(verdicts.map(({ id }) => [id, true]));

const idOf = (terms: readonly { readonly id: string; readonly label: string }[], label: string) =>
  terms.find((term) => term.label === label)?.id;

/** The columns the verdict may stand in, by what stands before the colon in the heading of the comparison. */
const verdictColumns = (of: string): readonly string[] =>
  of === '' ? ['Against the rest', 'Verdict', 'Where the gap is going'] : [`${of}: verdict`];

/** Adds every answer of a file, whose columns say what each is of. */
export function addFile(answers: Answers, file: string, where: string): void {
  for (const row of readCsv(file)) {
    for (const heading of Object.keys(row)) {
      const of = heading === 'Comparison' ? '' : heading.match(/^(.*): comparison$/)?.[1];
      const comparison = row[heading];
      if (of === undefined || comparison === undefined || comparison === '') continue;
      const cell = (name: string) => row[of === '' ? capital(name) : `${of}: ${name}`] ?? '';
      const label =
        verdictColumns(of)
          .map((name) => row[name])
          .find((found) => found !== undefined) ?? '';
      const verdict =
        idOf(verdicts, label) ??
        idOf(changeVerdicts, label) ??
        idOf(gapTrends, label) ??
        `no verdict: ${label}`;
      const judged = idOf(judgings, cell('when judged'));
      const couldBeChance = cell('could be chance') === 'yes';
      answers.add(comparison, saidOf(verdict, couldBeChance, cell('compared with it'), judged), where);
    }
  }
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
