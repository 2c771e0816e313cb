/** What changed between two releases, in sentences written from real figures only. Pure. */

import type { ChangedCell, ChangesReply } from '../../contract/changes-reply.ts';
import { definitionParts, flipReasons, labelOf } from '../../contract/dimensions.ts';
import { inWords, lowerFirst } from '../../contract/phrases.ts';
import { amountWords } from '../writing/amount-words.ts';
import { type Flip, flipWords } from './verdict-flips.ts';
import { withdrawalWords } from './withdrawals-view.ts';

type Changes = Omit<ChangesReply, 'summary' | 'release' | 'query' | 'elsewhere' | 'datasets'>;

/** More than these are counted, not named. */
const NAMED = 6;

export function changesSummary(changes: Changes): string[] {
  const real = changes.verdicts.filter(({ synthetic }) => !synthetic);
  const sentences = [
    ...named('Withdrawn', changes.withdrawals.filter(isOfReal), withdrawalWords),
    ...named(
      'New periods',
      changes.newPeriods.filter(isReal),
      (one) => `${one.shortTitle} (${inWords(one.periods.slice(-3).map(({ label }) => label))})`,
    ),
    ...named(
      'Revised',
      changes.revisions.filter(isReal),
      (one) => `${one.title}, ${one.periodLabel} (${cellWords(one, 'before')} to ${cellWords(one, 'after')})`,
    ),
    ...named('Verdicts that changed', real.filter(hasMoved), namedFlip),
    ...named(
      'Verdicts that changed while their figures did not',
      real.filter((flip) => !hasMoved(flip)),
      (flip) => `${namedFlip(flip)} (${lowerFirst(labelOf(flipReasons, flip.because))})`,
    ),
    ...named(
      'Defined anew',
      changes.definitions.filter(isReal),
      ({ shortTitle, parts }) =>
        `${shortTitle} (${inWords(parts.map(({ part }) => lowerFirst(labelOf(definitionParts, part))))})`,
    ),
    ...named('Newly withheld', changes.withheld.filter(isReal), placeWords),
    ...named('Newly shown', changes.shown.filter(isReal), placeWords),
    ...named('No longer available', changes.missing.filter(isReal), placeWords),
    ...named('New indicators', changes.newIndicators.filter(isReal), ({ shortTitle }) => shortTitle),
    ...named(
      'Discontinued indicators',
      changes.discontinuedIndicators.filter(isReal),
      ({ shortTitle }) => shortTitle,
    ),
  ];
  return sentences.length > 0 ? sentences : [`No real figure of ${changes.area.name} changed.`];
}

const hasMoved = ({ because }: Flip) => because === 'figures-moved';
const namedFlip = (flip: Flip) => `${flip.shortTitle}, ${flipWords(flip)}`;

/** Whatever has only synthetic figures is not spoken of. */
const isReal = ({ basis }: { readonly basis: readonly string[] }) => basis.some((one) => one !== 'synthetic');

const isOfReal = ({ versions }: Changes['withdrawals'][number]) =>
  versions.some(({ synthetic }) => !synthetic);

function named<T>(what: string, all: readonly T[], wordsOf: (one: T) => string): string[] {
  if (all.length === 0) return [];
  const more = all.length - NAMED;
  const words = all.slice(0, NAMED).map(wordsOf).join('; ');
  return [`${what}: ${words}${more > 0 ? `; and ${more} more` : ''}.`];
}

const placeWords = ({ title, periodLabel }: ChangedCell) => `${title}, ${periodLabel}`;

function cellWords(cell: ChangedCell, side: 'before' | 'after'): string {
  const figure = cell[side];
  return figure.status === 'shown' ? amountWords(figure.value, cell) : figure.status;
}
