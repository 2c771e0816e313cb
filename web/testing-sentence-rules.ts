/** What no sentence of the site may do, as rules over the sentence and the figures it is about; written from the figures alone. */
import { ageOf, type Dated } from '../server/contract/ages.ts';
import { countedNouns } from '../server/contract/dimensions.ts';
import type { Estimate } from '../server/contract/estimate.ts';
import type { IndicatorSummary } from '../server/contract/replies.ts';

export interface Told {
  /** Where it stands: a page and what it is of. */
  readonly where: string;
  readonly sentence: string;
  readonly about: IndicatorSummary;
  /** Every figure it is about, those withheld and missing too. */
  readonly figures: readonly Estimate[];
  /** Whether anything was tested behind it. */
  readonly tested: boolean;
  readonly period: string;
  /** What ages are counted with. */
  readonly dated: Dated;
  /** Whether it ranks or tells values, and so must say what they mean. */
  readonly tellsValues: boolean;
  /** Names of the indicator and of what is asked that stand in it as they are. */
  readonly names: readonly string[];
}

const RANK = /\b(highest|lowest|widest)\b/i;
const VERDICT = /\b(worse|better|fares?|affected)\b/i;
const CHANCE = /beyond chance|stands? out/i;
const PRESENT = /\b(now|is|are|getting|rising|falling|narrowing|widening)\b/i;
const ABSENT = /\bno (real )?(figure|outcome)|not published|none (is|are) held/i;

/** Which rules a sentence breaks. */
export function brokenRules(told: Told): string[] {
  return rules.filter(([, isBroken]) => isBroken(told)).map(([name]) => name);
}

const shownOf = ({ figures }: Told) => figures.flatMap((one) => (one.status === 'shown' ? [one] : []));
const isMadeUp = (told: Told) => shownOf(told).some(({ basis }) => basis === 'synthetic');

/** The sentence without the names in it: "Children not seen" may count people, and a title says what it will. */
const ownWords = ({ sentence, names, about }: Told) =>
  [about.title, about.shortTitle, about.scaleNote ?? '', ...names]
    .toSorted((a, b) => b.length - a.length)
    .reduce(
      (text, name) => (name === '' ? text : text.replaceAll(new RegExp(escaped(name), 'gi'), ' ')),
      sentence,
    );
const escaped = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');

const isJudged = ({ about: { kind, polarity, ageAdjusted, isOfAreas } }: Told) =>
  (kind === 'outcome' || kind === 'service') && polarity !== 'neutral' && ageAdjusted !== false && !isOfAreas;

type Rule = readonly [name: string, isBroken: (told: Told) => boolean];

const rules: readonly Rule[] = [
  [
    'rank: among fewer than three figures, or where all read alike, nothing is highest or lowest',
    (told) => {
      const written = shownOf(told).map(({ value }) => value.toFixed(told.about.decimals));
      return RANK.test(ownWords(told)) && (written.length < 3 || new Set(written).size === 1);
    },
  ],
  [
    'rank: the figure told as highest or lowest is that',
    (told) => {
      const end = /\b(highest|lowest)\b/i.exec(ownWords(told))?.[1]?.toLowerCase();
      if (end === undefined) return false;
      const values = shownOf(told).map(({ value }) => value);
      const extreme = end === 'lowest' ? Math.min(...values) : Math.max(...values);
      return !told.sentence.replaceAll(',', '').includes(extreme.toFixed(told.about.decimals));
    },
  ],
  [
    'scale: what high means stands beside the values, and a scale that runs down leads with its lowest',
    (told) => {
      const { scaleNote, scaleReversed } = told.about;
      if (!told.tellsValues || scaleNote === null || shownOf(told).length === 0 || isMadeUp(told))
        return false;
      const says = told.sentence.toLowerCase().includes(scaleNote.toLowerCase());
      return !says || (scaleReversed && /\bhighest\b/.test(ownWords(told)));
    },
  ],
  [
    'noun: nothing is counted as something else',
    (told) =>
      countedNouns.some(
        ({ id }) => id !== told.about.counted && new RegExp(`\\d ${id}\\b`).test(ownWords(told)),
      ),
  ],
  [
    'tense: a figure of more than three years ago carries its age, and nothing of it is told as it is now',
    (told) =>
      shownOf(told).length > 0 &&
      !isMadeUp(told) &&
      ageOf(told.period, told.dated) !== undefined &&
      (!/\d+ years ago/.test(told.sentence) || PRESENT.test(ownWords(told))),
  ],
  [
    'dates: what is made of sources of two dates names both, and no age',
    (told) => {
      const both = told.dated.dates?.[told.period];
      if (both === undefined || shownOf(told).length === 0 || isMadeUp(told)) return false;
      return !told.sentence.includes(both) || /years ago/.test(told.sentence);
    },
  ],
  [
    'absence: where no figure is shown the sentence says so, and finds nothing',
    (told) => shownOf(told).length === 0 && (!ABSENT.test(told.sentence) || CHANCE.test(ownWords(told))),
  ],
  [
    'absence: what was not tested is not told as level, worse or better',
    (told) => !told.tested && (CHANCE.test(ownWords(told)) || VERDICT.test(ownWords(told))),
  ],
  [
    'kind: only outcomes and services are better or worse, and nothing that is not adjusted for age',
    (told) => !isJudged(told) && VERDICT.test(ownWords(told)),
  ],
  [
    'age: a figure that is not adjusted for age says so at the end',
    (told) =>
      told.about.ageAdjusted === false &&
      shownOf(told).length > 0 &&
      !isMadeUp(told) &&
      !/not adjusted for age[.)]?$/.test(told.sentence),
  ],
  [
    'basis: nothing is claimed of figures made for demonstration',
    (told) => isMadeUp(told) && (RANK.test(ownWords(told)) || CHANCE.test(ownWords(told))),
  ],
  [
    'basis: no value made for demonstration stands in a sentence',
    (told) =>
      isMadeUp(told) &&
      told.about.decimals > 0 &&
      shownOf(told).some(({ value }) => told.sentence.includes(value.toFixed(told.about.decimals))),
  ],
  [
    'unit: a value in years or per 100,000 is told in its unit',
    (told) => {
      const unit = { years: ' years', 'per-100000': ' per 100,000' }[told.about.unit as string];
      const isTold = shownOf(told).some(({ value }) =>
        told.sentence.includes(value.toFixed(told.about.decimals)),
      );
      return unit !== undefined && isTold && !told.sentence.includes(unit);
    },
  ],
];
