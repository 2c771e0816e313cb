/** Tries to undo the protection of a running installation, by its public API alone. */
import { parseArgs } from 'node:util';
import { createApi } from './api.ts';
import { type AttackReport, attack } from './attack.ts';
import type { Finding } from './judge.ts';

const USAGE = `Gathers everything that the public API says of counts of people and tries to tell the small ones.

  npm run attack -- <base URL> [--seconds 60] [--withheld-is-small]

  base URL             of a running server, such as http://127.0.0.1:3000
  --seconds            to spend on linear programs, the last resort
  --withheld-is-small  take every withheld count for one of 1 to 7 people, as it is without a proof

Ends with 1 where it can tell a small count exactly, or one that figures are about to be below four.`;

/** Findings named at most of each kind. */
const NAMED = 20;

async function main(args: readonly string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      seconds: { type: 'string', default: '60' },
      'withheld-is-small': { type: 'boolean', default: false },
    },
  });
  const [base] = positionals;
  const seconds = Number(values.seconds);
  if (base === undefined || !URL.canParse(base) || !(seconds >= 0)) throw new Error(USAGE);
  const say = (line: string) => process.stdout.write(`${line}\n`);
  const report = await attack(createApi(base), {
    withheldIsSmall: values['withheld-is-small'],
    seconds,
    now: () => performance.now(),
    log: say,
  });
  for (const line of linesOf(report)) say(line);
  if (report.exact.length + report.belowFour.length + report.unpublished.length > 0) process.exitCode = 1;
}

function linesOf(report: AttackReport): string[] {
  return [
    `requests made                    ${report.requests}`,
    `figures used                     ${report.figures}`,
    `cells                            ${report.cells}`,
    `known from official totals       ${report.official}`,
    `that may be small                ${report.open}`,
    `linear programs                  ${report.programs} of those`,
    `small counts told exactly        ${report.exact.length}`,
    ...named(report.exact),
    `small counts told below four     ${report.belowFour.length}`,
    ...named(report.belowFour),
    `told to be below four or nobody  ${report.fewOrNobody.length}`,
    `unpublished small counts told    ${report.unpublished.length}`,
    ...named(report.unpublished),
    ...report.contradictions.map((where) => `what is served contradicts itself at ${where}`),
  ];
}

function named(findings: readonly Finding[]): string[] {
  const lines = findings
    .slice(0, NAMED)
    .map(
      ({ cell, lowest, highest }) => `  ${cell}: ${lowest === highest ? lowest : `${lowest} to ${highest}`}`,
    );
  const more = findings.length - NAMED;
  return more > 0 ? [...lines, `  and ${more} more`] : lines;
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exitCode = 1;
}
