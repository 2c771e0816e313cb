/** Things found by words somebody typed, in any order, small slips forgiven. Pure. */
import { plainLetters } from './match.ts';
import { slips } from './slips.ts';

/** A shorter word with one letter changed is another word. */
const LONG_ENOUGH = 4;
/** From this many letters on, two slips leave enough to know a word by. */
const LONG = 8;

/** Whether a word, or as much of it as was typed, is meant by one with a slip or two. */
function isMeant(typed: string, word: string): boolean {
  const forgiven = typed.length >= LONG ? 2 : 1;
  return [-1, 0, 1].some((more) => slips(typed, word.slice(0, typed.length + more)) <= forgiven);
}

interface Found<T> {
  readonly found: readonly T[];
  /** The words that nothing is called: what is spelled alike stands for them. */
  readonly alike: readonly string[];
}

/** How a word may fit a text, the strictest first; the next is tried only where nothing at all fits by the one before. */
const ways: readonly ((word: string, text: string) => boolean)[] = [
  (word, text) => text.split(' ').some((own) => own.startsWith(word)),
  (word, text) => word.length >= LONG_ENOUGH && text.replaceAll(' ', '').includes(word),
  (word, text) => word.length >= LONG_ENOUGH && text.split(' ').some((own) => isMeant(word, own)),
];

/** Those whose text has every word: "dose second covid19" finds "Second COVID-19 dose", and so does "secnd". */
export function findByWords<T>(typed: string, things: readonly T[], textOf: (thing: T) => string): Found<T> {
  const texts = new Map(things.map((thing) => [thing, plainLetters(textOf(thing))]));
  const words = plainLetters(typed).split(' ').filter(Boolean);
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
