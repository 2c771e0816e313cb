import { ageWords } from '../../../server/contract/ages.ts';
import { SyntheticMark } from '../../shared/ui/synthetic-notice.tsx';
import { formatPeriod } from '../../shared/words/format.ts';
import { type KeyReplies, keyFacts } from './key-facts.ts';

/** The date of the page in figures: how far, since when, who, where, how many to reach, how many unknown. */
export function AtALook(replies: KeyReplies) {
  const facts = keyFacts(replies);
  if (facts.length === 0) return null;
  const dated = replies.groups ?? replies.map ?? replies.reach;
  const age = dated === undefined ? '' : ageWords(replies.period, dated);
  return (
    <>
      {facts.some(({ synthetic }) => synthetic) && (
        <p className="notice">
          {facts.every(({ synthetic }) => synthetic) ? 'These figures are' : 'Some of these figures are'}{' '}
          synthetic: made for demonstration, not real.
        </p>
      )}
      {age !== '' && (
        <p>
          As at {formatPeriod(replies.period)}, {age}.
        </p>
      )}
      <dl className="look">
        {facts.map(({ question, figure, words, synthetic }) => (
          <div key={question}>
            <dt>{question}</dt>
            <dd>
              <strong>{figure}</strong> {synthetic && <SyntheticMark />}
            </dd>
            {words.map((line) => (
              <dd key={line} className="look__small">
                {line}
              </dd>
            ))}
          </div>
        ))}
      </dl>
      <p className="uptake__note">Beside each figure stands its 95% interval.</p>
    </>
  );
}
