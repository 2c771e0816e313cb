import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { colours } from './colours.ts';

const WEB = join(import.meta.dirname, '../..');
const read = (file: string) => readFileSync(join(WEB, file), 'utf8');
const whole = (colour: string) => colour.replace(/^#(.)(.)(.)$/, '#$1$1$2$2$3$3');

const inStyles = new Map(
  [...read('styles.css').matchAll(/^ {2}--([a-z-]+): (#[0-9a-f]{3,6});$/gm)].map(
    ([, name = '', colour = '']) => [name, whole(colour)],
  ),
);

test.each(Object.entries(colours))('%s is one colour, in charts as in style sheets', (name, colour) => {
  expect(inStyles.get(name)).toBe(colour);
});

test('colours are written in two places only, and the frontend of the NHS takes the brand from them', () => {
  const files = globSync('**/*.{ts,tsx,css,scss}', { cwd: WEB }).filter(
    (file) => !/\.test\.tsx?$/.test(file) && /#[0-9a-fA-F]{3,8}\b/.test(read(file)),
  );
  expect(files.toSorted()).toEqual(['nhsuk.scss', 'shared/ui/colours.ts', 'styles.css']);
  expect(new Set(read('nhsuk.scss').match(/#[0-9a-f]{6}\b/g))).toEqual(new Set([colours.brand]));
});
