/** Which figures of an overview are real outcomes, which are made up, and which describe causes and people. Pure. */
import type { DisparityOverviewReply, OverviewRow } from '../../../server/contract/gap-replies.ts';
import { isGoodOrBad } from '../../../server/contract/good-or-bad.ts';
import { inWords, lowerFirst } from '../../../server/contract/phrases.ts';
import { countOf } from '../../shared/words/format.ts';
import { adjustmentWords } from '../../shared/words/meaning.ts';
import { groupNames } from './gap-words.ts';
import { isMadeUp } from './made-up.ts';

type Rows = Pick<DisparityOverviewReply, 'indicators'>;

/** Only outcomes and services are ever worse for somebody. */
const isOutcome = ({ kind }: OverviewRow) => kind === 'outcome' || kind === 'service';

export const outcomesOf = ({ indicators }: Rows) => indicators.filter(isOutcome);
/** Causes of health, and who lives here: described below the grid. */
export const describedOf = ({ indicators }: Rows) => indicators.filter((row) => !isOutcome(row));

/** "Where people live", where all of it is that. */
export const describedTitle = (reply: Rows) =>
  describedOf(reply).every(({ isOfAreas }) => isOfAreas)
    ? 'Where people live'
    : 'What shapes health: housing, income, where people live';

const isShown = ({ cells }: OverviewRow) => cells.some(({ estimate }) => estimate.status === 'shown');
const isReal = (row: OverviewRow) => isShown(row) && !row.cells.some(isMadeUp);

const groupWords = { ethnicGroup: 'ethnic group', deprivation: 'deprivation' } as const;

/** What is held of the real and what is not: the first thing to know before any gap is looked at. */
export function heldWords(reply: DisparityOverviewReply): string {
  const outcomes = outcomesOf(reply).filter(isShown);
  const real = outcomes.filter(isReal);
  const made = outcomes.length - real.length;
  const by = groupWords[reply.query.by];
  const held =
    real.length === 0
      ? `No real outcome or service by ${by} is held for ${reply.area.name}.`
      : `Real outcomes and services by ${by} held for ${reply.area.name}: ${inWords(real.map(({ shortTitle }) => lowerFirst(shortTitle)))}.`;
  if (made === 0) return held;
  const others =
    real.length === 0 ? `All ${made === 1 ? '' : `${made} `}shown` : countOf(made, 'other', 'others');
  return `${held} ${others} ${made === 1 ? 'is' : 'are'} synthetic: made for demonstration.`;
}

/** Why no gap is proven worse: nothing is held, nothing is tested, nothing can be worse, or no test rejects. */
export function noneProvenWords(reply: DisparityOverviewReply): string {
  const real = outcomesOf(reply).filter(isReal);
  const by = groupWords[reply.query.by];
  if (real.length === 0) return `no real outcome or service by ${by} is held`;
  const tested = real.filter((row) => testedIn(row).length > 0);
  if (tested.length === 0) return `none of the real gaps by ${by} can be tested`;
  const judged = tested.filter(isGoodOrBad);
  // Of what cannot be worse nothing is said about worse.
  return judged.length === 0
    ? tested.map(sidesWords).join('; ')
    : `no group is proven worse, of ${countOf(judged.flatMap(testedIn).length, 'real gap', 'real gaps')} tested${judged.length === tested.length ? '' : ' that can be called better or worse'}`;
}

const testedIn = ({ cells }: OverviewRow) => cells.filter(({ gap }) => gap.direction !== 'not-compared');

/** "disability higher for Black residents, lower for White residents, not adjusted for age". */
function sidesWords(row: OverviewRow): string {
  const sides = (['higher', 'lower'] as const).flatMap((side) => {
    const found = row.cells.filter(({ gap }) => gap.direction === side);
    return found.length === 0
      ? []
      : [
          `${side} for ${groupNames(
            found.map(({ label }) => label),
            row.counted,
          )}`,
        ];
  });
  const told = sides.length === 0 ? 'beyond chance for no group' : sides.join(', ');
  const age = row.age === undefined ? '' : ` (${row.periodLabel})`;
  return `${lowerFirst(row.shortTitle)} ${told}${age}${adjustmentWords(row)}`;
}
