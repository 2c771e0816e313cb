import type { GapsReply } from '../../../server/contract/gap-replies.ts';
import { ChoiceForm } from '../../shared/ui/choice-form.tsx';
import { isSynthetic } from '../../shared/ui/synthetic-notice.tsx';
import { areaWords } from '../../shared/words/area-words.ts';
import { countOf } from '../../shared/words/format.ts';
import { widestGapsFirst } from './area-order.ts';
import { isDistinct } from './gap-paint.ts';
import { peopleWords, signedWithLimits } from './gap-words.ts';

interface GapMapListProps {
  readonly reply: GapsReply;
  onSelect(code: string): void;
}

/** How many are listed beside the map; its table has them all. */
const LISTED = 8;

/** The areas where the gap is proven, the widest first; nothing is called proven of figures made for demonstration. */
export function GapMapList({ reply, onSelect }: GapMapListProps) {
  const [one, many] = areaWords(reply.query.areaType);
  const proven = widestGapsFirst(reply).filter(isDistinct);
  if (proven.length === 0 || reply.areas.some(isSynthetic)) return null;
  return (
    <>
      <h3>Where the gap is proven</h3>
      <ChoiceForm asks={['area']} hasButton={false}>
        <ol className="gap-map__list">
          {proven.slice(0, LISTED).map(({ code, name, gap }) => (
            <li key={code}>
              <button
                type="submit"
                name="area"
                value={code}
                className="link-button"
                onClick={() => onSelect(code)}
              >
                {name}
              </button>
              <span>
                {gap.difference && `${signedWithLimits(gap.difference, reply.decimals)} points`}
                {gap.people &&
                  `; ${peopleWords({ value: gap.people.value }, reply.polarity)} ${reply.counted}`}
              </span>
            </li>
          ))}
        </ol>
      </ChoiceForm>
      <p className="gaps__note">
        {proven.length > LISTED && `The table has ${countOf(proven.length - LISTED, one, many)} more. `}
        Choose a {one}, here or on the map, to see every group there.
      </p>
    </>
  );
}
