import { withDatabase } from '../../db/reach.ts';
import type { StratumKey } from '../../db/schema.ts';
import { BadCall, runCommand } from '../command-line.ts';
import { readConfig } from '../config.ts';
import type { WithdrawalSummary } from '../publish/withdraw.ts';
import type { WithdrawalScope } from '../publish/withdrawal-scope.ts';
import { runJob } from './follow.ts';

const USAGE = `Takes figures back: out of what is served, in every release, whenever it was published.

  npm run withdraw -- --indicator <id> --period 2024-25 [--area E09000028] [--ethnic-group census-2021-5/black]
                      [--age-band 16-24] [--sex female] [--deprivation 1]   a figure; without an area a whole period
  npm run withdraw -- --version <number>   every figure of a version of a dataset
  npm run withdraw -- --load <number>      every figure that what was loaded together is part of
  with  --by "<who>" --reason "<why>" [--dry-run]

  --by       who takes back: what changed names them in public
  --reason   why, in words for readers: they stand in the place of each figure
  --dry-run  says what would be taken out, and leaves everything as it was

The page /data has the numbers of versions and loads. A figure of an area goes with every other that says the same count, with
our sums it is part of - of larger areas, wider groups and ages - and with the verdicts that rested on them; a total that its
source gives itself stays. Areas and documents are not taken back: load the right ones and publish.

What is withdrawn is not published again before a load says that it is right: load the right file with --accept-withdrawn, then
publish. That is also how a withdrawal that was wrong is put right: load the same file again with --accept-withdrawn. Earlier releases keep the gap. A backup from before still has the figures.`;

const OPTIONS = {
  indicator: { type: 'string' },
  period: { type: 'string' },
  area: { type: 'string' },
  'ethnic-group': { type: 'string' },
  'age-band': { type: 'string' },
  sex: { type: 'string' },
  deprivation: { type: 'string' },
  version: { type: 'string' },
  load: { type: 'string' },
  by: { type: 'string' },
  reason: { type: 'string' },
  'dry-run': { type: 'boolean', default: false },
} as const;
type Asked = Partial<Record<Exclude<keyof typeof OPTIONS, 'dry-run'>, string>>;

function scopeOf({ indicator, period, area, version, load, ...parts }: Asked): WithdrawalScope {
  if ([indicator, version, load].filter((one) => one !== undefined).length !== 1)
    throw new BadCall('name one of --indicator, --version and --load');
  if (version !== undefined) return { kind: 'version', version: numberOf('version', version) };
  if (load !== undefined) return { kind: 'load', load: numberOf('load', load) };
  if (indicator === undefined || period === undefined)
    throw new BadCall('an indicator needs a period: --period 2024-25');
  const stratum: Partial<StratumKey> = {
    ...(parts['ethnic-group'] !== undefined && { ethnic_group: parts['ethnic-group'] }),
    ...(parts['age-band'] !== undefined && { age_band: parts['age-band'] }),
    ...(parts.sex !== undefined && { sex: parts.sex }),
    ...(parts.deprivation !== undefined && { deprivation: parts.deprivation }),
  };
  return { kind: 'figures', indicator, period, ...(area !== undefined && { area }), stratum };
}

function numberOf(option: string, text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new BadCall(`--${option} is "${text}"; it must be a number`);
  return Number(text);
}

const countOf = (count: number, noun: string) => (count === 1 ? `one ${noun}` : `${count} ${noun}s`);

/** Lines of the list; a load of many indicators has hundreds. */
const LISTED = 40;

function say(
  { what, stays, withdrawal, versions, releases, comparisons, figures }: WithdrawalSummary,
  dryRun: boolean,
) {
  const lines = figures
    .slice(0, LISTED)
    .map((one) => `  ${one.indicator} ${one.period}: ${countOf(one.figures, 'figure')}`);
  const all = versions.reduce((sum, one) => sum + one.figures, 0);
  const counted = [
    `${countOf(all, 'figure')} of ${countOf(versions.length, 'version')}`,
    `in release${releases.length === 1 ? '' : 's'} ${releases.join(', ')}`,
    `with ${countOf(comparisons, 'verdict')} that rested on ${all === 1 ? 'it' : 'them'}`,
  ].join(', ');
  if (withdrawal === undefined)
    return [`${what}: nothing of it is served, because it was never published or is withdrawn already`];
  return [
    what,
    ...lines,
    ...(figures.length > LISTED ? [`  and ${figures.length - LISTED} more`] : []),
    dryRun ? `would be withdrawn: ${counted} (dry run)` : `withdrawal ${withdrawal}: ${counted}`,
    ...(stays === undefined ? [] : [`what else it brought stays: ${stays}`]),
  ];
}

await runCommand({
  usage: USAGE,
  options: OPTIONS,
  run: async ({ values: { 'dry-run': dryRun, by, reason, ...asked }, positionals }) => {
    const [first] = positionals;
    if (first !== undefined) throw new BadCall(`"${first}" belongs to no option`);
    if (!by?.trim() || !reason?.trim())
      throw new BadCall('say who takes back (--by) and why (--reason): what changed names both');
    const request = { scope: scopeOf(asked), by, reason, dryRun };
    await withDatabase(readConfig(process.env), async (location) => {
      const summary = await runJob('withdraw', request, { location });
      process.stdout.write(`${say(summary, dryRun).join('\n')}\n`);
    });
  },
});
