import { protectionRules, unprotected } from '../../../server/contract/protection-words.ts';

/** The rules, in the same words as the rule of each indicator. */
export function Rules() {
  return (
    <ol>
      {protectionRules().map(({ text }) => (
        <li key={text}>{text}</li>
      ))}
    </ol>
  );
}

interface UnprotectedProps {
  /** What official totals tell of the newest release by themselves. */
  readonly told: readonly string[];
}

/** What the rules cannot keep, the counts of this very release among it. */
export function Unprotected({ told }: UnprotectedProps) {
  return (
    <>
      <ul>
        {unprotected().map(({ text }) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
      {told.length > 0 && (
        <>
          <p>Told by official totals alone, in what is published now:</p>
          <ul>
            {told.map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
