/** Every command of the project says how it is called, does not guess, and says one line when something is wrong. */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { runProgram } from './testing-process.ts';

const PROJECT = resolve(import.meta.dirname, '..');
const { scripts } = JSON.parse(readFileSync(join(PROJECT, 'package.json'), 'utf8')) as {
  scripts: Readonly<Record<string, string>>;
};

/** What other people's programs do: they have a help of their own. */
const OTHERS = ['dev', 'test', 'check', 'test:unit', 'test:db', 'test:browser', 'build', 'format', 'sbom'];

const commands = Object.entries(scripts)
  .filter(([name]) => !OTHERS.includes(name))
  .map(([name, words]) => ({ name, program: /^(?:exec )?node (\S+\.ts)$/.exec(words)?.[1] ?? '' }));

test('every script runs one program of ours, or is known to be of others', () => {
  expect(commands.filter(({ program }) => program === '')).toEqual([]);
  expect(OTHERS.filter((name) => scripts[name] === undefined)).toEqual([]);
  expect(commands.length).toBeGreaterThan(14);
});

describe.each(commands)('npm run $name', ({ name, program }) => {
  test.concurrent('says how it is called, and does nothing else', async ({ expect }) => {
    const { code, out, err } = await runProgram([program, '--help'], { DATA_FOLDER: '/nowhere/at/all' });
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain(name === 'start' ? 'npm start' : `npm run ${name}`);
  });
});

test('an option that is not known is refused with how the command is called', async () => {
  const { code, out, err } = await runProgram(['server/main.ts', '--colour'], {});
  expect([code, out]).toEqual([1, '']);
  expect(err).toMatch(/^Unknown option '--colour'\n\n.*npm start/s);
});

test.each(commands)('npm run $name is called as all others are', ({ program }) => {
  expect(readFileSync(join(PROJECT, program), 'utf8')).toContain('await runCommand({');
});
