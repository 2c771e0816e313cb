/** Things found by words somebody typed, in any order, small slips forgiven. Pure. */
import { plain } from './match.ts';
import { likeness } from './nearest.ts';

/** Less alike than this is another word, not a slip. */
const ALIKE = 0.5;
/** Of shorter words hardly a pair of letters is left where one is wrong. */
const LONG_ENOUGH = 4;

interface Found<T> {
  readonly found: readonly T[];
  /** The words that nothing is called: what is spelled alike stands for them. */
  readonly alike: readonly string[];
}

/** How a word may fit a text, the strictest first; the next is tried only where nothing at all fits by the one before. */
const ways: readonly ((word: string, text: string) => boolean)[] = [
  (word, text) => text.split(' ').some((own) => own.startsWith(word)),
  (word, text) => word.length >= LONG_ENOUGH && text.replaceAll(' ', '').includes(word),
  (word, text) => word.length >= LONG_ENOUGH && text.split(' ').some((own) => likeness(word, own) >= ALIKE),
];

/** Those whose text has every word: "dose second covid19" finds "Second COVID-19 dose", and so does "secnd". */
export function findByWords<T>(typed: string, things: readonly T[], textOf: (thing: T) => string): Found<T> {
  const texts = new Map(things.map((thing) => [thing, plain(textOf(thing))]));
  const words = plain(typed).split(' ').filter(Boolean);
  const fits = words.map((word) => {
    const way = ways.findIndex((one) => [...texts.values()].some((text) => one(word, text)));
    return { word, way };
  });
  return {
    found: things.filter((thing) =>
      fits.every(({ word, way }) => ways[way]?.(word, texts.get(thing) ?? '') ?? false),
    ),
    alike: fits.filter(({ way }) => way === ways.length - 1).map(({ word }) => word),
  };
}
