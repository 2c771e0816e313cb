import type { DisparityOverviewReply } from '../../server/contract/gap-replies.ts';
import { differenceWords, groupName, peopleSize } from './gap-words.ts';
import { noneProvenWords } from './held-words.ts';
import { inSentence } from './in-sentence.ts';

interface LargestGapsProps {
  readonly reply: DisparityOverviewReply;
  onChoose(indicator: string, group: string | undefined): void;
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** How many are listed at once; the grid has them all. */
const LISTED = 5;

/** The largest proven gaps, from real figures only; the API's list and order. */
export function LargestGaps({ reply, onChoose }: LargestGapsProps) {
  const { largest, indicators } = reply;
  return (
    <section className="largest" aria-labelledby="largest-gaps">
      <h3 id="largest-gaps">Our largest proven gaps</h3>
      {largest.length === 0 && <p>{capital(noneProvenWords(reply))}.</p>}
      <ol>
        {largest.slice(0, LISTED).map(({ indicator, group }) => {
          const row = indicators.find((one) => one.indicator === indicator);
          const cell = row?.cells.find((one) => one.group === group);
          if (row === undefined || cell?.gap.difference === undefined) return null;
          const { people } = cell.gap;
          return (
            <li key={`${indicator} ${group}`}>
              <button type="button" className="link-button" onClick={() => onChoose(indicator, group)}>
                {capital(groupName(cell.label))}: {row.shortTitle}
              </button>
              <span className="largest__words">
                {differenceWords(cell.gap.difference, row)} than {inSentence(cell.gap.reference?.label ?? '')}
                {people !== undefined && `; ${peopleSize(people, row.polarity, row.counted)}`}
              </span>
            </li>
          );
        })}
      </ol>
      <p className="gaps__note">
        Real figures only, by percentage points. Some outcomes overlap, so their people cannot be added up.
      </p>
    </section>
  );
}
