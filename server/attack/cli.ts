/** Tries to undo the protection of a running installation, by its public API alone. */
import { BadCall, runCommand } from '../command-line.ts';
import { PROTECT } from '../contract/policies.ts';
import { createApi } from './api.ts';
import { type AttackReport, attack } from './attack.ts';
import type { Finding } from './judge.ts';

const USAGE = `Gathers everything that the public API says of counts of people and tries to infer the small ones.

  npm run attack -- <base URL> [--seconds 60] [--withheld-is-small]

  base URL             of a running server, such as http://127.0.0.1:3000
  --seconds            to spend on linear programs, the last resort
  --withheld-is-small  take every withheld count for one of 1 to ${PROTECT.largestSmall} people, as it is without a proof

Ends with 1 where it can infer a small count exactly, or infer one that figures are about to be below four.`;

/** Findings named at most of each kind. */
const NAMED = 20;

async function tryToUndo(base: string, seconds: number, withheldIsSmall: boolean): Promise<void> {
  const say = (line: string) => process.stdout.write(`${line}\n`);
  const report = await attack(createApi(base), {
    withheldIsSmall,
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
    `small counts inferred exactly    ${report.exact.length}`,
    ...named(report.exact),
    `inferred to be below four        ${report.belowFour.length}`,
    ...named(report.belowFour),
    `to be below four, or nobody      ${report.fewOrNobody.length}`,
    `unpublished counts inferred      ${report.unpublished.length}`,
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

await runCommand({
  usage: USAGE,
  options: {
    seconds: { type: 'string', default: '60' },
    'withheld-is-small': { type: 'boolean', default: false },
  },
  run: async ({ values, positionals: [base, ...more] }) => {
    if (base === undefined || more.length > 0 || !URL.canParse(base))
      throw new BadCall('name the address of one running server');
    const seconds = Number(values.seconds);
    if (!(seconds >= 0))
      throw new BadCall(`--seconds is "${values.seconds}"; it must be a number of seconds`);
    await tryToUndo(base, seconds, values['withheld-is-small']);
  },
});
