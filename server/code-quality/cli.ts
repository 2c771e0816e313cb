import { BadCall, runCommand } from '../command-line.ts';
import { data, limits } from './limits.ts';
import { measureCode, measureNames } from './measures.ts';

const COLUMN = 10;

await runCommand({
  usage: `Measures the code: lengths of files and functions, circles of imports, duplicates, what is unused.

  npm run code-quality
  npm run code-quality -- --where "<a measure>"   names the places, the worst first

Limits and exceptions are in server/code-quality/limits.ts.`,
  options: { where: { type: 'string' } },
  run: async ({ values: { where }, positionals }) => {
    if (positionals.length > 0) throw new BadCall('only --where can be given');
    const named = measureNames.find((name) => name === where);
    if (where !== undefined && named === undefined)
      throw new BadCall(`there is no measure "${where}"; there are: ${measureNames.join('; ')}`);
    const found = measureCode(Object.keys(data));
    const say = (line: string) => process.stdout.write(`${line}\n`);
    if (named !== undefined) return found[named].where.forEach(say);
    const width = Math.max(...measureNames.map(({ length }) => length));
    const row = (name: string, ...cells: readonly (string | number)[]) =>
      say(name.padEnd(width) + cells.map((cell) => String(cell).padStart(COLUMN)).join(''));
    row('', 'now', 'limit', 'aim');
    for (const name of measureNames) {
      const { limit = '', aim = '' } = limits[name] ?? {};
      row(name, found[name].value, limit, aim);
    }
  },
});
